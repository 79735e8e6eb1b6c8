from pathlib import Path

import pytest

from okrcli.history.unkept import unkept_in
from tests.repositories import commit_file, git, make_repository


@pytest.fixture
def data(repository: Path) -> Path:
    """Return a folder of the repository with one file that is committed."""
    commit_file(repository, "team/kpis/nps.yaml", "title: NPS\n")
    return repository / "team/kpis"


def test_unkept_in_names_new_and_ignored_files(repository: Path, data: Path) -> None:
    (repository / ".gitignore").write_text("*.tmp\n")
    for name in ("новый.yaml", "a b.yaml", "x.tmp", "staged.yaml", "half.yaml"):
        (data / name).write_text("x: 1\n")
    git(repository, "add", "team/kpis/staged.yaml")
    git(repository, "add", "--intent-to-add", "team/kpis/half.yaml")
    (data / "nps.yaml").write_text("title: Changed\n")

    found = unkept_in([data, repository / "team/none"])
    assert found is not None
    assert found.top == repository
    assert {*found.new} == {f"team/kpis/{each}.yaml" for each in ("новый", "a b", "half")}
    assert found.ignored == ("team/kpis/x.tmp",)


def test_unkept_in_takes_names_as_they_are(repository: Path, data: Path) -> None:
    for name in ("kpi[s]", ":(top)", "-x"):
        (repository / name).mkdir()
        (repository / name / "x.yaml").touch()

        found = unkept_in([repository / name])
        assert found is not None
        assert found.new == (f"{name}/x.yaml",)
    assert data.is_dir()


@pytest.mark.parametrize("place", ["nowhere", "."])
def test_unkept_in_knows_nothing_outside_of_a_repository(tmp_path: Path, place: str) -> None:
    assert unkept_in([tmp_path / place]) is None


def test_unkept_in_knows_nothing_without_git(
    data: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("PATH", str(tmp_path / "empty"))
    assert unkept_in([data]) is None


def test_unkept_in_knows_nothing_of_a_broken_repository(repository: Path, data: Path) -> None:
    (repository / ".git/HEAD").write_text("broken\n")
    assert unkept_in([data]) is None


def test_unkept_in_takes_files_for_no_repository_and_runs_nothing(
    repository: Path, data: Path
) -> None:
    """What a pull request adds: a repository's files, with programs in its configuration."""
    program = f"touch {repository / 'PWNED'}; cat"
    for folder in (data, data.parent):
        for name in ("objects", "refs"):
            (folder / name).mkdir()
        (folder / "HEAD").write_text("ref: refs/heads/main\n")
        (folder / "config").write_text(
            "[core]\n\trepositoryformatversion = 0\n\tbare = false\n\tworktree = .\n"
            f'\tfsmonitor = "{program}"\n[filter "x"]\n\tclean = "{program}"\n'
        )
        (folder / ".gitattributes").write_text("* filter=x\n")
    (data / "nps.yaml").write_text("title: Changed\n")

    found = unkept_in([data])
    assert found is not None
    assert found.top == repository
    assert not (repository / "PWNED").exists()


def test_unkept_in_forgets_the_repository_of_a_surrounding_hook(
    data: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (data / "new.yaml").touch()
    for name in ("GIT_DIR", "GIT_WORK_TREE", "GIT_INDEX_FILE"):
        monkeypatch.setenv(name, str(tmp_path / "other"))

    found = unkept_in([data])
    assert found is not None
    assert found.new == ("team/kpis/new.yaml",)
    assert not (tmp_path / "other").exists()


def test_filter_of_the_repository_is_not_started_in_a_linked_work_tree_either(
    tmp_path: Path,
) -> None:
    root = make_repository(tmp_path / "repository")
    mark = tmp_path / "STARTED"
    commit_file(root, ".gitattributes", "* filter=evil\n")
    commit_file(root, "okr.yaml", "version: 1\n")
    git(root, "worktree", "add", "--quiet", str(tmp_path / "linked"))
    git(root, "config", "filter.evil.clean", f"touch '{mark}'; cat")
    linked = tmp_path / "linked"
    (linked / "okr.yaml").write_text("version: 2\n", encoding="utf-8")
    (linked / "new.yaml").write_text("a: 1\n", encoding="utf-8")
    unkept = unkept_in([linked / "okr.yaml", linked / "new.yaml"])
    assert unkept is not None
    assert unkept.new == ("new.yaml",)
    assert not mark.exists()
