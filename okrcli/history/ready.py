"""Whether a commit of exactly our files can be made: every refusal comes before the first write."""

import shlex
from collections.abc import Sequence
from pathlib import Path

from okrcli.errors import HistoryError
from okrcli.history.command import ask_git, run_git
from okrcli.history.locks import require_no_locks
from okrcli.history.repository import Repository
from okrcli.history.sparse import require_in_checkout
from okrcli.history.status import Status, status_of
from okrcli.history.unusable import require_no_other


def require_ready(
    repository: Repository, paths: Sequence[Path], *, is_exclusive: bool = False
) -> Status:
    """Return the status of *paths*, which may not exist yet, if a commit is possible.

    Args:
        repository: Where to commit.
        paths: The files of the commit.
        is_exclusive: Whether uncommitted changes in these files prevent the commit.

    Raises:
        HistoryError: Git or the user is in the middle of something, or git would refuse.
    """
    require_no_operation(repository)
    require_identity(repository)
    names = [repository.name_of(path) for path in paths]
    require_no_other(repository.root, names)
    _require_not_ignored(repository, paths)
    # With the user's filters, as the commit will run them.
    status = status_of(repository.root, *names)
    _require_nothing_staged(status)
    if is_exclusive:
        _require_no_edits(status)
    require_in_checkout(repository, names)
    require_no_locks(repository, status.branch)
    _require_signer(repository)
    return status


def require_no_operation(repository: Repository) -> None:
    """Refuse during a merge, rebase, cherry-pick, revert or am: a commit would become part of it.

    Raises:
        HistoryError: One is in progress.
    """
    operation = repository.operation_in_progress()
    if operation:
        raise HistoryError(
            f"A {operation} is in progress in {repository.root}, so nothing was written.",
            f"Finish it with `git {operation} --continue`, or give it up, and try again.",
        )


def require_identity(repository: Repository) -> None:
    """Refuse to commit under a name that git makes up.

    Raises:
        HistoryError: Git's configuration has no name or no email.
    """
    if repository.identity() is None or repository.committer() is None:
        raise HistoryError(
            "Git does not know who you are, so nothing was written.",
            'Tell it: git config --global user.name "Your Name" and '
            'git config --global user.email "you@example.com".',
        )


def signs_commits(repository: Repository) -> bool:
    """Return whether git is to sign what it commits."""
    if not repository.configuration.may_sign:
        return False
    return run_git(repository.root, "config", "--type=bool", "commit.gpgSign").text == "true"


def _require_not_ignored(repository: Repository, paths: Sequence[Path]) -> None:
    for path in repository.find_ignored(paths):
        raise HistoryError(
            f"Git ignores {path}, so nothing was written: it would never be in the history.",
            f"Find the rule with: git check-ignore -v --no-index {shlex.quote(str(path))}",
        )


def _require_signer(repository: Repository) -> None:
    """Refuse if git has to sign and cannot; by the time of the commit the files are written."""
    if not signs_commits(repository):
        return
    # No repository lacks the empty tree; the commit of it is on no branch, and git forgets it.
    tree = ask_git(repository.root, "hash-object", "-t", "tree", "--stdin", stdin=b"").text
    answer = run_git(repository.root, "commit-tree", "-S", "-m", "Can we sign?", tree)
    if answer.status != 0:
        raise HistoryError(
            f"Git cannot sign, so nothing was written: {answer.reason}",
            "See what it signs with: git config --get-regexp '^(gpg|user.signingkey)'",
        )


def _require_nothing_staged(status: Status) -> None:
    for file in status.files:
        if file.is_conflicted:
            raise HistoryError(
                f"{file.name} has an unresolved conflict, so nothing was written.",
                "Resolve it and commit, then try again.",
            )
        if file.is_staged:
            raise HistoryError(
                f"You have staged changes of {file.name}, so nothing was written: "
                "they would be committed with ours.",
                "Commit them or unstage them, then try again.",
            )


def _require_no_edits(status: Status) -> None:
    for file in status.files:
        if not file.is_new:
            raise HistoryError(
                f"You have changes of {file.name} that are not committed, so nothing was written: "
                "they would be committed with ours.",
                "Commit them or put them back, then try again.",
            )
