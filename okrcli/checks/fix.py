"""Safe changes of files: what `okr check --fix` may do without asking.

A fix never changes what is planned: it writes the usual characters, and takes out of comments
what silences nothing. It is a value; who owns the files applies it.
"""

from dataclasses import dataclass

from okrcli.model.finding import Ignore, Location


@dataclass(frozen=True, slots=True)
class SetText:
    """Write *text* in place of the one at *location*."""

    path: str
    location: Location
    text: str


@dataclass(frozen=True, slots=True)
class MendIgnore:
    """Write *comment* in place of the comment of *ignore*; empty means that it goes.

    A comment that goes and was alone takes its line with it.
    """

    ignore: Ignore
    comment: str

    @property
    def path(self) -> str:
        """Posix path from the workspace's root."""
        return self.ignore.place.path


Fix = SetText | MendIgnore


def without(ignore: Ignore, names: frozenset[str]) -> MendIgnore:
    """Return the fix that takes *names* out of a comment, and keeps its reason with the others."""
    left = [name for name in ignore.codes if name not in names]
    comment = f"# okr: ignore[{', '.join(left)}] {ignore.reason}".rstrip() if left else ""
    return MendIgnore(ignore, comment)
