"""Safe changes of files: what `okr check --fix` may do without asking.

A fix never changes what is planned: it writes the usual characters, and drops comments that
silence nothing. It is a value; who owns the files applies it.
"""

from dataclasses import dataclass

from okrcli.model.finding import Location, Place


@dataclass(frozen=True, slots=True)
class SetText:
    """Write *text* in place of the one at *location*."""

    path: str
    location: Location
    text: str


@dataclass(frozen=True, slots=True)
class DropIgnores:
    """Take *names* out of the comment at *place*; *whole* says that none is left in it."""

    place: Place
    names: tuple[str, ...]
    whole: bool

    @property
    def path(self) -> str:
        """Posix path from the workspace's root."""
        return self.place.path


Fix = SetText | DropIgnores
