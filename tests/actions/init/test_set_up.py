from datetime import date
from pathlib import Path
from typing import Any

import pytest

from okrcli.actions.init.set_up import WorkspaceRequest, repository_of, set_up, workspace_files
from okrcli.errors import HistoryError, OkrError, WorkspaceError
from okrcli.storage.files import write_all
from okrcli.storage.schemas import schema_files
from tests.repositories import make_repository

TODAY = date(2026, 11, 20)
SAMPLES = {"okr.yaml", "kpis/nps.yaml", "objectives/2026-Q4/recommended-support.yaml"}


@pytest.fixture
def root(tmp_path: Path) -> Path:
    folder = tmp_path / "team"
    folder.mkdir()
    return folder


def paths_in(request: WorkspaceRequest) -> set[str]:
    """Return the files that the workspace gets beside its schemas."""
    paths = {file.relative_to(request.root).as_posix() for file in workspace_files(request)}
    assert paths >= set(schema_files())
    return paths - set(schema_files())


def test_empty_folder_gets_settings_and_samples(root: Path) -> None:
    assert paths_in(WorkspaceRequest(root, TODAY)) == SAMPLES


def test_settings_have_the_name_that_is_asked_for_else_the_folders(root: Path) -> None:
    for name, expected in ((None, "team"), ("Café & co: #1", "Café & co: #1")):
        files = workspace_files(WorkspaceRequest(root, TODAY, name=name, language="es"))
        settings = files[root / "okr.yaml"].decode()
        assert f'name: "{expected}"' in settings
        assert "language: es" in settings


def test_bare_workspace_has_settings_alone(root: Path) -> None:
    assert paths_in(WorkspaceRequest(root, TODAY, is_bare=True)) == {"okr.yaml"}


def test_team_that_has_files_of_its_own_needs_no_samples_of_their_kind(root: Path) -> None:
    own = root / "kpis/csat.yaml"
    own.parent.mkdir()
    own.write_text("title: CSAT\n")

    assert paths_in(WorkspaceRequest(root, TODAY)) == SAMPLES - {"kpis/nps.yaml"}


def test_example_comes_with_all_its_files(root: Path) -> None:
    paths = paths_in(WorkspaceRequest(root, TODAY, example="crm"))

    assert "okr.yaml" in paths
    assert any(path.startswith("checkins/2026/") for path in paths)


def test_what_is_there_is_kept(root: Path) -> None:
    (root / "okr.yaml").write_text("version: 1\nname: Ours\n")
    made = set_up(workspace_files(WorkspaceRequest(root, TODAY)))

    assert made.kept == {root / "okr.yaml"}
    assert root / "kpis/nps.yaml" in made.new
    change = made.change("Ours")
    assert change is not None
    assert change.message == "Set up OKRs: Ours\n"
    write_all(change.writes, root)
    assert set_up(workspace_files(WorkspaceRequest(root, TODAY))).change("Ours") is None


@pytest.mark.parametrize(
    ("asked", "said"),
    [
        ({"example": "nothing"}, "There is no example 'nothing'."),
        ({"example": "crm", "language": "en"}, "has its own language"),
        ({"example": "crm", "name": "Ours"}, "has its own language"),
    ],
)
def test_workspace_that_there_cannot_be_is_refused(
    root: Path, asked: dict[str, Any], said: str
) -> None:
    with pytest.raises(OkrError) as caught:
        workspace_files(WorkspaceRequest(root, TODAY, **asked))

    assert said in caught.value.message


def test_file_or_workspace_in_the_way_is_refused(root: Path) -> None:
    (root / "okr.yaml").write_text("version: 1\n")

    with pytest.raises(OkrError, match="already a workspace"):
        workspace_files(WorkspaceRequest(root, TODAY, example="crm"))
    with pytest.raises(OkrError, match="is a file"):
        workspace_files(WorkspaceRequest(root / "okr.yaml", TODAY))


def test_repository_is_made_where_there_is_none(root: Path) -> None:
    first, is_new = repository_of(root, commit=True)
    again, is_new_again = repository_of(root, commit=True)

    assert (is_new, is_new_again) == (True, False)
    assert first.root == again.root == root


def test_repository_around_the_workspace_is_taken(tmp_path: Path) -> None:
    around = make_repository(tmp_path / "monorepo")
    found, is_new = repository_of(around / "teams/support", commit=True)

    assert (found.root, is_new) == (around, False)


def test_nothing_is_made_where_nobody_could_commit(
    root: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    for role in ("AUTHOR", "COMMITTER"):
        monkeypatch.delenv(f"GIT_{role}_NAME", raising=False)
        monkeypatch.delenv(f"GIT_{role}_EMAIL", raising=False)
    monkeypatch.setenv("HOME", str(root))
    (root / ".gitconfig").write_text("[user]\n\tuseConfigOnly = true\n")

    with pytest.raises(HistoryError, match="does not know who you are"):
        repository_of(root / "team", commit=True)
    assert not (root / "team").exists()


@pytest.mark.parametrize("folder", ["objectives", "kpis/emea", "checkins"])
def test_no_workspace_is_made_among_the_data_of_another(root: Path, folder: str) -> None:
    (root / "okr.yaml").write_text("version: 1\n")
    with pytest.raises(WorkspaceError, match="is among the data of the workspace in"):
        workspace_files(WorkspaceRequest(root / folder, TODAY))


def test_workspace_may_be_beside_the_data_of_another(root: Path) -> None:
    (root / "okr.yaml").write_text("version: 1\n")
    assert paths_in(WorkspaceRequest(root / "teams/kpis", TODAY)) == SAMPLES


def test_folder_may_be_called_as_data_are(root: Path) -> None:
    assert paths_in(WorkspaceRequest(root / "kpis", TODAY)) == SAMPLES
