"""How what takes long lets somebody watch, without knowing who does."""

from collections.abc import Iterable
from typing import Protocol, TypeVar

_Item = TypeVar("_Item")


class Track(Protocol):
    """Gives items back one by one, and so sees how far the work with them is."""

    def __call__(self, items: Iterable[_Item], /) -> Iterable[_Item]:
        """Return *items*; of those that have a length, it is known how many are left."""


def without_tracking(items: Iterable[_Item], /) -> Iterable[_Item]:
    """Return *items* as they are: nobody watches."""
    return items
