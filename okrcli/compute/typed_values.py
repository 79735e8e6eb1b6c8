"""What somebody has typed as a value; its readers are imported when there is something to read."""

from decimal import Decimal


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
