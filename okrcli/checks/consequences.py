"""What is missing because it could not be read is reported only once, by loading."""

from collections import defaultdict
from collections.abc import Iterable, Iterator
from functools import cache

from okrcli.model.base import OkrModel
from okrcli.model.finding import SCHEMA, Finding, Location
from okrcli.model.key_results import KEY_RESULT_TYPES
from okrcli.model.kpi import Kpi
from okrcli.model.objective import Objective

_DECISIVE = frozenset({"id", "type", "title", "kpi", "key_results"})
"""Keys that decide the meaning of all others, or whether there is a record at all."""


class Consequences:
    """Knows which findings are only consequences of a value that could not be read."""

    def __init__(self, loading: Iterable[Finding]) -> None:
        self._unread: dict[str, _Unread] = defaultdict(_Unread)
        for finding in loading:
            if finding.rule == SCHEMA:
                self._unread[finding.place.path].add(finding.location)

    def __contains__(self, finding: Finding) -> bool:
        unread = self._unread.get(finding.place.path)
        return unread is not None and unread.explains(finding.location)


class _Unread:
    """What could not be read in one file, in constant time per question.

    An unknown key may stand for any other next to it; a value explains only itself.
    """

    def __init__(self) -> None:
        self._locations: set[Location] = set()
        self._above: set[tuple[Location, Location]] = set()
        self._above_decisive: set[Location] = set()
        self._items: set[Location] = set()

    def add(self, location: Location) -> None:
        """Note that the value at *location* could not be read."""
        item, key = _item(location), _key(location)
        self._locations.add(location)
        self._above.update((item, above) for above in _prefixes(location))
        if key in _DECISIVE:
            self._above_decisive.update(_prefixes(location))
        if key in _DECISIVE or key not in _known_keys():
            self._items.add(item)

    def explains(self, missed: Location) -> bool:
        """Return whether *missed* may be missing because of what was not read."""
        item = _item(missed)
        if ("key_results",) in self._locations or missed in self._above_decisive:
            return True
        if item in self._items or (item, missed) in self._above:
            return True
        inside = (above for above in _prefixes(missed) if _item(above) == item)
        return any(above in self._locations for above in inside)


def _key(location: Location) -> str:
    """Return the last key in *location*; for a list item, that of the list."""
    keys = [part for part in location if isinstance(part, str)]
    return keys[-1] if keys else "key_results"


def _prefixes(location: Location) -> Iterator[Location]:
    """Yield the prefixes of *location*, from the whole record to itself."""
    return (location[:length] for length in range(len(location) + 1))


def _item(location: Location) -> Location:
    """Return the list item that contains *location*; empty for the record itself."""
    return location[:2] if len(location) > 1 and isinstance(location[1], int) else ()


def _known_keys() -> frozenset[str]:
    return _fields_of((Objective, Kpi, *KEY_RESULT_TYPES.values()))


@cache
def _fields_of(models: tuple[type[OkrModel], ...]) -> frozenset[str]:
    return frozenset(name for model in models for name in model.model_fields)
