from datetime import date
from pathlib import Path

import pytest

from okrcli.actions.check.check_run import findings_in
from okrcli.actions.show import Sheets
from okrcli.actions.site.checkin_file import CheckInFile, file_for_key_result, file_for_kpi
from okrcli.actions.workspace import Workspace, open_workspace
from okrcli.model.finding import Severity
from tests.builders import a_key_result
from tests.cli.workspaces import FILES, write
from tests.render.samples import a_key_result as a_report

DAY = date(2026, 11, 21)  # nothing was checked in that day: that would correct an empty entry


@pytest.fixture
def workspace(tmp_path: Path) -> Workspace:
    return open_workspace(write(tmp_path, dict(FILES)), DAY)


def files_of(workspace: Workspace) -> list[CheckInFile]:
    """Return the files for all that can be checked in."""
    sheets = Sheets(workspace.plan, DAY)
    found = [
        file_for_key_result(sheet.report, sheet.key_result, DAY)
        for objective in workspace.plan.objectives
        for key_result in objective.key_results
        for sheet in [sheets.of_key_result(objective, key_result)]
    ]
    found += [file_for_kpi(sheets.of_kpi(kpi).report, DAY) for kpi in workspace.plan.kpis]
    return [file for file in found if file is not None]


def errors_with(root: Path, file: CheckInFile, content: str) -> list[str]:
    write(root, {file.path: content})
    found = findings_in(open_workspace(root, DAY))
    (root / file.path).unlink()
    return [str(finding.message) for finding in found if finding.severity is Severity.ERROR]


def test_file_that_nobody_has_filled_in_counts_for_nothing(workspace: Workspace) -> None:
    files = files_of(workspace)
    before = Sheets(workspace.plan, DAY)

    assert len(files) == 5
    for file in files:
        is_reading = "readings:" in file.content  # which is nothing without its value
        found = "`value` is not a number." if is_reading else "Nothing is said of "
        (error,) = errors_with(workspace.root, file, file.content)
        assert error.startswith(found)
    write(workspace.root, {file.path: file.content for file in files})
    after = Sheets(open_workspace(workspace.root, DAY).plan, DAY)
    for objective in workspace.plan.objectives:
        for key_result in objective.key_results:
            was, now = (sheets.of_key_result(objective, key_result) for sheets in (before, after))
            assert now.report.value == was.report.value
            assert now.report.confidence == was.report.confidence
            assert now.report.last_checkin == was.report.last_checkin


def test_file_that_is_filled_in_passes_the_check_and_counts(workspace: Workspace) -> None:
    for file in files_of(workspace):
        content = file.content.replace("value: #", "value: 48 #")
        content = content.replace("done: []", "done: [everyone]")
        content = content.replace("confidence: #", "confidence: 9 #")
        assert content != file.content
        assert errors_with(workspace.root, file, content) == []
    hours = next(file for file in files_of(workspace) if "cx-leader/hours" in file.content)
    write(workspace.root, {hours.path: hours.content.replace("value: #", "value: 16 #")})
    plan = open_workspace(workspace.root, DAY).plan

    assert "16" in {str(entry.value) for checkin in plan.checkins for entry in checkin.key_results}


def test_file_says_what_the_last_value_was() -> None:
    file = file_for_key_result(a_report(), a_key_result(), DAY)

    assert file is not None
    assert "value: # the value in points; the last one is 47, of 2026-11-20\n" in file.content
    assert "by: ana # your name in okr.yaml\n" in file.content


def test_unit_cannot_become_a_line_of_the_file() -> None:
    file = file_for_key_result(a_report(unit="x\nby: eve"), a_key_result(), DAY)

    assert file is not None
    assert "\nby: eve" not in file.content


def test_owner_that_is_no_file_name_has_no_file() -> None:
    assert file_for_key_result(a_report(owner="../x"), a_key_result(), DAY) is None
