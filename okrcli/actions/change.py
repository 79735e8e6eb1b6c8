"""What an action wants written; `saving` carries it out."""

from dataclasses import dataclass

from okrcli.storage.files import Write


@dataclass(frozen=True, slots=True)
class Change:
    """Files to be written as one commit: all of them, or none.

    Attributes:
        writes: The files.
        message: The commit's.
        paths: Of the new files that people are told of, posix from the workspace's root.
        lines: What it records, for people.
    """

    writes: tuple[Write, ...]
    message: str
    paths: tuple[str, ...] = ()
    lines: tuple[str, ...] = ()
