from pathlib import Path

import pytest

from okrcli.errors import WorkspaceError
from okrcli.storage.links import require_plain


@pytest.fixture
def root(tmp_path: Path) -> Path:
    folder = tmp_path / "acme"
    (folder / "kpis").mkdir(parents=True)
    return folder


def refusal_of(path: Path, root: Path) -> str:
    with pytest.raises(WorkspaceError) as refused:
        require_plain(path, root)
    assert refused.value.hints
    return refused.value.lines[0]


@pytest.mark.parametrize("name", ["okr.yaml", "kpis/nps.yaml", "new/folders/nps.yaml"])
def test_file_inside_may_be_written_whether_it_is_there_or_not(root: Path, name: str) -> None:
    require_plain(root / name, root)


def test_root_itself_may_be_reached_by_a_link(root: Path) -> None:
    link = root.parent / "link"
    link.symlink_to(root)

    require_plain(link / "kpis/nps.yaml", link)
    require_plain(root / "kpis/nps.yaml", link)


@pytest.mark.parametrize(
    ("name", "shown"),
    [
        ("../nps.yaml", "../nps.yaml"),
        ("kpis/../../nps.yaml", "kpis/../../nps.yaml"),
        ("kpis/../nps.yaml", "kpis/../nps.yaml"),
        ("", ""),
    ],
)
def test_path_that_goes_upwards_leads_out(root: Path, name: str, shown: str) -> None:
    assert refusal_of(root / name, root) == f"'{shown or root}' is outside the workspace."


def test_absolute_path_elsewhere_leads_out(root: Path, tmp_path: Path) -> None:
    assert "is outside the workspace" in refusal_of(tmp_path / "nps.yaml", root)


@pytest.mark.parametrize("name", [".git/config", "kpis/.GIT/hooks/a", "kpis/git~1/config"])
def test_files_of_git_are_refused(root: Path, name: str) -> None:
    assert refusal_of(root / name, root) == f"'{name}' is one of git's own files."


@pytest.mark.parametrize("name", ["more/nps.yaml", "more"])
def test_link_to_a_folder_inside_is_not_followed(root: Path, name: str) -> None:
    (root / "more").symlink_to("kpis")

    assert refusal_of(root / name, root) == f"'{name}' goes through the link 'more'."


def test_link_that_leads_out_is_refused(root: Path, tmp_path: Path) -> None:
    (root / "more").symlink_to(tmp_path)

    assert refusal_of(root / "more/nps.yaml", root) == "'more/nps.yaml' is outside the workspace."


def test_link_to_the_folder_of_git_is_refused(root: Path) -> None:
    (root / ".git").mkdir()
    (root / "more").symlink_to(".git")

    assert "is one of git's own files" in refusal_of(root / "more/config", root)


def test_path_that_nobody_can_follow_is_refused(root: Path) -> None:
    (root / "loop").symlink_to("loop")

    with pytest.raises(WorkspaceError):
        require_plain(root / "loop/nps.yaml", root)
    with pytest.raises(WorkspaceError, match="cannot be followed"):
        require_plain(root / "a\0b", root)
