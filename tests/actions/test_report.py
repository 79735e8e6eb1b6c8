from datetime import UTC, date
from pathlib import Path

import pytest

from okrcli.actions.report import ReportMaterial, ReportSelection, report_on
from okrcli.actions.workspace import open_workspace
from okrcli.errors import UnknownReferenceError
from tests.checks.workspaces import loaded
from tests.cli.workspaces import FILES, write
from tests.repositories import git, make_committed

DAY = date(2026, 11, 20)
OLD = {"objectives/2026-Q3/old.yaml": "title: Old\n"}


def test_report_is_of_the_cycle_that_holds_the_day() -> None:
    report = report_on(loaded({**FILES, **OLD}), DAY)

    assert report.cycle.id == "2026-Q4"
    assert [each.id for each in report.objectives] == ["cx-leader"]
    assert report.as_of == DAY
    assert report.revision is None


def test_cycle_and_revision_can_be_said() -> None:
    report = report_on(loaded({**FILES, **OLD}), DAY, "2026-Q3", "1a2b3c4")

    assert [each.id for each in report.objectives] == ["old"]
    assert report.revision == "1a2b3c4"


def test_report_without_objectives_is_of_the_calendars_cycle() -> None:
    assert report_on(loaded({}), DAY).cycle.id == "2026-Q4"


def test_unknown_cycle_is_refused() -> None:
    with pytest.raises(UnknownReferenceError, match="2026-Q9"):
        report_on(loaded(FILES), DAY, "2026-Q9")


def test_findings_about_structure_are_counted() -> None:
    broken = {"kpis/broken.yaml": "title: [\n"}

    assert report_on(loaded({**FILES, **broken}), DAY).findings.error == 1


@pytest.mark.parametrize(
    ("selection", "count"),
    [(ReportSelection("2026-Q4"), 3), (ReportSelection(owner="pavel"), 1)],
)
def test_report_is_of_what_is_selected(selection: ReportSelection, count: int) -> None:
    whole = report_on(loaded(FILES), DAY)
    (objective,) = selection.select_from(whole).objectives
    assert len(objective.key_results) == count
    assert selection.is_whole is (selection.owner is None)


def test_selection_of_nobody_known_is_refused() -> None:
    ReportSelection(team="support", owner="ana").require_known(loaded(FILES))
    with pytest.raises(UnknownReferenceError, match="no team 'suport'"):
        ReportSelection(team="suport").require_known(loaded(FILES))


def test_report_is_made_of_the_files_at_hand_or_of_a_commit(tmp_path: Path) -> None:
    root = make_committed(tmp_path / "acme", FILES)
    write(root, OLD)
    at_hand = ReportMaterial.at_hand(open_workspace(root, DAY), DAY)
    committed = ReportMaterial.at_revision(root, "HEAD", DAY)

    assert [each.id for each in at_hand.plan.objectives] == ["old", "cx-leader"]
    assert [each.id for each in committed.plan.objectives] == ["cx-leader"]
    assert (at_hand.revision, at_hand.now) == (None, (DAY, UTC))
    assert (committed.revision, committed.now) == (git(root, "rev-parse", "HEAD"), None)
