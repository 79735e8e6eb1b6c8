from pathlib import Path

import pytest

from okrcli.actions.check.past_files import PastRequest, horizon_of
from okrcli.actions.story.workspace_history import WorkspaceHistory, repository_with_history
from okrcli.errors import NoHistoryError
from okrcli.storage.workspace import load_definitions
from tests.security.forging import CHECKIN, TODAY, agreed, checkin


def test_history_is_opened_with_all_that_commits_had(tmp_path: Path) -> None:
    space = agreed(tmp_path / "acme").commit("2026-10-05", {CHECKIN: checkin()})
    plan = load_definitions(space.root)
    request = PastRequest(space.root.resolve(), plan, TODAY, None, horizon_of(TODAY, None))
    history = WorkspaceHistory.open(request)

    assert [len(commit.changes) for commit in history.definitions] == [1]
    assert [change.file[0] for change in history.checkins.changes()] == [CHECKIN]
    assert len(history.contents.raw) == 2


def test_folder_without_a_repository_has_no_history(tmp_path: Path) -> None:
    with pytest.raises(NoHistoryError, match="not in a git repository"):
        repository_with_history(tmp_path)
