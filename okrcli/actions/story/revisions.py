"""The files of a workspace as they were at a commit, whatever its folder was called then."""

from collections.abc import Mapping
from datetime import date
from pathlib import Path

from okrcli.actions.check.past_files import PastFiles, PastRequest
from okrcli.errors import WorkspaceError
from okrcli.history.commit_dates import EVERYTHING
from okrcli.history.repository import Repository
from okrcli.history.snapshots import files_at, has_file
from okrcli.storage.layout import SETTINGS_FILE, is_like_data_file
from okrcli.storage.workspace import load_settings


def workspace_files(
    repository: Repository, root: Path, commit: str, today: date
) -> Mapping[str, bytes]:
    """Return what the files of the workspace *root* held at *commit*, by path.

    Raises:
        HistoryError: The clone is shallow, so nobody knows what the folder was called.
        WorkspaceError: There was no such workspace.
    """
    files = files_at(repository, commit, root, is_like_data_file)
    if SETTINGS_FILE in files:
        return files
    repository.require_whole_history()
    request = PastRequest(root, load_settings(root), today, None, EVERYTHING)
    history = PastFiles.of(repository, request, commit)
    for folder in history.folders:
        place = repository.root / folder
        if has_file(repository, commit, place / SETTINGS_FILE):
            return files_at(repository, commit, place, is_like_data_file)
    raise WorkspaceError(
        f"There was no workspace in '{root}' at {commit[:12]}, nor where it was before.",
        "Choose a revision that has the workspace.",
    )
