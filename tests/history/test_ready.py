from collections.abc import Callable
from pathlib import Path

import pytest

from okrcli.errors import HistoryError
from okrcli.history import locks
from okrcli.history.ready import require_identity, require_no_operation, require_ready
from tests.history.builders import NAME, opened, stop_in
from tests.repositories import commit_file, git, photograph


def stage(root: Path) -> None:
    (root / NAME).parent.mkdir(parents=True)
    (root / NAME).write_text("1\n")
    git(root, "add", NAME)


def intend_to_add(root: Path) -> None:
    stage(root)
    git(root, "rm", "--quiet", "--cached", NAME)
    git(root, "add", "--intent-to-add", NAME)


def ignore(root: Path) -> None:
    (root / ".git/info/exclude").write_text("/checkins\n")


def hold_a_lock(root: Path) -> None:
    (root / ".git/index.lock").touch()


def break_the_signer(root: Path) -> None:
    git(root, "config", "commit.gpgSign", "yes")
    git(root, "config", "gpg.program", "/no/such/program")


def forget_who_we_are(root: Path) -> None:
    git(root, "config", "user.name", "")


def merge(root: Path) -> None:
    stop_in(root, "merge")


def test_status_of_the_paths_is_returned_when_all_stands_ready(repository: Path) -> None:
    head = commit_file(repository, "kpis/nps.yaml", "1\n")
    (repository / "kpis/nps.yaml").write_text("2\n")
    (repository / "other.txt").write_text("of the user\n")
    git(repository, "add", "other.txt")

    status = require_ready(opened(repository), [repository / "kpis/nps.yaml", repository / NAME])
    assert (status.head, status.branch) == (head, "main")
    assert [each.name for each in status.files] == ["kpis/nps.yaml"]


@pytest.mark.parametrize(
    ("spoil", "message"),
    [
        (stage, f"You have staged changes of {NAME}"),
        (intend_to_add, f"You have staged changes of {NAME}"),
        (ignore, "Git ignores"),
        (hold_a_lock, "Another git process is running"),
        (break_the_signer, "Git cannot sign"),
        (forget_who_we_are, "Git does not know who you are"),
        (merge, "A merge is in progress"),
    ],
)
def test_what_would_spoil_the_commit_is_refused_before_anything_is_written(
    repository: Path,
    monkeypatch: pytest.MonkeyPatch,
    spoil: Callable[[Path], None],
    message: str,
) -> None:
    monkeypatch.setattr(locks, "WAITS", ())
    spoil(repository)
    before = photograph(repository)

    with pytest.raises(HistoryError) as refused:
        require_ready(opened(repository), [repository / NAME])
    assert refused.value.message.startswith(message)
    assert refused.value.hints
    assert photograph(repository) == before


def test_file_in_conflict_is_refused_when_nothing_is_in_progress(repository: Path) -> None:
    stop_in(repository, "merge")
    (repository / ".git/MERGE_HEAD").unlink()

    with pytest.raises(HistoryError, match=r"README\.md has an unresolved conflict"):
        require_ready(opened(repository), [repository / "README.md"])


@pytest.mark.parametrize("operation", ["merge", "rebase", "cherry-pick", "revert"])
def test_operation_that_is_in_progress_is_named_with_its_command(
    repository: Path, operation: str
) -> None:
    stop_in(repository, operation)

    with pytest.raises(HistoryError, match=f"A {operation} is in progress") as refused:
        require_no_operation(opened(repository))
    assert f"`git {operation} --continue`" in str(refused.value.hints)


def test_author_alone_is_no_identity(repository: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    forget_who_we_are(repository)
    monkeypatch.setenv("GIT_AUTHOR_NAME", "Ana")

    with pytest.raises(HistoryError, match="does not know who you are"):
        require_identity(opened(repository))
    monkeypatch.setenv("GIT_COMMITTER_NAME", "Ana")
    require_identity(opened(repository))
