from pathlib import Path

import pytest

from okrcli.history.log import Log, log
from tests.history.builders import letters_of, opened
from tests.repositories import commit_file, git


def test_log_tells_who_changed_what_and_when(
    repository: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("GIT_AUTHOR_NAME", "Пётр")
    for name in ("GIT_AUTHOR_DATE", "GIT_COMMITTER_DATE"):
        monkeypatch.setenv(name, "2026-11-20T09:12:44+0300")
    sha = commit_file(repository, "okrs/ü.yaml", "a", "Check in: nps 47\n\nA note.\n\x01 odd")
    parent = git(repository, "rev-parse", "HEAD~1")
    (entry,) = log(opened(repository), repository / "okrs").entries
    assert (entry.sha, entry.parents) == (sha, (parent,))
    assert (entry.author, entry.email) == ("Пётр", "ana@example.com")
    assert entry.made.stated.isoformat() == "2026-11-20T09:12:44+03:00"
    assert entry.subject == "Check in: nps 47"
    assert entry.message == "Check in: nps 47\n\nA note.\n\x01 odd"
    assert letters_of(entry) == {"ü.yaml": "A"}


def test_log_tells_added_edited_and_deleted_files_apart(repository: Path) -> None:
    commit_file(repository, "a.yaml", "a")
    commit_file(repository, "a.yaml", "b")
    git(repository, "rm", "--quiet", "a.yaml")
    git(repository, "commit", "--quiet", "--message", "Delete")
    commit_file(repository, "b.yaml", "b")
    git(repository, "mv", "b.yaml", "c.yaml")
    git(repository, "commit", "--quiet", "--message", "Rename")
    entries = log(opened(repository), repository).entries[1:]
    assert [letters_of(entry) for entry in entries] == [
        {"a.yaml": "A"},
        {"a.yaml": "M"},
        {"a.yaml": "D"},
        {"b.yaml": "A"},
        {"b.yaml": "D", "c.yaml": "A"},
    ]
    assert entries[3].files["b.yaml"].blob == entries[4].files["c.yaml"].blob
    assert entries[4].files["b.yaml"].blob == "0" * 40
    assert entries[4].files["b.yaml"].before == (entries[4].files["c.yaml"].blob,)
    assert [entries[4].blob_of(name) for name in ("b.yaml", "d.yaml")] == [None, None]


def test_log_keeps_to_the_folder(repository: Path) -> None:
    commit_file(repository, "okrs2/a.yaml", "a")
    commit_file(repository, "okrs/a.yaml", "a", "Ours")
    assert [entry.subject for entry in log(opened(repository), repository / "okrs").entries] == [
        "Ours"
    ]


def test_log_has_both_sides_of_a_merge_and_what_the_merge_itself_changed(repository: Path) -> None:
    commit_file(repository, "a.yaml", "a", "Base")
    git(repository, "checkout", "--quiet", "-b", "topic")
    commit_file(repository, "theirs.yaml", "a", "Theirs")
    git(repository, "checkout", "--quiet", "main")
    commit_file(repository, "ours.yaml", "a", "Ours")
    git(repository, "merge", "--quiet", "--no-commit", "topic")
    (repository / "a.yaml").write_text("changed in passing", encoding="utf-8")
    git(repository, "commit", "--quiet", "--all", "--message", "Merge")
    entries = {entry.subject: entry for entry in log(opened(repository), repository).entries}
    assert {"Theirs", "Ours", "Base"} <= entries.keys()
    assert letters_of(entries["Merge"]) == {"a.yaml": "M"}
    assert len(entries["Merge"].parents) == 2


def test_log_has_what_a_side_branch_changed_and_took_back(repository: Path) -> None:
    commit_file(repository, "a.yaml", "a", "Base")
    git(repository, "checkout", "--quiet", "-b", "topic")
    commit_file(repository, "a.yaml", "b", "There")
    commit_file(repository, "a.yaml", "a", "And back")
    git(repository, "checkout", "--quiet", "main")
    commit_file(repository, "b.yaml", "b", "Ours")
    git(repository, "merge", "--quiet", "topic")
    subjects = [entry.subject for entry in log(opened(repository), repository).entries]
    assert {"There", "And back"} <= {*subjects}


def test_log_is_empty_on_an_unborn_branch(tmp_path: Path) -> None:
    git(tmp_path, "init", "--quiet")
    assert log(opened(tmp_path), tmp_path) == Log()


def test_log_knows_authors_by_the_mailmap_and_co_authors_by_their_trailers(
    repository: Path,
) -> None:
    commit_file(repository, ".mailmap", "Ana Field <ana@home.example> <ANA@example.com>\n")
    message = (
        "Check in\n\nCo-authored-by: In Text <text@example.com>\n\n"
        "Signed-off-by: A <a@example.com>\nco-Authored-By: Пётр  <p@example.com>\n"
        "Co-authored-by: nobody\nCo-authored-by: <only@example.com>"
    )
    commit_file(repository, "a.yaml", "a", message)
    entry = log(opened(repository), repository).entries[-1]
    assert (entry.author, entry.email) == ("Ana Field", "ana@home.example")
    assert entry.co_authors == (("Пётр", "p@example.com"), ("", "only@example.com"))
