"""Who changed which file when: the commits of a folder."""

import re
import secrets
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import field
from datetime import date
from pathlib import Path
from typing import Literal, NamedTuple

from okrcli.frozen import frozen_dataclass
from okrcli.garbage import without_garbage_collection
from okrcli.history.command import ask_git, literal
from okrcli.history.commit_dates import EVERYTHING, CommitDate, Horizon, running_dates
from okrcli.history.repository import Repository
from okrcli.history.snapshots import full_name

# Drawn anew for each process: a message, a path or a name that a commit has cannot forge it.
_START = f"\x01{secrets.token_hex(16)} "
Shape = Literal["whole", "touching", "line"]
"""Which commits to read: all, for their dates; only those that touched something; or only those
along first parents, with merges compared to these.
"""

_SHAPES: Mapping[Shape, Sequence[str]] = {
    "whole": ("-c", "--full-history", "--sparse"),
    "touching": ("-c", "--full-history"),
    "line": ("-m", "--first-parent"),
}
_CO_AUTHORS = "%(trailers:key=Co-authored-by,valueonly,unfold)"
_FIELDS = ("%H", "%P", "%aI", "%cI", "%aN", "%aE", _CO_AUTHORS, "%B")
_CO_AUTHOR = re.compile(
    r"^[ \t]*(?P<name>[^<>\n]*?)[ \t]*<(?P<email>[^<>\n]*)>[ \t]*$", re.MULTILINE
)


NO_BLOBS = frozenset({"0" * 40, "0" * 64})
"""The names that git gives to no content, by the two ways in which a repository names contents."""


class FileState(NamedTuple):
    """What a commit did to a file.

    Attributes:
        letter: Git's letter: A(dded), M(odified), D(eleted), T(ype changed).
        blob: The name of the blob that it has since then; zeros for none.
        before: The name of the blob that each parent has; zeros for none.
    """

    letter: str
    blob: str
    before: tuple[str, ...] = ()

    @property
    def is_gone(self) -> bool:
        """Whether the commit deleted it."""
        return self.letter == "D"


class LogEntry(NamedTuple):
    """One commit, as far as it touched a folder.

    Attributes:
        author: The author's name, by the `.mailmap`.
        email: The author's email address, by the `.mailmap`.
        co_authored_by: The values of the trailers of that name, one per line.
        body: The whole message.
        files: For each file, as a posix path from the folder, what became of it.
        made: When it was made, as far as its dates can be trusted.
    """

    sha: str
    parents: tuple[str, ...]
    author: str
    email: str
    co_authored_by: str
    body: str
    files: Mapping[str, FileState]
    made: CommitDate

    def blob_of(self, path: str) -> str | None:
        """Return git's name of what it left in the file at *path*; `None` for nothing."""
        state = self.files.get(path)
        return None if state is None or state.is_gone else state.blob

    @property
    def message(self) -> str:
        """The message without spaces and line ends behind it."""
        return self.body.rstrip()

    @property
    def subject(self) -> str:
        """The message's first line."""
        return self.message.partition("\n")[0]

    @property
    def co_authors(self) -> tuple[tuple[str, str], ...]:
        """Name and email of each co-author; only what git itself reads as a trailer names one."""
        return tuple(_CO_AUTHOR.findall(self.co_authored_by)) if self.co_authored_by else ()

    @property
    def day(self) -> date:
        """The day on which it was made; never before that of a parent, except for time zones."""
        return self.made.moment.date()


@frozen_dataclass
class Log:
    """The commits up to a revision.

    Attributes:
        entries: The commits that touched what was asked about, the earliest first.
        dates: When each commit was made, including those that touched something else; parents
            first.
        parents: The parents of each commit.
        merges: The names of all commits with several parents, whatever they touched.
        beside: The commits that touched files outside of the prefix, with these as git has them;
            the earliest first.
    """

    entries: tuple[LogEntry, ...] = ()
    dates: Mapping[str, CommitDate] = field(default_factory=dict)
    parents: Mapping[str, tuple[str, ...]] = field(default_factory=dict)
    merges: Mapping[str, LogEntry] = field(default_factory=dict)
    beside: tuple[LogEntry, ...] = ()

    def ancestors(self, sha: str) -> frozenset[str]:
        """Return the ancestors of the commit *sha*."""
        found: set[str] = set()
        waiting = [*self.parents.get(sha, ())]
        while waiting:
            if (parent := waiting.pop()) not in found:
                found.add(parent)
                waiting += self.parents.get(parent, ())
        return frozenset(found)


def log(
    repository: Repository,
    folder: Path,
    revision: str = "HEAD",
    *,
    horizon: Horizon = EVERYTHING,
    mailmap_of: str | None = None,
) -> Log:
    """Return the commits up to *revision* that touched *folder*.

    Merges are included if they left a file as none of their parents had it.

    Args:
        repository: The repository.
        folder: The folder; or a file, whose name relative to it is then empty.
        revision: The last commit; with `HEAD` on an unborn branch there are none.
        horizon: Up to when dates count.
        mailmap_of: A commit whose `.mailmap` is used instead of the one on disk.
    """
    name = repository.name_of(folder)
    # With a path git compares each commit twice: of everything that is for nothing.
    names = () if name == "." else (literal(name),)
    prefix = "" if name == "." else f"{name}/"
    return read_log(repository, names, prefix, revision, horizon=horizon, mailmap_of=mailmap_of)


def read_log(
    repository: Repository,
    pathspecs: Sequence[str],
    prefix: str = "",
    revision: str = "HEAD",
    *,
    horizon: Horizon = EVERYTHING,
    mailmap_of: str | None = None,
    shape: Shape = "whole",
    beside: str | None = None,
) -> Log:
    """Return the commits up to *revision* that touched what *pathspecs* mean; all without any.

    Args:
        repository: The repository.
        pathspecs: Git's pathspecs.
        prefix: The prefix to strip from names of files.
        revision: As of `log`.
        horizon: As of `log`.
        mailmap_of: As of `log`.
        shape: Which commits to read; dates take only these into account.
        beside: The name of the files that *pathspecs* mean outside of *prefix*, too; `None` if they
            mean none there.
    """
    if revision == "HEAD" and repository.head() is None:
        return Log()
    commit = full_name(repository, revision)
    text = _read(repository, commit, pathspecs, mailmap_of, _SHAPES[shape])
    with without_garbage_collection():
        return _log_of(text, prefix, horizon, beside)


def _log_of(text: str, prefix: str, horizon: Horizon, beside: str | None) -> Log:
    records = _records(text)
    if not records:
        return Log()
    shas, parent_names, authored, committed, *others, rests = zip(*records, strict=True)
    parents = {sha: tuple(n.split()) for sha, n in zip(shas, parent_names, strict=True)}
    # In columns: each commit in turn would take a third longer.
    dates = running_dates(zip(shas, parents.values(), authored, committed, strict=True), horizon)
    files = [_files(rest, prefix) for rest in rests]
    # Few mention it: most need not be looked through again.
    mentions = [number for number, rest in enumerate(rests) if beside and beside in rest]
    outside = {}
    for number in mentions:
        both = _files(rests[number], "")
        own = {name: state for name, state in both.items() if name.startswith(prefix)}
        files[number] = {name.removeprefix(prefix): state for name, state in own.items()}
        outside[number] = {name: state for name, state in both.items() if name not in own}
    facts = zip(shas, parents.values(), *others, files, dates.values(), strict=True)
    known = [*map(LogEntry._make, facts)]
    merges = {entry.sha: entry for entry in known if len(entry.parents) > 1}
    apart = (known[number]._replace(files=found) for number, found in outside.items())
    return Log(_in_order(known), dates, parents, merges, _in_order(apart))


def _in_order(entries: Iterable[LogEntry]) -> tuple[LogEntry, ...]:
    """Return those of *entries* that touched something, the earliest first."""
    return tuple(sorted((e for e in entries if e.files), key=lambda entry: entry.made.moment))


def _read(
    repository: Repository,
    commit: str,
    pathspecs: Sequence[str],
    mailmap_of: str | None,
    shape: Sequence[str],
) -> str:
    folder, options = _with_mailmap(repository, mailmap_of)
    return ask_git(
        folder,
        *options,
        "log",
        "-z",
        *shape,
        "--topo-order",
        "--no-renames",
        "--no-ext-diff",
        "--no-show-signature",
        "--encoding=UTF-8",
        "--raw",
        "--no-abbrev",
        f"--format={_START}{'%x00'.join(_FIELDS)}%x00",
        commit,
        "--",
        *pathspecs,
        stdin=b"",  # the answer then goes through a file: a pipe takes hundreds of steps
    ).text


def _with_mailmap(repository: Repository, commit: str | None) -> tuple[Path, tuple[str, ...]]:
    """Return where to run git, and with which options, so that the `.mailmap` of *commit* counts.

    Git also reads the `.mailmap` of the folder in which it runs; its own folder has none.
    """
    if commit is None:
        return repository.root, ()
    return repository.git_folder, ("--git-dir=.", "-c", f"mailmap.blob={commit}:.mailmap")


def _records(text: str) -> list[list[str]]:
    """Return what is said of each commit, the earliest first.

    It is turned around here: git would keep all in mind, and take a fifth longer.
    """
    return [record.split("\0", len(_FIELDS)) for record in text.split(_START)[:0:-1]]


def _files(rest: str, prefix: str) -> dict[str, FileState]:
    """Return for the path of each file what became of it.

    Of each, *rest* has `:MODE MODE BLOB BLOB M` and the path, each with a NUL behind it. A merge
    has one colon, one old mode, one old blob, and one letter, for each parent.
    """
    words = rest.lstrip("\0\n").split("\0")
    found = {}
    for facts, path in zip(words[::2], words[1::2], strict=False):
        said = facts.split(" ")
        parents = len(said[-1])
        mode, before, blob, letters = said[parents], said[parents + 1 : -2], said[-2], said[-1]
        # A link or a submodule in a file's place is no file of ours any more.
        letter = letters[-1] if mode.startswith("100") else "D"
        found[path.removeprefix(prefix)] = FileState(letter, blob, tuple(before))
    return found
