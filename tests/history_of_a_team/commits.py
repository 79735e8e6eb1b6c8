"""Commits that are made up in memory, and written by `git fast-import` all at once."""

import subprocess
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from datetime import UTC, datetime
from pathlib import Path
from typing import NamedTuple

from tests.repositories import git

Files = Mapping[str, str]
"""Texts by path from the repository's root."""


class Made(NamedTuple):
    """A commit.

    Attributes:
        files: All that there are after it.
    """

    mark: int
    branch: str
    author: str
    authored: datetime
    committed: datetime
    message: str
    parents: tuple[int, ...]
    files: Files


@dataclass
class Commits:
    """Commits in the order in which they are made; they are known by marks from 1 on."""

    made: list[Made] = field(default_factory=list)

    def files_of(self, mark: int | None) -> Files:
        """Return all files of a commit; none before the first."""
        return {} if mark is None else self.made[mark - 1].files

    def write(self, top: Path) -> Mapping[int, str]:
        """Make a repository *top* of them, with `main` checked out, and return names by mark."""
        top.mkdir(parents=True)
        git(top, "init", "--quiet", "-b", "main")
        marks = top / ".git" / "marks"
        stream = "".join(self._stream()).encode()
        command = ["git", "fast-import", "--quiet", f"--export-marks={marks}"]
        subprocess.run(command, cwd=top, input=stream, check=True)
        for branch in {made.branch for made in self.made} - {"main"}:
            git(top, "branch", "--quiet", "-D", branch)
        git(top, "reset", "--quiet", "--hard", "main")
        lines = (line.split(" ") for line in marks.read_text(encoding="ascii").splitlines())
        return {int(mark.removeprefix(":")): sha for mark, sha in lines}

    def _stream(self) -> Iterator[str]:
        for made in self.made:
            yield f"commit refs/heads/{made.branch}\nmark :{made.mark}\n"
            yield f"author {_signed(made.author, made.authored)}\n"
            yield f"committer {_signed(made.author, made.committed)}\n"
            yield _data(made.message)
            for word, parent in zip(("from", *["merge"] * 9), made.parents, strict=False):
                yield f"{word} :{parent}\n"
            yield from self._changes(made)
            yield "\n"

    def _changes(self, made: Made) -> Iterator[str]:
        before = self.files_of(made.parents[0] if made.parents else None)
        for path in before.keys() - made.files.keys():
            yield f"D {path}\n"
        for path, text in made.files.items():
            if before.get(path) != text:
                yield f"M 100644 inline {path}\n{_data(text)}"


def _signed(who: str, moment: datetime) -> str:
    return f"{who.title()} <{who}@example.com> {int(moment.astimezone(UTC).timestamp())} +0000"


def _data(text: str) -> str:
    return f"data {len(text.encode())}\n{text}\n"
