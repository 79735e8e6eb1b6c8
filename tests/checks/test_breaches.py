from datetime import date

import pytest

from okrcli.model.finding import Severity
from tests.checks.workspaces import found_by

KPI = 'title: CSAT\nunit: "%"\ndirection: up\ntarget: {value: 90}\n'


def _plan(opened: str = "2026-11-02", closed: str = "") -> str:
    return (
        f"kpi: csat\nopened: {opened}\ncause: {{type: training, text: New staff}}\n"
        "goal: {value: 85, by: 2026-12-31}\n"
        f"actions: [{{title: Train, owner: zoe, due: 2026-12-01}}]\n{closed}"
    )


def _files(value: str, *plans: str, kpi: str = KPI) -> dict[str, str]:
    reading = f"date: 2026-11-16\nby: ana\nreadings: [{{kpi: csat, value: {value}}}]\n"
    files = {"kpis/csat.yaml": kpi, "checkins/2026/a.yaml": reading}
    return files | {f"improvements/p{n}.yaml": text for n, text in enumerate(plans)}


@pytest.mark.parametrize(
    ("files", "count"),
    [
        (_files("70"), 1),
        (_files("70", _plan()), 0),
        (_files("70", _plan(closed="closed: {date: 2026-11-10}\n")), 1),
        (_files("70", _plan(closed="closed: {date: 2026-11-30}\n")), 0),
        (_files("70", _plan(opened="2026-11-30")), 1),
        (_files("86"), 0),
        (_files("90"), 0),
        (_files("70", kpi="title: CSAT\n"), 0),
        ({"kpis/csat.yaml": KPI}, 0),
    ],
)
def test_breach_without_an_open_plan_is_found(files: dict[str, str], count: int) -> None:
    assert len(found_by("C703", files)) == count


def test_breach_says_the_value_and_its_day() -> None:
    (finding,) = found_by("C703", _files("70"))
    assert finding.message == (
        "csat is in breach, at 70 since 2026-11-16, and has no open improvement plan."
    )


def test_breach_and_follow_up_say_what_to_type() -> None:
    (breach,) = found_by("C703", _files("70"))
    assert breach.hint == "Open one with `okr improve open csat`: cause, goal and who does what."
    (follow_up,) = found_by("C704", _files("70", _plan()))
    assert follow_up.hint == (
        'Write `okr improve follow-up p0 "what has happened"`, or end it with'
        " `okr improve close p0`."
    )


def test_computed_kpi_in_breach_needs_a_plan_too() -> None:
    ratio = "title: R\ndirection: up\ntarget: {value: 3}\nformula: csat / 70\n"
    files = {**_files("70", _plan()), "kpis/ratio.yaml": ratio}
    (finding,) = found_by("C703", files)
    assert finding.ref == "ratio"


def test_breach_of_a_later_day_is_not_yet_known() -> None:
    assert found_by("C703", _files("70"), date(2026, 11, 15)) == []


def _followed(*days: str) -> dict[str, str]:
    text = "date: {}\nby: zoe\nfollowups: [{{improvement: p0, note: N}}]\n"
    return {f"checkins/2026/f{n}.yaml": text.format(day) for n, day in enumerate(days)}


@pytest.mark.parametrize(
    ("opened", "days", "since"),
    [
        ("2026-11-13", (), None),
        ("2026-11-12", (), "2026-11-12"),
        ("2026-11-02", ("2026-11-13",), None),
        ("2026-11-02", ("2026-11-12",), "2026-11-12"),
        ("2026-11-02", ("2026-11-13", "2026-11-05"), None),
        ("2026-11-02", ("2026-11-30",), "2026-11-02"),
        ("2026-11-30", (), None),
    ],
)
def test_plan_without_a_follow_up_for_a_week_is_found(
    opened: str, days: tuple[str, ...], since: str | None
) -> None:
    findings = found_by("C704", {**_files("70", _plan(opened)), **_followed(*days)})
    expected = [f"The improvement plan p0 has had no follow-up since {since}."] if since else []
    assert [each.message for each in findings] == expected


def test_closed_plan_needs_no_follow_up() -> None:
    files = _files("70", _plan(closed="closed: {date: 2026-11-10}\n"))
    assert found_by("C704", files) == []


NPS = "title: A\nkey_results:\n  - {id: a, title: A, type: metric, baseline: 40, target: %s}\n"


def _entries(*entries: tuple[str, str]) -> dict[str, str]:
    text = "date: {}\nby: ana\nkey_results: [{{key_result: cx/a, {}}}]\n"
    return {f"checkins/2026/{n}.yaml": text.format(*each) for n, each in enumerate(entries)}


@pytest.mark.parametrize(
    ("target", "entry", "count"),
    [
        ("80", "value: 45, confidence: 8", 1),
        ("80", "value: 45, confidence: 7", 0),
        ("80", "value: 45", 0),
        ("48", "value: 45, confidence: 10", 0),
    ],
)
def test_confidence_far_behind_is_found(target: str, entry: str, count: int) -> None:
    files = {"objectives/2026-Q4/cx.yaml": NPS % target, **_entries(("2026-11-19", entry))}
    findings = found_by("C705", files)
    assert [each.severity for each in findings] == [Severity.INFO] * count


@pytest.mark.parametrize(
    ("entries", "count"),
    [
        ((("2026-10-15", "value: 46"), ("2026-11-19", "value: 46")), 1),
        ((("2026-10-15", "value: 45"), ("2026-11-19", "value: 46")), 0),
        (
            (("2026-10-15", "value: 46"), ("2026-11-05", "value: 45"), ("2026-11-19", "value: 46")),
            0,
        ),
        ((("2026-11-01", "value: 46"), ("2026-11-19", "value: 46")), 0),
        ((("2026-11-19", "value: 46"),), 0),
    ],
)
def test_key_result_on_track_that_stands_still_is_found(
    entries: tuple[tuple[str, str], ...], count: int
) -> None:
    files = {"objectives/2026-Q4/cx.yaml": NPS % "50", **_entries(*entries)}
    assert len(found_by("C705", files)) == count


def test_objective_of_another_cycle_is_not_judged() -> None:
    files = {"objectives/2026-Q3/cx.yaml": NPS % "80"}
    entry = _entries(("2026-09-19", "value: 45, confidence: 9"))
    assert found_by("C705", {**files, **entry}) == []
