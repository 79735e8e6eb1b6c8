from datetime import date

import pytest

from okrcli.model.plan import Plan
from okrcli.storage.workspace import plan_of

PATH = "checkins/2026/2026-11-20-ana-00000001.yaml"


def loaded(text: str) -> Plan:
    head = "date: 2026-11-20\nby: ana\n"
    return plan_of({"okr.yaml": b"version: 1\n", PATH: (head + text).encode()})


def test_whole_entry_is_left_out_where_one_part_of_it_is_wrong() -> None:
    plan = loaded(
        "key_results:\n"
        "  - {key_result: cx/nps, value: 7, confidence: 11}\n"
        "  - {key_result: cx/nps, value: 8, confidence: 6}\n"
        "readings:\n"
        "  - kpi: csat\n    date: 2026-11-19\n    segment: chat\n    value: 3\n    value: 4\n"
        "  - {kpi: csat, value: 5}\n"
    )

    (checkin,) = plan.checkins
    assert [(str(each.value), each.confidence) for each in checkin.key_results] == [("8", 6)]
    assert [each.value for each in checkin.readings] == [5]
    entry, reading = plan.refused
    assert (entry.location, entry.key_result, entry.day) == (
        ("key_results", 0),
        "cx/nps",
        date(2026, 11, 20),
    )
    assert (reading.location, reading.kpi, reading.segment, reading.day, reading.place.line) == (
        ("readings", 0),
        "csat",
        "chat",
        date(2026, 11, 19),
        7,
    )
    assert [each.rule.code for each in (*entry.findings, *reading.findings)] == ["E002", "E001"]
    assert plan.unreadable == frozenset()


@pytest.mark.parametrize("day", ["2026-02-30", "[]", "5"])
def test_entry_whose_day_cannot_be_read_is_of_its_check_ins_day(day: str) -> None:
    (refused,) = loaded(f"readings:\n  - {{kpi: csat, date: {day}, value: 5}}\n").refused
    assert refused.day == date(2026, 11, 20)


@pytest.mark.parametrize("item", ["5", "cx/nps 5", "[1, 2]", "null", "{}", "{kpi: 5, value: []}"])
def test_item_of_any_shape_is_refused(item: str) -> None:
    plan = loaded(f"readings:\n  - {item}\n  - {{kpi: csat, value: 5}}\n")
    assert [each.location for each in plan.refused] == [("readings", 0)]
    assert len(plan.checkins[0].readings) == 1


def test_every_one_of_many_wrong_entries_is_known() -> None:
    plan = loaded("readings:\n" + "  - {kpi: csat, value: many}\n" * 250)
    assert len(plan.refused) == 250
    assert plan.checkins[0].readings == ()


@pytest.mark.parametrize("wrong", ["recorded: soon\n", "by: ana\n", "note: a\nnote: b\n"])
def test_check_in_of_which_a_part_of_all_is_wrong_is_unreadable(wrong: str) -> None:
    plan = loaded(wrong + "readings:\n  - {kpi: csat, value: 5}\n")
    assert (plan.checkins, plan.unreadable) == ((), frozenset([PATH]))


@pytest.mark.parametrize("wrong", ["nots: a\n", "note: 5\n", "kudos: ana\n"])
def test_entries_count_where_only_something_beside_them_is_wrong(wrong: str) -> None:
    plan = loaded(wrong + "readings:\n  - {kpi: csat, value: 5}\n")
    assert len(plan.checkins[0].readings) == 1
    assert len(plan.findings) == 1
