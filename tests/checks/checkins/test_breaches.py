from datetime import date

import pytest

from okrcli.next_step import NextStep, StepKind
from tests.checks.workspaces import found_by

KPI = 'title: CSAT\nunit: "%"\ndirection: up\ntarget: {value: 90}\n'
ON_ITS_WAY = KPI.replace("{value: 90}", "{value: 90, by: 2026-12-31, since: 2026-10-01}") + (
    "baseline: 50\n"
)


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
        (_files("70", kpi=ON_ITS_WAY), 0),
        (_files("60", kpi=ON_ITS_WAY), 1),
        (_files("70", kpi=KPI + "status: draft\n"), 0),
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


def test_breach_and_follow_up_say_what_to_do() -> None:
    (breach,) = found_by("C703", _files("70"))
    assert breach.hint == NextStep(StepKind.OPEN_IMPROVEMENT, "csat")
    (follow_up,) = found_by("C704", _files("70", _plan()))
    assert follow_up.hint == NextStep(StepKind.FOLLOW_UP, "p0")


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
