"""A commit of exactly our files, whatever else is staged or changed."""

import shlex
from collections.abc import Callable, Collection, Sequence
from pathlib import Path

from okrcli.errors import HistoryError
from okrcli.frozen import frozen_dataclass
from okrcli.history.command import literal, run_git
from okrcli.history.hooks import may_change_files
from okrcli.history.locks import contention, hold_lock, is_contention, retry_while_locked
from okrcli.history.program import Answer
from okrcli.history.ready import require_ready
from okrcli.history.repository import Repository
from okrcli.history.status import Status, status_of


@frozen_dataclass
class Commit:
    """A commit that was made.

    Attributes:
        warnings: Whole sentences that the user should know about it.
    """

    sha: str
    warnings: tuple[str, ...] = ()


TakeBack = Callable[[BaseException], None]
"""Restores the files as they were, for the given reason."""


def commit_paths(
    repository: Repository,
    paths: Sequence[Path],
    message: str,
    write: Callable[[], TakeBack | None],
    gone: Collection[Path] = (),
    *,
    is_exclusive: bool = False,
) -> Commit:
    """Call *write* to write the files *paths*, and commit exactly these.

    All that can be refused is refused before *write* is called. The rest of the index and of the
    work tree stays unchanged. Hooks run and signatures are made as for any commit. If the files are
    only restored to what is committed, there is no new commit and the current one is returned.

    Args:
        repository: Where to commit.
        paths: All files that *write* makes, changes or removes.
        message: The whole message, committed as it is.
        write: Writes the files; what it raises passes through, and nothing is committed. It returns
            what takes that back when git refuses the commit, `None` when the files are to stay.
        gone: Those of *paths* that *write* removes; those that were never committed leave no trace.
        is_exclusive: Whether to refuse if the user has edited *paths*, rather than commit these
            edits too.

    Raises:
        HistoryError: Refused, and nothing was written; or git refused after the files were
            written, and they stay and are named.
    """
    with hold_lock(repository):
        before = require_ready(repository, paths, is_exclusive=is_exclusive)
        names = _names(repository, paths, gone, before)
        take_back = write()
        try:
            _commit_or_unstage(repository.root, names, message, kept=take_back is None)
        except BaseException as error:
            is_done = before.head and not status_of(repository.root, *names.all).files
            if take_back and not is_done:
                take_back(error)
            if before.head is None or not is_done or not isinstance(error, HistoryError):
                raise
            return Commit(before.head, ("Nothing new: it was already committed like this.",))
        warnings = _warnings_before(before)
        if not may_change_files(repository):
            return Commit(repository.tip() or "", tuple(warnings))
        return _sync_index(repository.root, names, warnings)


@frozen_dataclass
class _Names:
    """The files of a commit, as posix paths from the repository's root.

    Attributes:
        kept: The files that exist afterwards.
    """

    all: tuple[str, ...]
    kept: tuple[str, ...]


def _names(
    repository: Repository, paths: Sequence[Path], gone: Collection[Path], before: Status
) -> _Names:
    """Return the files of the commit, without removed ones that were never committed."""
    removed = {repository.name_of(path) for path in gone}
    unknown = {file.name for file in before.files if file.is_untracked} & removed
    names = [name for name in map(repository.name_of, paths) if name not in unknown]
    return _Names(tuple(names), tuple(name for name in names if name not in removed))


def _commit_or_unstage(root: Path, names: _Names, message: str, *, kept: bool) -> None:
    try:
        if names.kept:  # `commit --only` knows no untracked files.
            _git_or_raise(root, names.kept, kept, "add", "--intent-to-add")
        _git_or_raise(
            root,
            names.all,
            kept,
            "-c",
            "i18n.commitEncoding=UTF-8",
            "commit",
            "--only",
            "--quiet",
            "--cleanup=verbatim",
            "--file=-",
            stdin=message.encode(),
        )
    except BaseException:  # Ctrl-C too must leave nothing of ours staged
        _git(root, names.all, "reset", "--quiet")
        raise


def _git(root: Path, names: Sequence[str], *arguments: str, stdin: bytes | None = None) -> Answer:
    command = (*arguments, "--", *map(literal, names))
    return retry_while_locked(lambda: run_git(root, *command, stdin=stdin))


def _git_or_raise(
    root: Path, names: Sequence[str], kept: bool, *arguments: str, stdin: bytes | None = None
) -> None:
    answer = _git(root, names, *arguments, stdin=stdin)
    if answer.status != 0:
        raise _not_committed(answer, names, kept=kept)


def _not_committed(answer: Answer, names: Sequence[str], *, kept: bool) -> HistoryError:
    why = contention(answer).message if is_contention(answer) else answer.reason
    first, *more = why.splitlines() or [""]
    if not kept:
        return HistoryError(
            f"Git did not commit {', '.join(names)}, so nothing was changed: {first}",
            "Resolve the cause and run the command again.",
            details=more,
        )
    files = shlex.join(names)
    return HistoryError(
        f"Git did not commit {', '.join(names)},"
        f" which {_is_or_are(names)} written and kept: {first}",
        "To commit later, when the cause is gone: "
        f"git add -- {files} && git commit --only -- {files}",
        details=more,
    )


def _sync_index(root: Path, names: _Names, warnings: list[str]) -> Commit:
    """Update the index from the commit, which a hook may have reformatted."""
    added = _git(root, names.kept, "add") if names.kept else None
    after = status_of(root, *names.all)
    if any(file.is_staged for file in after.files):
        _git(root, names.all, "reset", "--quiet")
    return Commit(after.head or "", (*warnings, *_warnings_after(after, added)))


def _warnings_before(before: Status) -> list[str]:
    mixed = [file.name for file in before.files]
    warnings = [
        f"{name} had other changes of yours, which are in the commit too." for name in mixed
    ]
    if before.branch is None:
        warnings.append(
            "HEAD is detached: the commit is on no branch. "
            "Keep it with `git switch -c NAME` before you switch to another."
        )
    return warnings


def _warnings_after(after: Status, added: Answer | None) -> list[str]:
    changed = [file.name for file in after.files]
    warnings = [f"A hook changed {name} after the commit." for name in changed]
    if added and added.status != 0:
        warnings.append(f"The commit is made, but the index is not up to date: {added.reason}")
    return warnings


def _is_or_are(names: Sequence[str]) -> str:
    return "is" if len(names) == 1 else "are"
