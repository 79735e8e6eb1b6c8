"""What is missing because it could not be read is told once, by loading."""

from collections import defaultdict
from collections.abc import Iterable
from functools import cache
from typing import get_args

from okrcli.model.finding import SCHEMA, Finding, Location
from okrcli.model.key_results import KeyResult
from okrcli.model.kpi import Kpi
from okrcli.model.objective import Objective

_DECISIVE = frozenset({"id", "type", "kpi", "key_results"})
"""Keys on which the meaning of all others hangs."""


class Consequences:
    """Knows which findings are there only because a value beside them could not be read."""

    def __init__(self, loading: Iterable[Finding]) -> None:
        self._unread: dict[str, list[Location]] = defaultdict(list)
        for finding in loading:
            if finding.rule == SCHEMA and finding.ref:
                self._unread[finding.ref].append(finding.location)

    def __contains__(self, finding: Finding) -> bool:
        unread = self._unread.get(finding.ref or "")
        return unread is not None and any(_explains(each, finding.location) for each in unread)


def _explains(unread: Location, missed: Location) -> bool:
    """Return whether *missed* can be missing because of what was not read.

    A key that nobody knows can stand for any other; a value explains only itself.
    """
    keys = [part for part in unread if isinstance(part, str)]
    if not keys or keys[-1] in _DECISIVE or keys[-1] not in _known_keys():
        return True
    shared = min(len(unread), len(missed))
    return unread[:shared] == missed[:shared]


@cache
def _known_keys() -> frozenset[str]:
    models = (Objective, Kpi, *get_args(KeyResult))
    return frozenset(name for model in models for name in model.model_fields)
