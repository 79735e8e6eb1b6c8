from pathlib import Path

import pytest

from okrcli.errors import HistoryError, NoHistoryError
from okrcli.history.repository import open_repository
from okrcli.history.unusable import require_apart, require_no_other
from tests.repositories import git, make_repository


def test_bare_repository_alone_hides_no_history(tmp_path: Path) -> None:
    git(tmp_path, "init", "--quiet", "--bare", "bare.git")
    with pytest.raises(NoHistoryError, match="bare repository"):
        open_repository(tmp_path / "bare.git")


def test_bare_repository_within_another_one_is_refused_by_its_place(repository: Path) -> None:
    git(repository, "init", "--quiet", "--bare", "teams")
    (repository / "teams/support").mkdir()
    with pytest.raises(HistoryError, match="within your repository") as raised:
        open_repository(repository / "teams/support")
    assert not isinstance(raised.value, NoHistoryError)
    assert str(repository / "teams") in raised.value.message


def test_repository_that_is_set_up_as_bare_is_named(repository: Path) -> None:
    git(repository, "config", "core.bare", "true")
    with pytest.raises(HistoryError, match=r"\.git is set up as a bare repository") as raised:
        open_repository(repository)
    assert not isinstance(raised.value, NoHistoryError)


def test_git_folder_itself_is_no_place_to_work(repository: Path) -> None:
    with pytest.raises(HistoryError, match=r"\.git folder") as raised:
        open_repository(repository / ".git/refs")
    assert not isinstance(raised.value, NoHistoryError)


def test_git_folder_that_git_does_not_know_is_named(tmp_path: Path) -> None:
    (tmp_path / ".git").mkdir()
    with pytest.raises(HistoryError, match="does not recognise it as a repository"):
        open_repository(tmp_path / "a/b")


def test_git_folder_above_a_ceiling_is_none_of_ours(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    make_repository(tmp_path / "top")
    (tmp_path / "top/team").mkdir()
    monkeypatch.setenv("GIT_CEILING_DIRECTORIES", str(tmp_path / "top"))
    assert open_repository(tmp_path / "top/team") is None


@pytest.mark.parametrize(
    ("git_folder", "root"),
    [(".git", "."), (".git/modules/a", "a"), ("dotfiles/.git", "."), ("../apart", ".")],
)
def test_repository_apart_from_its_files_is_let_in(
    tmp_path: Path, git_folder: str, root: str
) -> None:
    top = tmp_path / "top"
    for each in (git_folder, root):
        (top / each).mkdir(parents=True, exist_ok=True)
    require_apart((top / git_folder).resolve(), (top / root).resolve(), (top / root).resolve())


@pytest.mark.parametrize(("git_folder", "root"), [("a", "a"), ("a", "a/b"), ("a/evil", "a")])
def test_repository_among_its_files_is_refused(tmp_path: Path, git_folder: str, root: str) -> None:
    for each in (git_folder, root):
        (tmp_path / each).mkdir(parents=True, exist_ok=True)
    with pytest.raises(HistoryError, match="look like a bare repository"):
        require_apart(tmp_path / git_folder, tmp_path / root, tmp_path / root)


def test_files_of_another_repository_are_refused(repository: Path) -> None:
    make_repository(repository / "checkins")
    require_no_other(repository, ["kpis/a.yaml", "okr.yaml"])
    for name in ("checkins/a.yaml", "checkins/2026/11/a.yaml"):
        with pytest.raises(HistoryError, match="checkins is a repository of its own"):
            require_no_other(repository, [name])
