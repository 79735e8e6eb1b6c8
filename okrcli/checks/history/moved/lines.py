"""What moved from where each of two lines of commits had it."""

from collections.abc import Callable, Iterable
from typing import NamedTuple

from okrcli.checks.history.agreed import Agreed, PromiseT
from okrcli.checks.past import Version
from okrcli.model.finding import Finding


class Comparison(NamedTuple):
    """How what was agreed is compared with a plan; each takes something agreed.

    Attributes:
        moved: Finds what is not so any more.
        is_open: Tells whether nobody is bound by it now: it is not there, or a draft.
    """

    moved: Callable[..., Iterable[Finding]]
    is_open: Callable[..., bool]


def moved_everywhere(agreed: Agreed[PromiseT], comparison: Comparison) -> list[Finding]:
    """Return what moved, as it was *agreed*: on each line that it was agreed on.

    With two such lines and one that nothing moved from there is none: see `moved_from_one`.
    """
    by_line = _by_line(agreed, comparison)
    return by_line[0] if all(by_line) else []


class Disputed(NamedTuple):
    """What moved from where one line of commits had it, and not from where the other had it.

    Attributes:
        finding: The first that moved.
        kept: The state that it did not move from.
        left: The state that it moved from.
    """

    finding: Finding
    kept: Version
    left: Version


def moved_from_one(agreed: Agreed[PromiseT], comparison: Comparison) -> Disputed | None:
    """Return what git does not tell of it: which of two lines had what was agreed."""
    if agreed.otherwise is None:
        return None
    own, other = _by_line(agreed, comparison)
    version = agreed.otherwise.version
    if own and not other:
        return Disputed(own[0], version, agreed.version)
    return Disputed(other[0], agreed.version, version) if other and not own else None


def _by_line(agreed: Agreed[PromiseT], comparison: Comparison) -> list[list[Finding]]:
    own = [*comparison.moved(agreed)]
    if agreed.otherwise is None:
        return [own]
    other = agreed.otherwise.agreed
    if other is None:
        return [own, [] if comparison.is_open(agreed) else own]
    return [own, [*comparison.moved(other)]]
