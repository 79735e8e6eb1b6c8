from datetime import date

import pytest

from okrcli.model.causes import by_cause
from okrcli.next_step import NextStep, StepKind
from tests.checks.workspaces import found_by

WEEKLY = "title: A\nkey_results:\n  - {id: a, title: A, type: metric, baseline: 1, target: 2}\n"


def _weekly(last: str | None, status: str = "active", key_result: str = WEEKLY) -> dict[str, str]:
    files = {"objectives/2026-Q4/cx.yaml": f"status: {status}\n{key_result}"}
    if last:
        entry = "key_results: [{key_result: cx/a, value: 1}]\n"
        files["checkins/2026/a.yaml"] = f"date: {last}\nby: ana\n{entry}"
    return files


@pytest.mark.parametrize(
    ("last", "messages"),
    [
        ("2026-11-10", []),
        ("2026-11-09", ["The check-in of 2026-Q4/cx/a is 4 days overdue."]),
        ("2026-10-09", ["The check-in of 2026-Q4/cx/a is 35 days overdue."]),
        (None, ["The check-in of 2026-Q4/cx/a is 43 days overdue."]),
    ],
)
def test_overdue_checkin_is_found(last: str | None, messages: list[str]) -> None:
    assert [each.message for each in found_by("C701", _weekly(last))] == messages


def test_old_value_is_found_although_notes_are_checked_in() -> None:
    files = _weekly("2026-11-05")
    note = "date: 2026-11-19\nby: ana\nkey_results: [{key_result: cx/a, note: Nothing new}]\n"
    (finding,) = found_by("C701", {**files, "checkins/2026/b.yaml": note})
    assert (
        finding.message
        == "The last value of 2026-Q4/cx/a is from 2026-11-05: it may no longer hold."
    )


@pytest.mark.parametrize("status", ["draft", "closed", "cancelled"])
def test_checkin_is_owed_only_by_active_objectives(status: str) -> None:
    assert found_by("C701", _weekly(None, status)) == []


def test_checkin_is_not_owed_outside_the_cycle() -> None:
    assert found_by("C701", _weekly(None), date(2027, 1, 1)) == []


@pytest.mark.parametrize(
    ("reading", "messages"),
    [
        ("", ["k has no reading yet; one is due weekly."]),
        ("2026-11-12", ["k has no reading since 2026-11-12; one is due weekly."]),
        ("2026-11-13", []),
    ],
)
def test_kpi_that_is_not_read_is_found_once(reading: str, messages: list[str]) -> None:
    files = _weekly(None, key_result=WEEKLY.replace("metric", "metric, kpi: k"))
    files["kpis/k.yaml"] = "title: K\n"
    if reading:
        entry = "readings: [{kpi: k, value: 1}]\n"
        files["checkins/2026/a.yaml"] = f"date: {reading}\nby: ana\n{entry}"
    assert [each.message for each in found_by("C701", files)] == messages


def _readings(*entries: str, day: str = "2026-11-19") -> str:
    return f"date: {day}\nby: ana\nreadings:\n" + "".join(f"  - {each}\n" for each in entries)


@pytest.mark.parametrize(
    ("kpi", "step"),
    [
        ("title: K\n", NextStep.record_reading("k")),
        ("title: K\nsource: {file: data/k.csv}\n", NextStep(StepKind.IMPORT_SOURCES)),
    ],
)
def test_kpi_that_is_not_read_says_what_to_do(kpi: str, step: NextStep) -> None:
    (finding,) = found_by("C701", {"kpis/k.yaml": kpi})
    assert finding.hint == step


FROM_PARTS = {
    "kpis/ratio.yaml": "title: R\nformula: clv / cac\n",
    "kpis/clv.yaml": "title: CLV\n",
    "kpis/cac.yaml": "title: CAC\n",
}


def test_kpi_that_is_computed_is_told_by_what_it_is_computed_from() -> None:
    files = {**FROM_PARTS, "checkins/2026/a.yaml": _readings("{kpi: cac, value: 5}")}
    (finding,) = found_by("C701", files)
    assert finding.message == "clv has no reading yet; one is due weekly."


def test_key_result_of_a_computed_kpi_is_told_by_what_it_is_computed_from() -> None:
    files = _weekly(None, key_result=WEEKLY.replace("metric", "metric, kpi: ratio"))
    assert [each.ref for each in found_by("C701", {**files, **FROM_PARTS})] == ["cac", "clv"]


SEGMENTED = "title: K\nsegments: [chat, voice]\n"


@pytest.mark.parametrize(
    ("readings", "messages"),
    [
        (("{kpi: k, value: 1}",), []),
        (("{kpi: k, value: 1, segment: chat}", "{kpi: k, value: 2, segment: voice}"), []),
        (
            ("{kpi: k, value: 1, segment: voice}",),
            ["k has no reading of chat yet; one is due weekly."],
        ),
        (
            (
                "{kpi: k, value: 1, segment: chat}",
                "{kpi: k, date: 2026-11-02, value: 1, segment: voice}",
            ),
            ["k has no reading of voice since 2026-11-02; one is due weekly."],
        ),
        (
            ("{kpi: k, date: 2026-11-02, value: 1, segment: voice}",),
            ["k has no reading since 2026-11-02; one is due weekly."],
        ),
    ],
)
def test_segment_that_is_not_read_any_more_is_found(
    readings: tuple[str, ...], messages: list[str]
) -> None:
    files = {"kpis/k.yaml": SEGMENTED, "checkins/2026/a.yaml": _readings(*readings)}
    assert [each.message for each in found_by("C701", files)] == messages


def test_silent_segment_is_found_at_its_name() -> None:
    readings = _readings("{kpi: k, value: 1, segment: chat}")
    files = {"kpis/k.yaml": SEGMENTED, "checkins/2026/a.yaml": readings}
    (finding,) = found_by("C701", files)
    assert (finding.place.line, finding.place.column) == (2, 18)
    assert finding.hint == NextStep.record_reading("k", "voice")


@pytest.mark.parametrize(
    ("kpi", "count"),
    [
        ("", 1),
        ("added: 2026-11-12\n", 1),
        ("added: 2026-11-13\n", 0),
        ("added: 2026-12-01\n", 0),
        ("status: draft\n", 0),
    ],
)
def test_kpi_that_was_never_read_is_found_a_cadence_after_it_was_added(
    kpi: str, count: int
) -> None:
    assert len(found_by("C701", {"kpis/nps.yaml": f"title: NPS\n{kpi}"})) == count


def test_key_result_is_awaited_from_the_day_it_was_added() -> None:
    added = WEEKLY.replace("type: metric", "type: metric, added: 2026-11-10")
    assert found_by("C701", _weekly(None, key_result=added)) == []


def test_what_one_person_left_out_since_one_day_has_one_cause() -> None:
    both = (
        WEEKLY
        + "  - {id: b, title: B, type: binary, owner: zoe}\n  - {id: c, title: C, type: binary}\n"
    )
    found = found_by("C701", _weekly(None, key_result=f"owner: ana\n{both}"))
    assert len(found) == 3
    told = by_cause(found)
    assert [each.message for each in told] == [
        "The check-in of 2026-Q4/cx/a is 43 days overdue. The same applies to 2026-Q4/cx/c.",
        "The check-in of 2026-Q4/cx/b is 43 days overdue.",
    ]
