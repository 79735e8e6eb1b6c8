from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

import pytest

from okrcli.errors import HistoryError, WorkspaceError
from okrcli.history import commit as commit_module
from okrcli.history.command import run_git
from okrcli.history.commit import commit_paths
from okrcli.history.program import Answer
from tests.history.builders import (
    NAME,
    change,
    committed_files,
    never,
    opened,
    refused,
    writing,
    writing_in,
)
from tests.repositories import commit_file, git, make_hook, make_repository, photograph

# What another git program does that commits while ours runs its hooks.
MOVE = "git update-ref HEAD $(git commit-tree -p HEAD -m moved HEAD^{tree})"


def test_record_commits_the_file_and_its_message(repository: Path) -> None:
    before = git(repository, "rev-parse", "HEAD")
    made = commit_paths(
        opened(repository), [repository / NAME], "Check in: nps 47\n", writing_in(repository)
    )
    assert made.warnings == ()
    assert made.sha == git(repository, "rev-parse", "HEAD")
    assert git(repository, "rev-parse", "HEAD~1") == before
    assert committed_files(repository) == [NAME]
    assert git(repository, "log", "-1", "--format=%an <%ae> %B") == (
        "Ana <ana@example.com> Check in: nps 47\n"
    )
    assert git(repository, "status", "--porcelain") == ""


def test_record_commits_several_new_and_edited_files_at_once(repository: Path) -> None:
    commit_file(repository, "objectives/a.yaml", "title: A\n")
    paths = [repository / "objectives/a.yaml", repository / "objectives/b.yaml"]

    def write() -> None:
        for path in paths:
            path.write_text("title: B\n", encoding="utf-8")

    commit_paths(opened(repository), paths, "New: b\n", write)
    assert committed_files(repository) == ["objectives/a.yaml", "objectives/b.yaml"]
    assert git(repository, "status", "--porcelain") == ""


def test_record_makes_no_commit_when_the_file_is_only_restored(repository: Path) -> None:
    head = commit_file(repository, NAME, "date: 2026-11-20\n")
    (repository / NAME).unlink()

    path = repository / NAME
    made = commit_paths(opened(repository), [path], "Restore\n", writing(path))
    assert made.sha == head == git(repository, "rev-parse", "HEAD")
    assert made.warnings == ("Nothing new: it was already committed like this.",)
    assert git(repository, "status", "--porcelain") == ""


def test_record_warns_when_the_edited_file_had_changes_of_the_users(repository: Path) -> None:
    commit_file(repository, "a.yaml", "1\n")
    change(repository, "a.yaml", "2\n")
    path = repository / "a.yaml"
    made = commit_paths(opened(repository), [path], "Amend\n", writing(path, "2\n3\n"))
    assert made.warnings == ("a.yaml had other changes of yours, which are in the commit too.",)


@pytest.mark.parametrize("name", ["a.yaml", "b.yaml"])
def test_exclusive_commit_refuses_edits_of_the_users(repository: Path, name: str) -> None:
    commit_file(repository, "a.yaml", "1\n")
    change(repository, name, "2\n")
    path, head = repository / "a.yaml", git(repository, "rev-parse", "HEAD")
    if name == "b.yaml":  # it is no file of the commit
        commit_paths(opened(repository), [path], "A\n", writing(path, "3\n"), is_exclusive=True)
        return
    with pytest.raises(HistoryError, match=r"You have changes of a\.yaml that are not committed"):
        commit_paths(opened(repository), [path], "A\n", never, is_exclusive=True)
    assert (git(repository, "rev-parse", "HEAD"), path.read_text()) == (head, "2\n")


def test_record_refuses_an_ignored_file(repository: Path) -> None:
    commit_file(repository, ".gitignore", "checkins/\n")
    refused(repository, NAME, "Git ignores")


def test_record_refuses_a_path_outside_the_repository(repository: Path, tmp_path: Path) -> None:
    with pytest.raises(HistoryError, match="not in the repository"):
        commit_paths(opened(repository), [tmp_path / "a.yaml"], "Check in\n", never)


def test_record_passes_on_what_writing_raises(repository: Path) -> None:
    def write() -> None:
        raise WorkspaceError("a.yaml was changed by somebody else.")

    before = photograph(repository)
    with pytest.raises(WorkspaceError, match="somebody else"):
        commit_paths(opened(repository), [repository / "a.yaml"], "Amend\n", write)
    assert photograph(repository) == before


@pytest.mark.parametrize("message", ["# 47\n\n- up\n# down\n\n\n", "-m\n", "--amend\n", "я\n"])
def test_record_commits_any_message_as_it_is(repository: Path, message: str) -> None:
    git(repository, "config", "i18n.commitEncoding", "ISO-8859-1")
    commit_paths(opened(repository), [repository / NAME], message, writing_in(repository))
    headers, _, committed = git(repository, "cat-file", "commit", "HEAD").partition("\n\n")
    assert committed + "\n" == message
    assert "encoding" not in headers


@pytest.mark.parametrize("name", ["-a.yaml", ":(top)a.yaml", "a*.yaml", "a b\té.yaml", "#a.yaml"])
def test_record_commits_any_name(repository: Path, name: str) -> None:
    change(repository, "ab.yaml", "not this one\n")
    path = repository / name
    commit_paths(opened(repository), [path], "Check in\n", writing(path))
    assert committed_files(repository) == [name]


def test_record_refuses_when_the_lock_cannot_be_made(repository: Path, tmp_path: Path) -> None:
    (tmp_path / "file").touch()
    found = replace(opened(repository), lock_file=tmp_path / "file/okr.lock")
    with pytest.raises(HistoryError, match="Cannot lock"):
        commit_paths(found, [repository / NAME], "Check in\n", never)


def test_record_refuses_a_file_with_an_unresolved_conflict(repository: Path) -> None:
    change(repository, "README.md", "stashed\n")
    git(repository, "stash", "--quiet")
    commit_file(repository, "README.md", "committed\n")
    git(repository, "stash", "pop", status=1)
    refused(repository, "README.md", "unresolved conflict")


def test_record_refuses_a_file_of_a_submodule(repository: Path, tmp_path: Path) -> None:
    inner = make_repository(tmp_path / "inner")
    git(repository, "-c", "protocol.file.allow=always", "submodule", "add", str(inner), "okrs")
    refused(repository, "okrs/a.yaml", "submodule")


def test_record_leaves_nothing_staged_when_it_is_interrupted(
    repository: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def interrupted(folder: Path, *arguments: str, stdin: bytes | None = None) -> Answer:
        if "commit" in arguments:
            raise KeyboardInterrupt
        return run_git(folder, *arguments, stdin=stdin)

    monkeypatch.setattr(commit_module, "run_git", interrupted)
    with pytest.raises(KeyboardInterrupt):
        commit_paths(opened(repository), [repository / NAME], "Check in\n", writing_in(repository))
    assert git(repository, "status", "--porcelain", "-uall") == f"?? {NAME}"


def test_record_commits_that_a_file_is_gone(repository: Path) -> None:
    commit_file(repository, "kpis/a.yaml", "1\n")
    old, new = repository / "kpis/a.yaml", repository / "kpis/b.yaml"

    def write() -> None:
        writing(new)()
        old.unlink()

    commit_paths(opened(repository), [new, old], "Rename KPI: a\n", write, [old])
    assert git(repository, "show", "--format=", "--name-status", "--no-renames").split() == [
        *["D", "kpis/a.yaml", "A", "kpis/b.yaml"]
    ]
    assert git(repository, "status", "--porcelain") == ""


def test_record_leaves_out_a_removed_file_that_no_commit_has(repository: Path) -> None:
    change(repository, "a.yaml", "1\n")
    old, new = repository / "a.yaml", repository / "b.yaml"

    def write() -> None:
        writing(new)()
        old.unlink()

    commit_paths(opened(repository), [new, old], "Rename\n", write, [old])
    assert committed_files(repository) == ["b.yaml"]
    assert git(repository, "status", "--porcelain") == ""


def test_record_takes_back_what_git_refuses_when_it_may(repository: Path) -> None:
    commit_file(repository, "a.yaml", "1\n")
    old, new = repository / "a.yaml", repository / "b.yaml"
    make_hook(repository, "pre-commit", "echo No KPI may go.; exit 1")
    before = photograph(repository)

    def write() -> Callable[[BaseException], None]:
        old.rename(new)
        return lambda _reason: (new.rename(old), None)[1]

    with pytest.raises(HistoryError, match="nothing was changed: No KPI may go") as raised:
        commit_paths(opened(repository), [new, old], "Rename\n", write, [old])
    assert "git add" not in raised.value.sentences
    before.pop(".git/index")
    after = photograph(repository)
    after.pop(".git/index")
    assert after == before
    assert git(repository, "status", "--porcelain") == ""
