"""What is missing because it could not be read is told once, by loading."""

from collections import defaultdict
from collections.abc import Iterable
from functools import cache
from typing import get_args

from okrcli.model.finding import SCHEMA, Finding, Location
from okrcli.model.key_results import KeyResult
from okrcli.model.kpi import Kpi
from okrcli.model.objective import Objective

_DECISIVE = frozenset({"id", "type", "title", "kpi", "key_results"})
"""Keys on which the meaning of all others hangs, or whether there is a record at all."""


class Consequences:
    """Knows which findings are there only because a value beside them could not be read."""

    def __init__(self, loading: Iterable[Finding]) -> None:
        self._unread: dict[str, list[Location]] = defaultdict(list)
        for finding in loading:
            if finding.rule == SCHEMA:
                self._unread[finding.place.path].append(finding.location)

    def __contains__(self, finding: Finding) -> bool:
        unread = self._unread.get(finding.place.path, ())
        return any(_explains(each, finding.location) for each in unread)


def _explains(unread: Location, missed: Location) -> bool:
    """Return whether *missed* can be missing because of what was not read.

    A key that nobody knows can stand for any other beside it; a value explains only itself.
    """
    keys = [part for part in unread if isinstance(part, str)]
    key = keys[-1] if keys else "key_results"
    if key in _DECISIVE and unread[: len(missed)] == missed:
        return True
    if _item(unread) != _item(missed):
        return unread == ("key_results",)
    return key in _DECISIVE or key not in _known_keys() or _is_inside(missed, unread)


def _item(location: Location) -> Location:
    """Return the item of a list that *location* is in, empty for the record itself."""
    return location[:2] if len(location) > 1 and isinstance(location[1], int) else ()


def _is_inside(inner: Location, outer: Location) -> bool:
    shared = min(len(inner), len(outer))
    return inner[:shared] == outer[:shared]


@cache
def _known_keys() -> frozenset[str]:
    models = (Objective, Kpi, *get_args(KeyResult))
    return frozenset(name for model in models for name in model.model_fields)
