"""The files that an action wants to write; `saving` writes them."""

from pathlib import Path

from okrcli.frozen import frozen_dataclass
from okrcli.storage.files import Removal, Write


@frozen_dataclass
class Change:
    """Files to be written and removed as one commit: all of them, or none.

    A file is renamed by writing the new one and removing the old one.

    Attributes:
        writes: The files to be created or replaced.
        message: The message of the commit.
        paths: The paths of new files to report, posix from the workspace's root.
        lines: What it records, as lines for people.
        removals: The files to be removed.
        is_exclusive: Whether nothing else may be in the commit: it is then refused if the user has
            uncommitted edits in one of the files.
    """

    writes: tuple[Write, ...]
    message: str
    paths: tuple[str, ...] = ()
    lines: tuple[str, ...] = ()
    removals: tuple[Removal, ...] = ()
    is_exclusive: bool = False

    @property
    def files(self) -> tuple[Path, ...]:
        """All files that it creates, replaces or removes."""
        return (
            *(write.path for write in self.writes),
            *(removal.path for removal in self.removals),
        )
