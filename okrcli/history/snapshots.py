"""The files as they were at a revision, and what has changed since one."""

import re
from collections.abc import Callable, Iterable, Iterator
from datetime import date
from pathlib import Path

from okrcli.errors import HistoryError
from okrcli.history.blob_contents import BlobContents
from okrcli.history.command import ask_git, literal, run_git
from okrcli.history.commit_dates import moment_of
from okrcli.history.repository import Repository
from okrcli.next_step import NextStep, StepKind

# `main@{2026-11-20}` asks this clone's own diary, with the time of day filled in: another clone
# gives another answer. `@{1}`, `@{-1}` and `@{upstream}` say what they mean.
_BY_DATE = re.compile(r"@\{(?!-?\d{1,6}\}|u(pstream)?\}|push\})", re.IGNORECASE)
_FULL_NAME = re.compile(r"[0-9a-f]{40}(?:[0-9a-f]{24})?")
_AMBIGUOUS = "is ambiguous"
"""What git says of a name that several references have."""
_BEHIND_A_NAME = re.compile(r"[~^@:]")
_BLOB_MODES = frozenset({"100644", "100755"})


def resolve(repository: Repository, revision: str) -> str:
    """Return the full name of the commit that *revision* means.

    Raises:
        HistoryError: There is no such revision, it could be taken for an option or a date, or it is
            the name of several.
    """
    _require_plain(revision)
    answer = run_git(repository.root, "rev-parse", "--verify", f"{revision}^{{commit}}")
    if _AMBIGUOUS in answer.errors:
        _require_one_meaning(repository, revision)
    if answer.status != 0:
        raise _unknown(repository, revision)
    return answer.text


def full_name(repository: Repository, revision: str) -> str:
    """Return the full name of the commit *revision*; one that is a full name is not looked for.

    Raises:
        HistoryError: As of `resolve`.
    """
    return revision if _FULL_NAME.fullmatch(revision) else resolve(repository, revision)


def files_at(
    repository: Repository,
    revision: str,
    folder: Path,
    wanted: Callable[[str], bool] = lambda _name: True,
) -> dict[str, bytes]:
    """Return the content of every file that *folder* held at *revision*.

    Names are posix paths from *folder*, in git's order. Symlinks and submodules are left out.

    Args:
        repository: The repository.
        revision: A commit, branch, tag, or anything else that git resolves to a commit.
        folder: A folder, which need not exist any more.
        wanted: Which names to read; all by default.

    Raises:
        HistoryError: The revision is unknown, or a file's content is not in this clone.
    """
    commit = full_name(repository, revision)
    blobs = {name: blob for name, blob in blobs_at(repository, commit, folder) if wanted(name)}
    contents = contents_of(repository, blobs.values())
    return {name: contents[blob] for name, blob in blobs.items()}


def contents_of(repository: Repository, blobs: Iterable[str]) -> BlobContents:
    """Return the contents of blobs by their names, as in a log; all read by one run of git.

    Raises:
        HistoryError: A content is not in this clone.
    """
    names = list(dict.fromkeys(blobs))
    if not names:
        return BlobContents()
    said = "\n".join(names).encode()
    answer = ask_git(repository.root, "cat-file", "--batch", "--buffer", stdin=said)
    return BlobContents(names, answer.output)


def has_file(repository: Repository, commit: str, file: Path) -> bool:
    """Return whether *commit* has the *file*."""
    name = f"{commit}:{repository.name_of(file)}"
    return run_git(repository.root, "cat-file", "-e", name).status == 0


def commit_day(repository: Repository, commit: str) -> date:
    """Return the day that *commit* itself says it was made on, which nobody has to believe."""
    return moment_of(ask_git(repository.root, "log", "-1", "--format=%cI", commit).text).date()


def first_day(repository: Repository) -> date | None:
    """Return the day of the first commit, as it says itself; `None` where there is none.

    Of several without parents the latest counts: before that day git does not know everything.
    """
    said = run_git(repository.root, "log", "--max-parents=0", "--format=%cI", "HEAD")
    return max((moment_of(line).date() for line in said.text.splitlines()), default=None)


def is_branch(repository: Repository, revision: str) -> bool:
    """Return whether *revision* names a branch, ours or a remote's, and so may move.

    `HEAD` does if a branch is checked out; `main~1`, a tag and a commit do not.
    """
    _require_plain(revision)
    named = run_git(repository.root, "rev-parse", "--symbolic-full-name", "--verify", revision)
    return named.text.startswith(("refs/heads/", "refs/remotes/"))


def changed_since(repository: Repository, revision: str, folder: Path) -> frozenset[str]:
    """Return the files of *folder* with changes since *revision*, committed or not.

    Names are posix paths from *folder*; deleted and untracked files are among them.

    Raises:
        HistoryError: The revision is unknown, or the clone is shallow.
    """
    repository.require_whole_history()
    commit = resolve(repository, revision)
    status = repository.status(folder)
    # Not `git diff` with the work tree: it locks and rewrites the index.
    compared = ask_git(
        repository.root,
        "diff-tree",
        "-r",
        "-z",
        "--name-only",
        "--no-renames",
        commit,
        status.head or commit,
        "--",
        literal(repository.name_of(folder)),
    )
    committed = filter(None, compared.text.split("\0"))
    names = {*committed, *(file.name for file in status.files)}
    prefix = _prefix(repository, folder)
    return frozenset(name.removeprefix(prefix) for name in names)


def _require_plain(revision: str) -> None:
    if not revision or revision.startswith(("-", "^")) or not revision.isprintable():
        raise HistoryError(f"{revision!r} cannot be a revision.", _REVISION_HINT)
    if _BY_DATE.search(revision):
        raise HistoryError(
            f"{revision} refers to a date, which can mean another commit in every clone.",
            NextStep(StepKind.NAME_REVISION),
        )


def _require_one_meaning(repository: Repository, revision: str) -> None:
    """Refuse a name that several references have, of which git takes a tag before any branch."""
    name = _BEHIND_A_NAME.split(revision)[0]
    kinds = ("tags", "heads", "remotes")
    places = [f"refs/{kind}/{name}" for kind in kinds]
    known = ask_git(repository.root, "for-each-ref", "--format=%(refname)", *places).text
    found = [place for place in places if place in known.splitlines()]
    if len(found) > 1:
        names = " or ".join(f"`{place}`" for place in found)
        raise HistoryError(f"{name} is the name of {len(found)} things.", f"Name {names}.")


_REVISION_HINT = "Name a commit, a branch or a tag."


def _unknown(repository: Repository, revision: str) -> HistoryError:
    if repository.is_shallow():
        return HistoryError(
            f"There is no revision {revision} in this shallow clone.",
            "Fetch the whole history: `fetch-depth: 0` in CI, or `git fetch --unshallow`.",
        )
    return HistoryError(f"There is no revision {revision}.", _REVISION_HINT)


def _prefix(repository: Repository, folder: Path) -> str:
    """Return the prefix of the names of all files in *folder*."""
    name = repository.name_of(folder)
    return "" if name == "." else f"{name}/"


def blobs_at(repository: Repository, commit: str, folder: Path) -> Iterator[tuple[str, str]]:
    """Yield the name of every file that *folder* has in *commit*, and that of its blob.

    As of `files_at`; no content is looked for.
    """
    prefix = _prefix(repository, folder)
    paths = ["--", literal(prefix)] if prefix else []
    listing = ask_git(repository.root, "ls-tree", "-r", "-z", commit, *paths)
    for line in listing.text.split("\0"):
        facts, _, name = line.partition("\t")
        mode, _, blob = facts.partition(" blob ")
        if mode in _BLOB_MODES:
            yield name.removeprefix(prefix), blob
