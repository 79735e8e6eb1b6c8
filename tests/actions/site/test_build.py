from pathlib import Path

import pytest

from okrcli.actions.site.build import site_folder
from okrcli.errors import WorkspaceError
from tests.actions.site.sites import WORKSPACE, a_site, built
from tests.cli.workspaces import write


@pytest.fixture
def root(tmp_path: Path) -> Path:
    return write(tmp_path / "acme", dict(WORKSPACE))


def test_first_time_all_is_written_and_the_second_nothing(root: Path, tmp_path: Path) -> None:
    folder = tmp_path / "site"
    first = built(root, folder, a_site(root))
    times = {file: file.stat().st_mtime_ns for file in folder.rglob("*")}
    second = built(root, folder, a_site(root))

    assert (first.written, first.kept) == (14, 0)
    assert (second.written, second.kept, second.removed) == (0, 14, 0)
    assert {file: file.stat().st_mtime_ns for file in folder.rglob("*")} == times


def test_rebuilt_site_is_the_one_that_would_be_built_anew(root: Path, tmp_path: Path) -> None:
    built(root, tmp_path / "site", a_site(root))
    (root / "objectives/2026-Q4/chat.yaml").unlink()
    again = built(root, tmp_path / "site", a_site(root))
    built(root, tmp_path / "new", a_site(root))

    assert (again.removed, again.kept > 0) == (1, True)
    assert not (tmp_path / "site/objectives/2026-q4/chat.html").exists()
    assert contents(tmp_path / "site") == contents(tmp_path / "new")


def contents(folder: Path) -> dict[str, bytes]:
    return {
        file.relative_to(folder).as_posix(): file.read_bytes()
        for file in folder.rglob("*")
        if file.is_file()
    }


@pytest.mark.parametrize("name", ["objectives/site", "kpis", "checkins/2026/site"])
def test_site_is_not_written_among_the_data(root: Path, name: str) -> None:
    with pytest.raises(WorkspaceError, match="among the data"):
        site_folder(Path(name), root, root)


def test_site_is_not_written_over_a_workspace(root: Path) -> None:
    with pytest.raises(WorkspaceError, match="not pages of a site"):
        site_folder(Path(), root, root)
