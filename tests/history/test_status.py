from pathlib import Path

import pytest

from okrcli.history.status import FileStatus, parse_status, status_of
from tests.history.builders import stop_in
from tests.repositories import commit_file, git

HEADERS = "# branch.oid 0123\0# branch.head main\0# branch.upstream origin/main\0"


def of_file(letters: str, name: str = "a b.txt") -> FileStatus:
    [found] = parse_status(f"1 {letters} N... 100644 100644 100644 01 02 {name}\0").files
    return found


def test_status_has_commit_branch_and_files() -> None:
    text = f"{HEADERS}1 .M N... 100644 100644 100644 01 02 a b.txt\0? new\nline.txt\0"
    status = parse_status(text)

    assert (status.head, status.branch) == ("0123", "main")
    assert status.files == (FileStatus("a b.txt", ".", "M"), FileStatus("new\nline.txt", "?", "?"))


def test_unborn_branch_has_no_commit_and_detached_head_no_branch() -> None:
    unborn = parse_status("# branch.oid (initial)\0# branch.head main\0")
    detached = parse_status("# branch.oid 0123\0# branch.head (detached)\0")

    assert (unborn.head, unborn.branch) == (None, "main")
    assert (detached.head, detached.branch) == ("0123", None)


@pytest.mark.parametrize(
    ("letters", "is_new", "is_staged"),
    [
        (".M", False, False),
        (".D", False, False),
        ("M.", False, True),
        ("A.", True, True),
        (".A", True, True),
        ("AM", True, True),
    ],
)
def test_what_is_new_or_staged_is_told_by_the_letters(
    letters: str, is_new: bool, is_staged: bool
) -> None:
    found = of_file(letters)

    assert (found.is_new, found.is_staged) == (is_new, is_staged)
    assert not found.is_untracked
    assert not found.is_conflicted


def test_conflicted_file_is_one_whatever_its_letters() -> None:
    record = "u UU N... 100644 100644 100644 100644 01 02 03 a b.txt\0"
    [found] = parse_status(record).files

    assert (found.name, found.is_conflicted) == ("a b.txt", True)


def test_untracked_file_is_new_and_not_staged() -> None:
    found = FileStatus("a", "?", "?")

    assert (found.is_untracked, found.is_new, found.is_staged) == (True, True, False)


def test_only_the_named_files_and_what_is_in_named_folders_are_asked_about(
    repository: Path,
) -> None:
    for name in ("kpis/a.yaml", "kpis/*.yaml", "other.txt"):
        (repository / name).parent.mkdir(exist_ok=True)
        (repository / name).write_text("1\n")

    assert [each.name for each in status_of(repository, "kpis/*.yaml").files] == ["kpis/*.yaml"]
    assert len(status_of(repository, "kpis").files) == 2
    assert len(status_of(repository).files) == 3


def test_settings_hold_for_the_one_call(repository: Path) -> None:
    commit_file(repository, "a.sh", "1\n")
    git(repository, "config", "core.fileMode", "true")
    (repository / "a.sh").chmod(0o755)

    assert len(status_of(repository, "a.sh").files) == 1
    assert status_of(repository, "a.sh", settings=["core.fileMode=false"]).files == ()


def test_conflict_of_a_merge_is_seen(repository: Path) -> None:
    stop_in(repository, "merge")

    assert [each.is_conflicted for each in status_of(repository).files] == [True]
