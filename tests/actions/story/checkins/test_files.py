from datetime import UTC, datetime

from okrcli.actions.story.checkins.files import CheckinFiles, Touch
from okrcli.history.commit_dates import CommitDate
from okrcli.history.log import FileState, LogEntry

ONE, MOVED, OTHER = "checkins/a.yaml", "checkins/2026/a.yaml", "checkins/b.yaml"
NONE = "0" * 40
MADE = CommitDate(datetime(2026, 11, 20, 9, tzinfo=UTC), datetime(2026, 11, 20, 9, tzinfo=UTC))


def commits(*touched: dict[str, tuple[str, str, str]]) -> CheckinFiles:
    """Return the check-ins of commits; of each file the letter, the blob, and that of before."""
    states = [{path: FileState(*said[:2], said[2:]) for path, said in p.items()} for p in touched]
    entries = [
        LogEntry(f"{number}", (), "", "", "", "", files, MADE)
        for number, files in enumerate(states)
    ]
    return CheckinFiles([Touch(entry, path) for entry in entries for path in entry.files])


def told(files: CheckinFiles, *names: str) -> list[tuple[str, str, str]]:
    """Return kind, commit and path of each change."""
    return [
        (change.kind.value, change.entry.sha, change.file[0])
        for change in files.changes(names or None)
    ]


def test_check_in_is_added_edited_deleted_and_put_back() -> None:
    files = commits(
        {ONE: ("A", "1", NONE)},
        {ONE: ("M", "2", "1")},
        {ONE: ("D", NONE, "2")},
        {ONE: ("A", "1", NONE)},
    )
    assert told(files) == [
        ("checked_in", "0", ONE),
        ("checkin_edited", "1", ONE),
        ("checkin_deleted", "2", ONE),
        ("checkin_restored", "3", ONE),
    ]
    _, edited, deleted, _ = files.changes()
    assert edited.files == ((ONE, "2"), (ONE, "1"))
    assert deleted.file == (ONE, "2")


def test_what_only_moves_or_comes_by_another_branch_is_left_out() -> None:
    files = commits(
        {ONE: ("A", "1", NONE)},
        {ONE: ("D", NONE, "1"), MOVED: ("A", "1", NONE)},
        {MOVED: ("A", "1", NONE)},
    )
    assert told(files) == [("checked_in", "0", ONE)]


def test_changes_of_some_are_those_of_all_that_have_their_names() -> None:
    files = commits(
        {OTHER: ("A", "3", NONE), ONE: ("A", "1", NONE)},
        {OTHER: ("M", "4", "3")},
        {ONE: ("M", "2", "1")},
    )
    assert told(files, "a", "b") == told(files)
    assert told(files, "b", "c") == [change for change in told(files) if change[2] == OTHER]


def test_rewritten_are_those_that_commits_did_more_to_than_add() -> None:
    files = commits(
        {ONE: ("A", "1", NONE), OTHER: ("A", "3", NONE), "checkins/c.yaml": ("D", NONE, "5")},
        {ONE: ("M", "2", "1")},
    )
    assert [*files.rewritten] == ["a", "c"]


def test_check_ins_are_found_by_what_they_held() -> None:
    files = commits({ONE: ("A", "1", NONE), OTHER: ("A", "3", NONE)}, {ONE: ("M", "2", "1")})
    assert set(files.blobs) == {"1", "2", "3", NONE}
    assert files.with_one_of({"1"}) == {"a"}
    assert files.with_one_of({"3", "4"}) == {"b"}
