"""Which entries of check-ins count."""

from datetime import UTC, date, datetime

import pytest

from okrcli.checks.checkins.possible import last_possible_day
from okrcli.checks.checkins.refusing import refuse_entries
from okrcli.checks.run import check
from okrcli.compute.reports.report import Report
from okrcli.compute.reports.report_builder import build_report
from okrcli.model.finding import Severity
from okrcli.model.plan import Plan
from tests.checks.workspaces import TODAY, loaded
from tests.refused_entries import HEAD, NEW, REFUSED, WORKSPACE, numbers_of, with_refused

RULES_OFF = "rules: {ignore: [E004, C702], severity: {C702: info, E004: info}}\n"


def judged(files: dict[str, str], day: date = TODAY) -> Plan:
    return refuse_entries(loaded(files), day)


def report_of(plan: Plan) -> Report:
    cycle = plan.report_cycle(TODAY)
    assert cycle is not None
    return build_report(plan, cycle, TODAY)


def test_workspace_of_these_tests_is_in_order() -> None:
    plan = judged(dict(WORKSPACE))
    assert (plan.refused, plan.judged) == ((), TODAY)
    assert check(plan, TODAY, select=["E", "C702"]) == ()


@pytest.mark.parametrize("entry", REFUSED.values(), ids=REFUSED)
def test_entry_with_an_error_counts_for_nothing_and_is_found(entry: str) -> None:
    plan = judged(with_refused(entry))

    (refused,) = plan.refused
    assert (refused.path, refused.place.line) == (NEW, 5)
    errors = [each for each in check(plan, TODAY) if each.place.path == NEW]
    assert {each.severity for each in errors} == {Severity.ERROR}
    assert {each.place.line for each in errors} == {5}
    assert numbers_of(report_of(plan)) == numbers_of(report_of(judged(dict(WORKSPACE))))


@pytest.mark.parametrize("entry", REFUSED.values(), ids=REFUSED)
def test_settings_that_silence_the_rules_do_not_make_it_count(entry: str) -> None:
    files = with_refused(entry.replace("}\n", "}  # okr: ignore[C702, E004] known\n"))
    files["okr.yaml"] += RULES_OFF
    plan = judged(files)

    assert len(plan.refused) == 1
    assert numbers_of(report_of(plan)) == numbers_of(report_of(judged(dict(WORKSPACE))))


def test_entries_beside_a_wrong_one_count_and_are_judged_at_their_own_place() -> None:
    entries = (
        "key_results:\n"
        "  - {key_result: cx/hours, value: 1,5}\n"
        "  - {key_result: cx/live, value: 7}\n"
        "  - {key_result: cx/hours, confidence: 11}\n"
        "  - {key_result: cx/hours, value: 16, confidence: 8}\n"
        "  - {key_result: cx/hour, value: 3}\n"
    )
    plan = judged(with_refused(entries))

    assert sorted(each.place.line for each in plan.refused) == [5, 6, 7, 9]
    lines = [each.place.line for each in check(plan, TODAY) if each.place.path == NEW]
    assert lines == [5, 6, 7, 9]
    hours = report_of(plan).objectives[0].key_results[0]
    assert (str(hours.value), hours.confidence) == ("16", 8)


def test_correcting_an_entry_in_its_file_makes_it_count() -> None:
    wrong = "key_results:\n  - {key_result: cx/hours, value: 1,5, confidence: 9}\n"
    plan = judged(with_refused(wrong.replace("1,5", "1.5")))

    assert plan.refused == ()
    assert str(report_of(plan).objectives[0].key_results[0].value) == "1.5"


@pytest.mark.parametrize(
    "head",
    [
        HEAD.replace("date: 2026-11-20", "date: 2027-11-20"),
        HEAD.replace("2026-11-20T09:00:00Z", "yesterday"),
        HEAD + "date: 2026-11-19\n",
        HEAD + "key_results: []\n",
    ],
    ids=["a day to come", "no moment", "its day twice", "a section twice"],
)
def test_nothing_counts_of_a_check_in_whose_head_is_wrong(head: str) -> None:
    entries = (
        "key_results:\n  - {key_result: cx/hours, value: 13, confidence: 9}\n"
        "readings:\n  - {kpi: csat, date: 2026-11-19, value: 84}\n"
    )
    plan = judged(with_refused(entries, head))

    assert numbers_of(report_of(plan)) == numbers_of(report_of(judged(dict(WORKSPACE))))
    assert [each for each in check(plan, TODAY) if each.place.path == NEW]
    assert NEW in plan.unreadable or len(plan.refused) == 2


def test_check_in_of_a_day_to_come_is_found_also_where_it_has_only_a_note() -> None:
    text = "date: 2027-11-20\nby: ana\nnote: Second wave\n"
    plan = judged({**WORKSPACE, NEW: text})

    assert [each.location for each in plan.refused] == [("note",)]
    assert [each.rule.code for each in check(plan, TODAY) if each.place.path == NEW] == ["C702"]


WRONG = HEAD + "readings:\n  - {kpi: csat, value: 840}\n"
QUOTED = HEAD + 'key_results:\n  - {key_result: cx/csat, value: "84"}\n'
RIGHT = HEAD.replace("T09", "T10") + "readings:\n  - {kpi: csat, value: 84}\n"


@pytest.mark.parametrize("wrong", [WRONG, QUOTED])
@pytest.mark.parametrize(
    ("right", "is_calm"),
    [
        (RIGHT, True),
        (
            RIGHT.replace("readings", "key_results").replace("kpi: csat", "key_result: cx/csat"),
            True,
        ),
        (RIGHT.replace("T10", "T08"), False),
        (RIGHT.replace("84", "841"), False),
        (RIGHT.replace("value", "segment: chat, value"), False),
        (RIGHT.replace("value", "date: 2026-11-19, value"), False),
    ],
)
def test_bad_value_that_a_later_valid_entry_corrects_is_past(
    wrong: str, right: str, *, is_calm: bool
) -> None:
    plan = judged({**WORKSPACE, NEW: wrong, NEW.replace("00002", "00003"): right})

    found = [each for each in check(plan, TODAY) if each.place.path == NEW]
    assert (found == []) is is_calm
    (refused, *_) = [each for each in plan.refused if each.path == NEW]
    assert refused.corrected is is_calm


@pytest.mark.parametrize(
    ("values", "is_calm"), [(["840", "84"], True), (["84", "840"], False), (["84,0", "84"], False)]
)
def test_order_in_one_file_decides_which_entry_corrects(
    values: list[str], *, is_calm: bool
) -> None:
    lines = "".join(f"  - {{kpi: csat, value: {value}}}\n" for value in ["1,5", *values])
    plan = judged(with_refused(f"readings:\n{lines}"))

    assert len([each for each in plan.refused if not each.corrected]) == (1 if is_calm else 2)


@pytest.mark.parametrize(
    ("recorded", "today", "last"),
    [
        (None, "2026-11-20", "2026-11-20"),
        ("2026-11-20T09:00", "2026-11-20", "2026-11-20"),
        ("2026-11-20T10:00", "2026-11-20", "2026-11-21"),
        ("2026-11-21T11:30", "2026-11-20", "2026-11-22"),
        ("2026-11-19T09:00", "2026-11-20", "2026-11-20"),
        ("2027-11-20T09:00", "2026-11-20", "2026-11-20"),
        ("2026-11-21T12:01", "2026-11-20", "2026-11-20"),
    ],
)
def test_last_possible_day_is_one_that_had_begun_somewhere(
    recorded: str | None, today: str, last: str
) -> None:
    moment = datetime.fromisoformat(recorded).replace(tzinfo=UTC) if recorded else None
    assert last_possible_day(moment, date.fromisoformat(today)) == date.fromisoformat(last)


def test_last_possible_day_has_no_day_after_the_last_one() -> None:
    assert last_possible_day(datetime.max.replace(tzinfo=UTC), date.max) == date.max
    late = datetime.max.replace(tzinfo=UTC)
    assert last_possible_day(late, date(9999, 12, 30)) == date(9999, 12, 30)


def test_plan_that_was_judged_is_not_judged_again() -> None:
    plan = judged(with_refused(REFUSED["decimal comma"]))
    assert refuse_entries(plan, date.max) is plan
