"""`okr new kr` from options and from a title."""

from pathlib import Path

import pytest

from okrcli.model.goalposts import Band
from okrcli.model.key_results import Binary, Maintain, Metric, Milestones
from okrcli.storage.workspace import load_plan
from tests.cli.conftest import Okr
from tests.cli.workspaces import OBJECTIVE
from tests.repositories import git, last_commit, photograph

FILE = "objectives/2026-Q4/cx-leader.yaml"


def added(okr: Okr, root: Path, *arguments: str) -> object:
    """Add the key result `it` and return it as it is read again."""
    ran = okr("new", "kr", "cx-leader", "A", "--id", "it", "--no-commit", *arguments)
    assert ran.code == 0, ran.err
    return load_plan(root).key_result("cx-leader/it")[1]


def test_new_key_result_is_appended_and_every_other_byte_stays(okr: Okr, root: Path) -> None:
    ran = okr(
        *("new", "kr", "cx-leader", "Answers within a day", "--id", "answers"),
        *("--baseline", "70 %", "--target", "95", "--unit", "%", "--due", "2026-12-15"),
    )
    assert ran.code == 0, ran.err
    subject, files = last_commit(root)
    assert (subject, files) == ("Add key result: 2026-Q4/cx-leader/answers", [FILE])
    removed = [line for line in git(root, "show", FILE).split("\n") if line.startswith("-  ")]
    assert removed == []
    head, _, tail = OBJECTIVE.partition("initiatives:")
    assert (root / FILE).read_text().startswith(head)
    assert (root / FILE).read_text().endswith(tail)
    assert '    unit: "%"\n    baseline: 70\n    target: 95\n' in (root / FILE).read_text()


def test_new_key_result_is_read_in_its_title(okr: Okr, root: Path) -> None:
    ran = okr("new", "kr", "cx-leader", "Cut churn from 5 % to 3 % by 2026-12-15", "--id", "churn")

    assert ran.code == 0, ran.err
    assert "Read in the title: baseline 5 %, target 3 %, due 2026-12-15." in ran.err
    found = load_plan(root).key_result("cx-leader/churn")[1]
    assert isinstance(found, Metric)
    assert (str(found.baseline), str(found.target), found.unit) == ("5", "3", "%")
    assert str(found.due) == "2026-12-15"


def test_what_is_typed_comes_before_what_the_title_says(okr: Okr, root: Path) -> None:
    options = ("--id", "churn", "--target", "4 %", "--due", "2026-12-20")
    ran = okr("new", "kr", "cx-leader", "Cut churn from 5 % to 3 % by 2026-12-15", *options)

    assert ran.code == 0, ran.err
    found = load_plan(root).key_result("cx-leader/churn")[1]
    assert isinstance(found, Metric)
    assert (str(found.baseline), str(found.target)) == ("5", "4")
    assert str(found.due) == "2026-12-20"


def test_title_in_another_unit_than_its_kpi_is_refused(okr: Okr) -> None:
    ran = okr("new", "kr", "cx-leader", "Cut it from 5 to 3 hours", "--kpi", "csat")

    assert ran.code == 2
    assert "but the values are in %" in ran.err


def test_new_metric_can_aim_at_a_range_or_a_change(okr: Okr, root: Path) -> None:
    metric = added(okr, root, "--baseline", "90", "--target", "30..50", "--unit", "h")

    assert isinstance(metric, Metric)
    assert metric.target == Band(metric.target.low, metric.target.high)  # type: ignore[union-attr]
    assert str(metric.target.low) == "30"  # type: ignore[union-attr]


def test_new_metric_takes_unit_and_baseline_from_its_kpi(okr: Okr, root: Path) -> None:
    metric = added(okr, root, "--kpi", "csat", "--target", "85 %", "--weight", "2")

    assert isinstance(metric, Metric)
    assert (metric.baseline, metric.unit, metric.kpi) == (None, None, "csat")
    assert metric.weight == 2


def test_new_metric_can_begin_unknown(okr: Okr, root: Path) -> None:
    metric = added(
        *(okr, root, "--unit", "h", "--baseline", "unknown"),
        *("--measure-by", "2026-12-01", "--change", "+5"),
    )

    assert isinstance(metric, Metric)
    assert metric.baseline == "unknown"


def test_new_maintain_milestones_and_binary_follow_from_their_options(okr: Okr, root: Path) -> None:
    arguments = ["new", "kr", "cx-leader"]
    assert okr(*arguments, "Churn", "--at-most", "5 %", "--unit", "%").code == 0
    assert okr(*arguments, "Steps", "--step", "pilot: First", "--step", "Everybody works").code == 0
    assert okr(*arguments, "Open", "--type", "binary", "--owner", "pavel").code == 0

    churn, steps, opened = load_plan(root).objective("cx-leader").key_results[-3:]
    assert isinstance(churn, Maintain)
    assert churn.at_most == 5
    assert isinstance(steps, Milestones)
    assert [(each.id, each.title) for each in steps.steps] == [
        ("pilot", "First"),
        ("everybody-works", "Everybody works"),
    ]
    assert isinstance(opened, Binary)
    assert opened.owner == "pavel"


@pytest.mark.parametrize(
    ("options", "step"),
    [
        (["--at-most", "5", "--unit", "%"], "okr checkin cx-leader/churn VALUE"),
        (["--step", "First"], "okr checkin cx-leader/churn STEP"),
        (["--type", "binary"], "okr checkin cx-leader/churn"),
    ],
)
def test_next_step_after_a_new_key_result_is_that_of_its_type(
    okr: Okr, options: list[str], step: str
) -> None:
    ran = okr("new", "kr", "cx-leader", "Churn", *options)

    assert ran.out.endswith(f"Next: {step}\n"), ran.out


def test_new_key_result_is_refused_when_the_file_has_staged_changes(okr: Okr, root: Path) -> None:
    (root / FILE).write_text(OBJECTIVE + "note: Mine.\n")
    git(root, "add", FILE)
    before = photograph(root)

    ran = okr("new", "kr", "cx-leader", "Open", "--type", "binary")
    assert ran.code == 3
    assert "staged" in ran.err
    assert photograph(root) == before


@pytest.mark.parametrize(
    ("arguments", "code", "message"),
    [
        (["cx-leader"], 2, "A key result needs its objective and a title."),
        (["cx-leader", "A"], 2, "Nothing says how to measure this key result."),
        (["cx-leader", "A", "--target", "5"], 2, "The key result has no baseline."),
        (["cx-leader", "A", "--baseline", "5"], 2, "The key result has no target."),
        (["nothing", "A", "--type", "binary"], 3, "There is no 'nothing'"),
        (["cx-leader", "A", "--type", "binary", "--target", "5"], 2, "--target does not go"),
        (["cx-leader", "A", "--at-least", "1", "--step", "a"], 2, "--step does not go"),
        (["cx-leader", "A", "--type", "milestones"], 2, "has no steps"),
        (["cx-leader", "A", "--baseline", "1", "--target", "1,200"], 2, "could be"),
        (["cx-leader", "A", "--baseline", "1", "--target", "5 %"], 2, "have no unit"),
        (["cx-leader", "A", "--baseline", "1", "--target", "9..5"], 2, "low end above"),
        (["cx-leader", "A", "--baseline", "1", "--change", "much"], 2, "is not a change"),
        (
            ["cx-leader", "A", "--type", "binary", "--due", "soon"],
            2,
            "--due: 'soon' is not a date",
        ),
        (["cx-leader", "A", "--type", "binary", "--id", "nps"], 3, "nps"),
        (["cx-leader", "A", "--type", "binary", "--guard", "npss"], 3, "npss"),
    ],
)
def test_key_result_that_would_be_wrong_is_refused_and_nothing_changes(
    okr: Okr, root: Path, arguments: list[str], code: int, message: str
) -> None:
    before = photograph(root)
    ran = okr("new", "kr", *arguments)

    assert (ran.code, message in ran.err) == (code, True), ran.err
    assert photograph(root) == before


def test_error_of_a_new_key_result_is_refused_where_its_objective_is_no_draft(
    okr: Okr, root: Path
) -> None:
    arguments = ("new", "kr", "cx-leader", "Raise NPS from 40 to 60")
    before = photograph(root)
    ran = okr(*arguments)
    assert (ran.code, "has no unit" in ran.err, "--draft" in ran.err) == (3, True, True)
    assert photograph(root) == before

    (root / FILE).write_text(f"status: draft\n{OBJECTIVE}")
    assert okr(*arguments, "--no-commit").code == 0


def test_title_that_names_a_kpi_says_how_its_readings_count(okr: Okr) -> None:
    ran = okr("new", "kr", "cx-leader", "Raise NPS from 40 to 62", "--id", "again", "--dry-run")
    assert "The title names the KPI nps: with --kpi nps its readings count." in ran.err
