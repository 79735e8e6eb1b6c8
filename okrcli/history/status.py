"""What `git status` says, as records."""

from collections.abc import Iterator, Sequence
from pathlib import Path

from okrcli.frozen import frozen_dataclass
from okrcli.history.command import ask_git, literal


@frozen_dataclass
class FileStatus:
    """One file that is not as it was committed.

    Attributes:
        name: Posix path from the repository's root.
        index: Git's letter for commit to index; `.` for no change, `?` for an untracked file.
        disk: Git's letter for index to disk.
    """

    name: str
    index: str
    disk: str

    @property
    def is_untracked(self) -> bool:
        """Whether git does not know the file."""
        return self.index == "?"

    @property
    def is_new(self) -> bool:
        """Whether the commit lacks the file, whether or not it is in the index."""
        return self.is_untracked or "A" in {self.index, self.disk}

    @property
    def is_conflicted(self) -> bool:
        """Whether a merge left the file in conflict."""
        return self.index == "U"

    @property
    def is_staged(self) -> bool:
        """Whether the user has staged something of it, even only with `git add -N`."""
        return self.index not in ".?" or self.disk == "A"


@frozen_dataclass
class Status:
    """The commit, the branch, and the files that differ.

    Attributes:
        head: The commit, `None` on an unborn branch.
        branch: The branch, `None` when HEAD is detached.
        files: The files that are not as committed, among those that were asked about.
        ignored: Ignored files, and ignored folders with a `/` at the end, where these were asked.
    """

    head: str | None
    branch: str | None
    files: tuple[FileStatus, ...]
    ignored: tuple[str, ...] = ()


def status_of(
    root: Path,
    *names: str,
    settings: Sequence[str] = (),
    untracked: bool = True,
    ignored: bool = False,
) -> Status:
    """Return the status of *names* (files, or folders with all in them; all when none is given).

    Args:
        root: The repository's root.
        names: Posix paths from there.
        settings: Of git, as `name=value`, for this call.
        untracked: Whether files that git does not know are looked for.
        ignored: Whether those that it ignores are looked for, too.
    """
    answer = ask_git(
        root,
        *(word for setting in settings for word in ("-c", setting)),
        "status",
        "--porcelain=v2",
        "--branch",
        "-z",
        "--no-renames",
        "--no-ahead-behind",
        f"--untracked-files={'all' if untracked else 'no'}",
        *(("--ignored=matching",) if ignored else ()),
        "--ignore-submodules=all",
        "--",
        *map(literal, names),
    )
    return parse_status(answer.text)


def parse_status(text: str) -> Status:
    """Read the output of `git status --porcelain=v2 --branch -z --no-renames`."""
    records = [record for record in text.split("\0") if record]
    headers = dict(record[2:].split(" ", 1) for record in records if record.startswith("# "))
    head, branch = headers.get("branch.oid"), headers.get("branch.head")
    return Status(
        head=None if head == "(initial)" else head,
        branch=None if branch == "(detached)" else branch,
        files=tuple(_files(records)),
        ignored=tuple(record[2:] for record in records if record.startswith("! ")),
    )


def _files(records: list[str]) -> Iterator[FileStatus]:
    for record in records:
        match record[0]:
            case "1":
                yield FileStatus(record.split(" ", 8)[8], record[2], record[3])
            case "u":
                yield FileStatus(record.split(" ", 10)[10], "U", "U")
            case "?":
                yield FileStatus(record[2:], "?", "?")
