"""Safe changes of files, which may be made without asking.

A fix never changes what is planned: it writes the usual characters, and removes from comments what
silences nothing. It is a value; the layer that owns the files applies it.
"""

from okrcli.frozen import frozen_dataclass
from okrcli.model.finding import Ignore, Location


@frozen_dataclass
class SetText:
    """Replaces the text at *location* by *text*."""

    path: str
    location: Location
    text: str


@frozen_dataclass
class MendIgnore:
    """Replaces the comment of *ignore* by *comment*; an empty one removes it.

    A removed comment that was alone on its line is removed with the line.
    """

    ignore: Ignore
    comment: str

    @property
    def path(self) -> str:
        """Posix path from the workspace's root."""
        return self.ignore.place.path


Fix = SetText | MendIgnore


def without(ignore: Ignore, names: frozenset[str]) -> MendIgnore:
    """Return the fix that removes *names* from a comment, and keeps the others and its reason."""
    left = [name for name in ignore.codes if name not in names]
    comment = f"# okr: ignore[{', '.join(left)}] {ignore.reason}".rstrip() if left else ""
    return MendIgnore(ignore, comment)
