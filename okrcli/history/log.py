"""Who changed which file when: the commits of a folder."""

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path

from okrcli.history.command import ask_git, literal
from okrcli.history.repository import Repository
from okrcli.history.snapshots import resolve

_START = "\x01"
_CO_AUTHORS = "%(trailers:key=Co-authored-by,valueonly,unfold)"
_FIELDS = ("%H", "%P", "%aN", "%aE", "%aI", "%cI", _CO_AUTHORS, "%B")
_FULL_NAME = re.compile(r"[0-9a-f]{40}(?:[0-9a-f]{24})?")
_CO_AUTHOR = re.compile(
    r"^[ \t]*(?P<name>[^<>\n]*?)[ \t]*<(?P<email>[^<>\n]*)>[ \t]*$", re.MULTILINE
)
_FILE = re.compile(r"(?P<letters>[A-Z]+)\0(?P<path>[^\0]+)\0?")


@dataclass(frozen=True, slots=True)
class LogEntry:
    """One commit, as far as it touched a folder.

    Attributes:
        author: The author's name by the `.mailmap`, as is the email.
        authored: When it was first made, an ISO 8601 time as the author's machine had it.
        committed: When it was made or last remade, by the committer's machine.
        co_authored_by: The values of the trailers of that name, one a line.
        files: For each file, as a posix path from the folder, git's letter: A(dded), M(odified),
            D(eleted), T(ype changed).
    """

    sha: str
    parents: tuple[str, ...]
    author: str
    email: str
    authored: str
    committed: str
    co_authored_by: str
    message: str
    files: Mapping[str, str]

    @property
    def subject(self) -> str:
        """The message's first line."""
        return self.message.partition("\n")[0]

    @property
    def co_authors(self) -> tuple[tuple[str, str], ...]:
        """Name and email of each co-author; only what git itself reads as a trailer names one."""
        return tuple(_CO_AUTHOR.findall(self.co_authored_by))


def log(
    repository: Repository, folder: Path, revision: str = "HEAD", since: str | None = None
) -> list[LogEntry]:
    """Return the commits up to *revision* that touched *folder*, the latest first.

    A merge is among them when it left a file as none of its parents had it.

    Args:
        repository: The repository.
        folder: The folder; or a file, whose only name is then empty.
        revision: The last commit; with `HEAD` on an unborn branch there are none.
        since: A revision whose commits are left out.
    """
    if revision == "HEAD" and repository.head() is None:
        return []
    revisions = [revision if _FULL_NAME.fullmatch(revision) else resolve(repository, revision)]
    if since is not None:
        revisions.append(f"^{resolve(repository, since)}")
    name = repository.name_of(folder)
    return list(_entries(_read(repository, revisions, name), name))


def _read(repository: Repository, revisions: list[str], name: str) -> str:
    return ask_git(
        repository.root,
        "log",
        "-z",
        "-c",
        "--full-history",
        "--no-renames",
        "--no-ext-diff",
        "--no-show-signature",
        "--encoding=UTF-8",
        "--name-status",
        f"--format={_START}{'%x00'.join(_FIELDS)}%x00",
        *revisions,
        "--",
        # With a path git compares each commit twice: of everything that is for nothing.
        *(() if name == "." else (literal(name),)),
    ).text


def _entries(text: str, name: str) -> Iterator[LogEntry]:
    prefix = "" if name == "." else f"{name}/"
    for record in re.split(rf"(?:^|\0\n?){_START}(?=[0-9a-f]{{40}})", text):
        if not record:
            continue
        *facts, message, rest = record.split("\0", len(_FIELDS))
        sha, parents, author, email, authored, committed, co_authored_by = facts
        if files := dict(_files(rest, prefix)):
            yield LogEntry(
                sha,
                tuple(parents.split()),
                author,
                email,
                authored,
                committed,
                co_authored_by,
                message.rstrip(),
                files,
            )


def _files(rest: str, prefix: str) -> Iterator[tuple[str, str]]:
    for found in _FILE.finditer(rest):
        # A merge has one letter for each parent.
        yield found["path"].removeprefix(prefix), found["letters"][-1]
