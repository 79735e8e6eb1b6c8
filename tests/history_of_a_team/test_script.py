"""The script writes what the commands write."""

from collections.abc import Callable
from pathlib import Path

import pytest

from okrcli.actions.change import Change
from okrcli.actions.naming.move import move
from okrcli.actions.naming.rename import rename
from okrcli.actions.workspace import Workspace, open_workspace
from okrcli.storage.workspace import plan_of
from tests.history_of_a_team.script import History, Script


@pytest.fixture(scope="module")
def history() -> History:
    return Script().play()


@pytest.mark.parametrize(
    ("mark", "change_of"),
    [
        ("objective renamed", lambda team: rename(team, "support", "care")),
        ("KPI renamed", lambda team: rename(team, "csat", "satisfaction")),
        ("key result moved", lambda team: move(team, "growth/second", "fed")),
        ("key result renamed", lambda team: rename(team, "calm/first", "opening")),
    ],
)
def test_names_change_as_the_commands_change_them(
    tmp_path: Path, history: History, mark: str, change_of: Callable[[Workspace], Change]
) -> None:
    number = history.marks[mark]
    files = history.files_at(number - 1)
    for path, content in files.items():
        file = tmp_path / path
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_bytes(content)
    day = history.commits.made[number - 1].committed.date()
    change = change_of(open_workspace(tmp_path, day))
    for write in change.writes:
        files[write.path.relative_to(tmp_path).as_posix()] = write.content
    for removal in change.removals:
        del files[removal.path.relative_to(tmp_path).as_posix()]

    written, scripted = plan_of(files), plan_of(history.files_at(number))
    assert written.objectives == scripted.objectives
    assert written.kpis == scripted.kpis
