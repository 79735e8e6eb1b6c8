from pathlib import Path

import pytest

from okrcli.actions.uncommitted import uncommitted_lines, unkept_lines
from tests.repositories import make_committed

CHECKINS = "checkins/2026/11/20"
FILES = {"okr.yaml": "version: 1\n", "kpis/nps.yaml": "title: NPS\n"}


@pytest.fixture
def root(tmp_path: Path) -> Path:
    """Return the root of a workspace of which everything is committed."""
    return make_committed(tmp_path / "acme", FILES)


def write(root: Path, name: str) -> None:
    path = root / name
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text("date: 2026-11-20\nby: ana\n")


def test_nothing_is_said_where_everything_is_committed(root: Path) -> None:
    assert [*unkept_lines(root), *uncommitted_lines(root)] == []


def test_check_ins_that_are_in_no_commit_are_named_with_what_commits_them(root: Path) -> None:
    for name in ("a", "b"):
        write(root, f"{CHECKINS}/2026-11-20-ana-{name}.yaml")

    for lines in (unkept_lines(root), uncommitted_lines(root)):
        (line,) = lines
        assert line == (
            f"Not committed yet: {CHECKINS}/2026-11-20-ana-a.yaml and 1 more. In {root}, run"
            " `git add -- checkins && git commit -- checkins`."
        )


def test_workspace_that_is_in_no_commit_yet_goes_without_saying(tmp_path: Path) -> None:
    root = make_committed(tmp_path / "acme", {})
    for name in ("okr.yaml", f"{CHECKINS}/2026-11-20-ana-a.yaml"):
        write(root, name)

    assert [*unkept_lines(root)] == []


def test_data_that_git_ignores_is_named(root: Path) -> None:
    write(root, f"{CHECKINS}/2026-11-20-ana-a.yaml")
    (root / ".gitignore").write_text("checkins/\n")

    (line,) = unkept_lines(root)
    assert line.startswith("Git ignores checkins/, so nobody else gets what is in it.")
    assert "git check-ignore -v --no-index checkins/" in line
    assert [*uncommitted_lines(root)] == []


def test_what_an_interrupted_okr_has_left_is_named(root: Path) -> None:
    name = "kpis/.nps.yaml.0f3a9c12ab34.okr-tmp"
    write(root, name)

    (line,) = unkept_lines(root)
    assert f"left temporary files: {name}." in line


def test_nothing_is_said_outside_of_a_repository(tmp_path: Path) -> None:
    write(tmp_path, "okr.yaml")
    write(tmp_path, f"{CHECKINS}/2026-11-20-ana-a.yaml")

    assert [*unkept_lines(tmp_path)] == []


def test_folder_in_a_repository_is_named_from_its_root(tmp_path: Path) -> None:
    around = make_committed(
        tmp_path / "monorepo", {f"team x/{name}": text for name, text in FILES.items()}
    )
    write(around, f"team x/{CHECKINS}/2026-11-20-ana-a.yaml")

    (line,) = unkept_lines(around / "team x")
    assert "`git add -- 'team x/checkins' && git commit -- 'team x/checkins'`" in line
