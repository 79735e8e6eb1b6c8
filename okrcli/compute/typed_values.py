"""What somebody has typed as a value; its readers are imported when there is something to read."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from decimal import Decimal

    from okrcli.model.goalposts import Band
    from okrcli.model.kpi import Bounds


def typed_amount(text: str, unit: str | None) -> Decimal:
    """Return the amount of *unit* that *text* says, as `amount_of` does.

    Raises:
        UsageError: It says none, or one that may be two.
    """
    from okrcli.compute.amounts import amount_of  # noqa: PLC0415  a report does without its patterns

    return amount_of(text, unit)


def typed_yes_or_no(text: str) -> bool:
    """Return whether *text* says yes, as `yes_or_no` does.

    Raises:
        UsageError: It says neither yes nor no.
    """
    from okrcli.compute.amounts import yes_or_no  # noqa: PLC0415  as above

    return yes_or_no(text)


def typed_goal(text: str, unit: str | None) -> Decimal | Band:
    """Return the number or the range that *text* says, as `parse_goal` does.

    Raises:
        UsageError: It is neither a number nor a range.
    """
    from okrcli.compute.goals import parse_goal  # noqa: PLC0415  help does without the records

    return parse_goal(text, unit)


def typed_bounds(text: str, unit: str | None) -> Bounds:
    """Return the bounds that *text* says, as `parse_bounds` does.

    Raises:
        UsageError: It is not a pair of bounds.
    """
    from okrcli.compute.goals import parse_bounds  # noqa: PLC0415  as above

    return parse_bounds(text, unit)
