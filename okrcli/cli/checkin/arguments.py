"""The arguments of `okr checkin`: key results and KPIs, each with its value."""

import re
from collections.abc import Iterator, Sequence

from okrcli.cli.options.shared import require_values
from okrcli.errors import UsageError

_EQUATION = re.compile(r"([a-z0-9][\w-]*(?:/[\w-]+){0,2})=(.*)", re.DOTALL | re.IGNORECASE)
"""A reference and, after `=`, the value to record."""


def has_values(arguments: Sequence[str]) -> bool:
    """Return whether *arguments* contain a value, and not only what to ask for."""
    return len(arguments) > 1 or any(map(_EQUATION.fullmatch, arguments))


def pairs_of(arguments: Sequence[str]) -> Sequence[tuple[str, str]]:
    """Return each reference of *arguments* with its value: `REF VALUE` or `REF=VALUE`.

    Raises:
        UsageError: A reference has no value, or there is no such option.
    """
    pairs = [*_pairs(iter(arguments))]
    require_values("checkin", *(text for pair in pairs for text in pair))
    return pairs


def pairs_about(arguments: Sequence[str], *, is_enough: bool) -> Sequence[tuple[str, str]]:
    """Return the same of *arguments* if these are all that the check-in is about, else nothing.

    Args:
        arguments: As typed, with mistakes or without.
        is_enough: Whether a reference needs no value.
    """
    if has_values(arguments):
        try:
            return [*_pairs(iter(arguments))]
        except UsageError:  # which is told once the workspace is known to be one
            return []
    return [(ref, "") for ref in arguments] if is_enough else []


def _pairs(arguments: Iterator[str]) -> Iterator[tuple[str, str]]:
    for argument in arguments:
        if equation := _EQUATION.fullmatch(argument):
            yield equation[1], equation[2]
            continue
        value = next(arguments, None)
        if value is None or _EQUATION.fullmatch(value):
            raise UsageError(
                f"'{argument}' has no value.", "Write pairs: okr checkin REF VALUE REF VALUE."
            )
        yield argument, value
