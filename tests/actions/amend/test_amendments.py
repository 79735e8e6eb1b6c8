"""`amend_all`: the value in place and the amendment, in one write."""

import re
from datetime import date
from pathlib import Path

import pytest

from okrcli.actions.amend.moves import Reason
from okrcli.actions.workspace import Workspace
from okrcli.compute.reports.report_builder import build_report
from okrcli.errors import OkrError, UsageError
from okrcli.model.cycle import Cycle
from tests.actions.amend.spaces import (
    BECAUSE,
    DAY,
    PATH,
    a_space,
    amended,
    amended_by,
    new_lines,
    saved,
)
from tests.cli.workspaces import FILES, OBJECTIVE
from tests.repositories import photograph

Q4 = Cycle("2026-Q4", date(2026, 10, 1), date(2026, 12, 31))
AMENDED = "- {date: 2026-11-20, field: "


@pytest.fixture
def space(tmp_path: Path) -> Workspace:
    return a_space(tmp_path, FILES)


def progress_on(space: Workspace, day: date) -> object:
    [objective] = build_report(space.plan, Q4, day).objectives
    return objective.key_results[0].measured.progress


def test_value_moves_in_place_and_says_what_it_was(space: Workspace) -> None:
    reason = Reason(DAY, "One market fewer", "pavel")
    change = amended(space, "cx-leader/nps", target="50", reason=reason).change
    assert new_lines(change) == [
        "-    target: 60",
        "    target: 50",
        f"      {AMENDED}target, was: 60, now: 50, why: One market fewer, approved_by: pavel}}",
    ]
    assert change.lines == (
        "Amended 2026-Q4/cx-leader/nps from 2026-11-20 on:",
        "  target: 50 (before: 60)",
        "  progress of 2026-Q4/cx-leader/nps today: 70% (before: 35%)",
        "  score of 2026-Q4/cx-leader today: 0.58 (before: 0.46)",
    )
    assert change.message == (
        "Amend: 2026-Q4/cx-leader/nps target 60 to 50\n\nOne market fewer\n\n"
        "Approved by pavel.\n\nOKR-Key-Result: 2026-Q4/cx-leader/nps\n"
    )


def test_earlier_days_go_on_with_what_it_was(space: Workspace) -> None:
    before = progress_on(space, date(2026, 11, 19))
    after = saved(space, amended(space, "cx-leader/nps", target="50").change)
    assert progress_on(after, date(2026, 11, 19)) == before
    assert progress_on(after, DAY) != progress_on(space, DAY)


@pytest.mark.parametrize(
    ("ref", "texts", "lines"),
    [
        ("cx-leader/nps", {"due": "2026-12-15"}, ["due, was: null, now: 2026-12-15"]),
        ("cx-leader/nps", {"baseline": "unknown", "measure_by": "2026-11-30"}, [
            "baseline, was: 40, now: unknown", "measure_by, was: null, now: 2026-11-30"]),
        ("cx-leader/nps", {"target": "none", "change": "+50%"}, [
            "target, was: 60, now: null", "change, was: null, now: +50%"]),
        ("cx-leader/nps", {"target": "55..60"}, ["target, was: 60, now: [55, 60]"]),
        ("cx-leader/hours", {"target": "600 min"}, ["target, was: 12, now: 10"]),
        ("cx-leader", {"ambition": "committed"}, ["ambition, was: null, now: committed"]),
        ("nps", {"bounds": "0..90"}, ["bounds, was: [-100, 100], now: [0, 90]"]),
        ("nps", {"target": "55", "target_by": "none"}, [
            "target, was: {value: 50, by: 2026-12-31}, now: {value: 55}"]),
        ("nps", {"target_by": "2026-12-15"}, [
            "target, was: {value: 50, by: 2026-12-31}, now: {value: 50, by: 2026-12-15}"]),
        ("nps", {"survey": "{type: nps}"}, ["survey, was: null, now: {type: nps}"]),
    ],
)  # fmt: skip
def test_each_goalpost_is_read_as_its_field_has_it(
    space: Workspace, ref: str, texts: dict[str, str], lines: list[str]
) -> None:
    change = amended_by(space, ref, texts).change
    added = [line.strip() for line in new_lines(change) if AMENDED in line]
    assert added == [f"{AMENDED}{line}, why: scale changed}}" for line in lines]
    assert not saved(space, change).plan.findings


def test_step_is_amended_by_its_key_result(space: Workspace) -> None:
    change = amended(space, "cx-leader/training", step="2", due="2026-12-20").change
    said = "steps.everyone.due, was: 2026-12-15, now: 2026-12-20, why: scale changed}"
    assert new_lines(change)[-1] == f"      {AMENDED}{said}"
    plan = saved(space, change).plan
    assert plan.key_result("cx-leader/training")[1].listed_steps[1].due == date(2026, 12, 20)


def test_unknown_baseline_is_measured_by_one_amendment(tmp_path: Path) -> None:
    unknown = OBJECTIVE.replace("baseline: 24", "baseline: unknown\n    measure_by: 2026-11-30")
    space = a_space(tmp_path, {**FILES, PATH: unknown})
    change = amended(space, "cx-leader/hours", baseline="22").change
    assert [line for line in new_lines(change) if "baseline" in line] == [
        "-    baseline: unknown",
        "    baseline: 22",
        f"      {AMENDED}baseline, was: unknown, now: 22, why: scale changed}}",
    ]


@pytest.mark.parametrize(
    ("changed", "ref"),
    [
        ({PATH: OBJECTIVE.replace("owner: ana", "status: draft\nowner: ana", 1)}, "cx-leader/nps"),
        ({PATH: OBJECTIVE.replace("target: 60", "target: 60\n    added: 2026-11-20")},
         "cx-leader/nps"),
        ({"objectives/2027-Q1/later.yaml": OBJECTIVE}, "later/nps"),
        ({"kpis/unread.yaml": FILES["kpis/nps.yaml"]}, "unread"),
        ({"kpis/nps.yaml": FILES["kpis/nps.yaml"] + "status: draft\n"}, "nps"),
    ],
    ids=["draft", "added today", "of the next cycle", "never read", "draft KPI"],
)  # fmt: skip
def test_what_binds_nobody_only_changes(tmp_path: Path, changed: dict[str, str], ref: str) -> None:
    space = a_space(tmp_path, {**FILES, **changed})
    change = amended(space, ref, target="55", reason=Reason(DAY)).change
    assert not [line for line in new_lines(change) if AMENDED in line]
    assert "binds nobody yet" in change.lines[0]
    assert change.message.startswith("Change: ")


def test_what_a_check_will_say_is_told_as_of_a_title_that_says_the_old_number(
    space: Workspace,
) -> None:
    [finding] = amended(space, "cx-leader/nps", target="50").findings
    assert finding.message.startswith("The title of 2026-Q4/cx-leader/nps says 60, but `target`")
    [finding] = amended(space, "cx-leader/hours", due="2027-12-01").findings
    assert "outside 2026-Q4" in finding.message
    assert not amended(space, "cx-leader/nps", due="2026-12-15").findings


@pytest.mark.parametrize(
    ("ref", "texts", "message"),
    [
        ("cx-leader/nps", {"target": "60"}, "target of 2026-Q4/cx-leader/nps is 60 already"),
        ("cx-leader/nps", {"due": "2026-12-31"}, "is 2026-12-31 already"),
        ("cx-leader/nps", {"weight": "1", "target": "50"}, "weight of .* is 1 already"),
        ("nps", {"target": "50"}, "target of nps is 50 by 2026-12-31 already"),
        ("cx-leader", {"ambition": "aspirational"}, "is aspirational already"),
        ("cx-leader/nps", {"at_least": "4"}, "at_least does not go with .*, which is a metric"),
        ("cx-leader", {"target": "50"}, "which is an objective"),
        ("nps", {"due": "2026-12-31"}, "which is a KPI"),
        ("cx-leader/nps", {}, "Nothing says what to amend"),
        ("cx-leader/nps", {"target": "many"}, 'target: "many" is not a number'),
        ("cx-leader/nps", {"due": "31.12."}, "due: '31.12.' is not a date"),
        ("cx-leader", {"ambition": "high"}, "ambition: 'high' is not `committed` or"),
        ("nps", {"survey": "{type: nps"}, "survey: '{type: nps' cannot be read"),
        ("cx-leader/nps", {"change": "+5"}, "has both `target` and `change`"),
        ("csat", {"target": "none", "target_by": "2026-12-31"}, "A date needs a target"),
    ],
)  # fmt: skip
def test_nothing_is_changed_where_it_cannot_be(
    space: Workspace, ref: str, texts: dict[str, str], message: str
) -> None:
    before = photograph(space.root)
    with pytest.raises(OkrError) as refused:
        amended_by(space, ref, texts)
    assert re.search(message, " ".join(refused.value.lines))
    assert photograph(space.root) == before


def test_one_field_is_not_amended_before_it_was(space: Workspace) -> None:
    after = saved(space, amended(space, "cx-leader/nps", target="50").change)
    earlier = Reason(date(2026, 11, 19), "forgotten")
    with pytest.raises(UsageError, match="was amended on 2026-11-20, which is after 2026-11-19"):
        amended(after, "cx-leader/nps", target="45", reason=earlier)
    again = saved(after, amended(after, "cx-leader/nps", target="45").change)
    assert progress_on(again, date(2026, 11, 19)) == progress_on(space, date(2026, 11, 19))


def test_unit_without_a_factor_says_what_becomes_of_values(space: Workspace) -> None:
    [remark] = amended(space, "cx-leader/hours", unit="min", reason=BECAUSE).remarks
    assert remark.startswith("Values of 2026-Q4/cx-leader/hours from before stay in h")


HOSTILE = "a: b\n- {c}: [d] # e \u202e\u2028\x1b[31m 'f' \"g\" --h\nSigned-off-by: z"


def test_hostile_reason_stays_a_reason(space: Workspace) -> None:
    change = amended(space, "cx-leader/nps", target="50", reason=Reason(DAY, HOSTILE)).change
    _, after = saved(space, change).plan.key_result("cx-leader/nps")
    assert after.amendments[-1].why == HOSTILE
    assert "\nSigned-off-by" not in change.message
    assert "\x1b" not in change.message


@pytest.mark.parametrize(
    ("ref", "texts", "message"),
    [
        ("cx-leader/nps", {"kpi": "nobody"}, "nobody"),
        ("cx-leader/nps", {"weight": "-1"}, "weight: '-1' is below 0"),
        ("cx-leader/nps", {"target": "60..50"}, "low end above its high end"),
        ("nps", {"formula": "nps +"}, "formula cannot be read"),
    ],
)
def test_what_would_be_wrong_is_refused_as_in_a_file(
    space: Workspace, ref: str, texts: dict[str, str], message: str
) -> None:
    with pytest.raises(OkrError, match=message):
        amended_by(space, ref, texts)


def test_unknown_name_of_a_future_day_refuses_no_amendment(tmp_path: Path) -> None:
    tomorrow = "date: 2026-11-21\nby: ana\nkey_results: [{key_result: nobody/nps, value: 4}]\n"
    space = a_space(tmp_path, {**FILES, "checkins/2026/2026-11-21-ana-1.yaml": tomorrow})
    change = amended(space, "cx-leader/nps", target="50").change
    assert change.lines[0] == "Amended 2026-Q4/cx-leader/nps from 2026-11-20 on:"
