"""What an action wants written; `saving` carries it out."""

from dataclasses import dataclass
from pathlib import Path

from okrcli.storage.files import Removal, Write


@dataclass(frozen=True, slots=True)
class Change:
    """Files to be written and removed as one commit: all of them, or none.

    A file gets another name by a write of the new one and a removal of the old one.

    Attributes:
        writes: The files to be made or replaced.
        message: The commit's.
        paths: Of the new files that people are told of, posix from the workspace's root.
        lines: What it records, for people.
        removals: The files to be removed.
        is_exclusive: Whether nothing else may come into the commit: then it is refused where the
            user has edited one of the files, and has not committed that.
    """

    writes: tuple[Write, ...]
    message: str
    paths: tuple[str, ...] = ()
    lines: tuple[str, ...] = ()
    removals: tuple[Removal, ...] = ()
    is_exclusive: bool = False

    @property
    def files(self) -> tuple[Path, ...]:
        """All files that it makes, replaces or removes."""
        return (
            *(write.path for write in self.writes),
            *(removal.path for removal in self.removals),
        )
