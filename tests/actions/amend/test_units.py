"""A unit with a factor: everything that is in it goes along."""

from datetime import date
from decimal import Decimal
from pathlib import Path

import pytest

from okrcli.actions.amend.moves import Reason
from okrcli.actions.workspace import Workspace, open_workspace
from okrcli.checks.history.amended import apply_amendments
from okrcli.compute.as_of.plan import plan_on
from okrcli.compute.reports.report_builder import build_report, snapshot_on
from okrcli.errors import UsageError
from okrcli.model.cycle import Cycle
from tests.actions.amend.spaces import (
    DAY,
    EARLIER,
    PATH,
    a_space,
    amended,
    amended_by,
    new_lines,
    saved,
)
from tests.cli.workspaces import FILES, OBJECTIVE

Q4 = Cycle("2026-Q4", date(2026, 10, 1), date(2026, 12, 31))
INHERITED = OBJECTIVE.replace("    unit: points\n", "")
DAYS_BEFORE = [date(2026, 11, 7), date(2026, 11, 19)]


def shares(space: Workspace, day: date) -> list[object]:
    [objective] = build_report(space.plan, Q4, day).objectives
    return [key_result.measured.progress for key_result in objective.key_results]


def amendments_in(lines: list[str]) -> list[str]:
    return [line.partition("field: ")[2] for line in lines if "field: " in line]


def test_numbers_are_converted_and_progress_stays(tmp_path: Path) -> None:
    space = a_space(tmp_path, EARLIER)
    change = amended(space, "cx-leader/hours", unit="min", factor="60").change
    lines = new_lines(change)
    assert {"    unit: min", "    baseline: 1440", "    target: 720"} <= {*lines}
    assert amendments_in(lines) == ["unit, was: h, now: min, why: scale changed, factor: 60}"]
    after = saved(space, change)
    assert [shares(after, day) for day in [*DAYS_BEFORE, DAY]] == [
        shares(space, day) for day in [*DAYS_BEFORE, DAY]
    ]


def test_what_has_no_end_in_decimals_is_amended_itself(tmp_path: Path) -> None:
    space = a_space(tmp_path, EARLIER)
    change = amended(space, "cx-leader/hours", unit="days", factor="1/7").change
    assert amendments_in(new_lines(change)) == [
        "unit, was: h, now: days, why: scale changed, factor: 1/7}",
        "baseline, was: 24, now: 3.42857, why: scale changed}",
        "target, was: 12, now: 1.71429, why: scale changed}",
    ]
    after = saved(space, change)
    assert shares(after, date(2026, 11, 19)) == shares(space, date(2026, 11, 19))


@pytest.mark.parametrize(
    ("objective", "amended_too"),
    [
        (OBJECTIVE, ["unit, was: points, now: permille, why: scale changed, factor: 10}"]),
        (INHERITED, [
            "baseline, was: 40, now: 400, why: scale changed}",
            "target, was: 60, now: 600, why: scale changed}"]),
    ],
    ids=["own unit", "the KPI's unit"],
)  # fmt: skip
def test_key_results_that_a_kpi_feeds_go_along(
    tmp_path: Path, objective: str, amended_too: list[str]
) -> None:
    space = a_space(tmp_path, {**EARLIER, PATH: objective})
    change = amended(space, "nps", unit="permille", factor="10").change
    assert [write.path.name for write in change.writes] == ["nps.yaml", "cx-leader.yaml"]
    lines = new_lines(change)
    assert amendments_in(lines) == [
        "unit, was: points, now: permille, why: scale changed, factor: 10}",
        *amended_too,
    ]
    assert "target: {value: 500, by: 2026-12-31}" in lines
    assert "bounds: [-1000, 1000]" in lines
    after = saved(space, change)
    assert [shares(after, day) for day in [*DAYS_BEFORE, DAY]] == [
        shares(space, day) for day in [*DAYS_BEFORE, DAY]
    ]
    assert change.message.count("OKR-") == 2


def test_key_results_of_a_cycle_that_is_over_keep_their_progress(tmp_path: Path) -> None:
    later = open_workspace(a_space(tmp_path, EARLIER).root, date(2027, 1, 10))
    reason = Reason(later.today, "Finer")
    change = amended(later, "nps", unit="permille", factor="10", reason=reason).change
    assert [write.path.name for write in change.writes] == ["nps.yaml"]
    later.save(change, commit=False)
    after = open_workspace(later.root, later.today)
    assert shares(after, later.today) == shares(later, later.today)


def test_what_is_over_or_not_begun_is_not_amended(tmp_path: Path) -> None:
    later = OBJECTIVE.replace("    amendments:\n", "").replace(
        "      - {date: 2026-11-02, field: target, was: 65, now: 60,"
        " why: scale changed, approved_by: pavel}\n",
        "",
    )
    closed = f"{later}status: closed\nclosing: {{date: 2026-11-02, computed: 1}}\n"
    files = {"objectives/2027-Q1/next.yaml": later, PATH: closed}
    space = a_space(tmp_path, {**EARLIER, **files})
    change = amended(space, "nps", unit="permille", factor="10").change
    assert [write.path.name for write in change.writes] == ["nps.yaml", "next.yaml"]
    assert "amendments" not in change.writes[1].content.decode()
    assert "target: 600" in change.writes[1].content.decode()


@pytest.mark.parametrize(
    ("ref", "texts", "factor", "message"),
    [
        ("cx-leader/nps", {"unit": "x"}, "10", "takes its values from the KPI nps"),
        ("cx-leader/hours", {"target": "10"}, "60", "nothing says to which"),
        ("cx-leader/hours", {"unit": "none"}, "60", "nothing says to which"),
        ("cx-leader/hours", {"unit": "min"}, "0", "'0' is not a factor above 0"),
        ("cx-leader/hours", {"unit": "min"}, "1/0", "'1/0' is not a factor above 0"),
    ],
)
def test_conversion_that_would_be_wrong_is_refused(
    tmp_path: Path, ref: str, texts: dict[str, str], factor: str, message: str
) -> None:
    space = a_space(tmp_path, EARLIER)
    with pytest.raises(UsageError, match=message):
        amended_by(space, ref, texts, factor=factor)


@pytest.mark.parametrize("ref", ["cx-leader/hours", "nps"])
def test_value_of_the_same_day_would_be_taken_for_one_in_the_new_unit(
    tmp_path: Path, ref: str
) -> None:
    space = a_space(tmp_path, FILES)
    with pytest.raises(UsageError, match="has a value of 2026-11-20 already"):
        amended(space, ref, unit="x", factor="60")
    later = open_workspace(space.root, date(2026, 11, 21))
    assert amended(later, ref, unit="x", factor="60", reason=Reason(later.today, "y")).change


def test_what_is_typed_beside_the_unit_is_in_the_new_one(tmp_path: Path) -> None:
    space = a_space(tmp_path, EARLIER)
    reason = Reason(DAY, "Read in minutes")
    texts = {"unit": "min", "target": "600"}
    change = amended(space, "cx-leader/hours", factor="60", reason=reason, **texts).change
    assert amendments_in(new_lines(change)) == [
        "unit, was: h, now: min, why: Read in minutes, factor: 60}",
        "target, was: 12, now: 600, why: Read in minutes}",
    ]


@pytest.mark.parametrize("is_unit_first", [True, False])
@pytest.mark.parametrize("objective", [OBJECTIVE, INHERITED])
def test_other_amendments_of_the_same_day_leave_earlier_days_as_they_were(
    tmp_path: Path, objective: str, is_unit_first: bool
) -> None:
    space = a_space(tmp_path, {**EARLIER, PATH: objective})
    unit: tuple[str, dict[str, str], str] = ("nps", {"unit": "permille"}, "10")
    number = "700" if is_unit_first else "70"
    targets: list[tuple[str, dict[str, str], str]] = [
        (ref, {"target": number}, "") for ref in ("cx-leader/nps", "nps")
    ]
    after = space
    for ref, texts, factor in [unit, *targets] if is_unit_first else [*targets, unit]:
        after = saved(after, amended_by(after, ref, texts, factor=factor).change)
    assert [plan_of_day(after, day) for day in DAYS_BEFORE] == [
        plan_of_day(space, day) for day in DAYS_BEFORE
    ]
    assert shares(after, DAY)[0] == Decimal(4) / Decimal(30)
    _, before = space.plan.key_result("cx-leader/nps")
    _, now = after.plan.key_result("cx-leader/nps")
    new = [each for each in now.amendments if each not in before.amendments]
    for field in ("baseline", "target", "unit"):
        assert apply_amendments(getattr(before, field), field, new) == getattr(now, field)
    kpi = after.plan.kpi("nps")
    for field in ("baseline", "target", "bounds", "unit"):
        agreed = getattr(space.plan.kpi("nps"), field)
        assert apply_amendments(agreed, field, kpi.amendments) == getattr(kpi, field)


def plan_of_day(space: Workspace, day: date) -> list[object]:
    """Return the numbers that held on *day*."""
    plan = plan_on(space.plan, day)
    _, key_result = plan.key_result("cx-leader/nps")
    records = (key_result, plan.kpi("nps"))
    return [getattr(each, name) for each in records for name in ("baseline", "target", "unit")]


def test_what_stays_in_the_old_unit_is_told(tmp_path: Path) -> None:
    files = {"improvements/csat-plan.yaml": PLAN, "kpis/both.yaml": BOTH}
    space = a_space(tmp_path, {**EARLIER, **files})
    assert amended(space, "csat", unit="permille", factor="10").remarks == (
        "The goal of the improvement plan csat-plan is still 80, in %.",
        "Computed from its values, which are others now: both.",
    )
    assert amended(space, "nps", unit="permille", factor="10").remarks[0].startswith("Computed")


BOTH = "title: Both\ndirection: up\nformula: nps + csat\n"
PLAN = """\
kpi: csat
opened: 2026-11-02
cause: {type: training, text: Half of the team is new.}
goal: {value: 80, by: 2026-12-31}
actions:
  - {title: Train, owner: ana, due: 2026-12-01}
"""


def test_key_result_states_the_new_name_of_its_kpi_s_unit(tmp_path: Path) -> None:
    space = a_space(tmp_path, EARLIER)
    change = amended(space, "nps", unit="pts").change
    assert amendments_in(new_lines(change)) == [
        "unit, was: points, now: pts, why: scale changed}",
        "unit, was: points, now: pts, why: scale changed}",
    ]
    inherited = a_space(tmp_path / "inherited", {**EARLIER, PATH: INHERITED})
    assert len(amended(inherited, "nps", unit="pts").change.writes) == 1


def test_factor_of_1_only_names_the_unit_otherwise(tmp_path: Path) -> None:
    space = a_space(tmp_path, EARLIER)
    after = saved(space, amended(space, "nps", unit="pts", factor="1").change)
    assert shares(after, DAY) == shares(space, DAY)
    assert after.plan.kpi("nps").bounds == space.plan.kpi("nps").bounds


def test_values_of_a_draft_are_read_in_their_unit_too(tmp_path: Path) -> None:
    draft = EARLIER["kpis/nps.yaml"] + "status: draft\n"
    space = a_space(tmp_path, {**EARLIER, "kpis/nps.yaml": draft})
    after = saved(space, amended(space, "nps", unit="permille", factor="10").change)
    assert snapshot_on(after.plan, DAY).kpis["nps"].value == Decimal(440)
    assert shares(after, DAY) == shares(space, DAY)
    with pytest.raises(UsageError, match="Nothing says why nps"):
        amended(space, "nps", unit="permille", factor="10", reason=Reason(DAY))
