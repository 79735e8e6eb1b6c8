"""Lengths of time as clocks and people write them: `0:04:35`, `4:30`, `1h 15m`, `1h30`."""

import re
from collections.abc import Mapping, Sequence
from decimal import Decimal
from itertools import pairwise
from typing import Final, NamedTuple

from okrcli.wording.letters import fold
from okrcli.wording.numbers.units import MILLISECONDS, UNITS

_LONGEST: Final = 64
_MOST_DIGITS: Final = 15
_CLOCK: Final = re.compile(
    r"(?P<sign>-)?(?:(?P<days>[0-9]{1,4})(?: ?(?P<word>[^\W\d_]+)\.?,? |\.))?"
    r"(?P<first>[0-9]{1,5}):(?P<second>[0-5][0-9])(?::(?P<third>[0-5][0-9]))?"
    r"(?P<fraction>[.,][0-9]{1,9})?(?: ?(?P<unit>[^\W\d_]+)\.?)?"
)
_PART: Final = re.compile(
    r"(?P<number>[0-9]{1,9}(?:[.,][0-9]{1,9})?) ?(?:(?P<unit>[^\W\d_]+)\.?|(?P<mark>''|[\"″”'′’]))?"
    r"(?:,? (?:(?:and|y|и) )?)?"
)
_ISO: Final = re.compile(
    r"P(?:(?P<days>[0-9]{1,5})D)?(?:T(?:(?P<hours>[0-9]{1,6})H)?(?:(?P<minutes>[0-9]{1,7})M)?"
    r"(?:(?P<seconds>[0-9]{1,9}(?:[.,][0-9]{1,9})?)S)?)?"
)
_MARKS: Final[Mapping[str, str]] = {
    **dict.fromkeys("'′’", "minutes"),
    **dict.fromkeys(("''", *'"″”'), "seconds"),
    **dict.fromkeys("mм", "minutes"),
}
"""Letters for units of time, only next to others: a lone m may be millions or metres."""

_UNITS: Final[Sequence[str]] = ("days", "hours", "minutes", "seconds", "ms")
_MOST: Final[Mapping[str, int]] = {"hours": 24, "minutes": 60, "seconds": 60, "ms": 1000}
"""The limit of the number of a unit that follows a larger unit."""

_SMALLER: Final[Mapping[str, str]] = {"hours": "minutes", "minutes": "seconds"}


class OpenDuration(ValueError):  # noqa: N818  # as NotANumber
    """The text may mean two lengths of time; the message names both."""


class Duration(NamedTuple):
    """A length of time.

    Attributes:
        is_elapsed: Whether its days have 24 hours; those of `1d 4h` may be working days.
    """

    milliseconds: Decimal
    is_elapsed: bool = True


def read_duration(text: str, unit: str | None = None) -> Duration | None:
    """Read *text* as a length of time that is more than a number with a unit; otherwise `None`.

    Args:
        text: As in `1h 15m`, `1h30`, `4'35"`, `PT1H15M`, `0:04:35`, `1 day, 2:03:04`, `4:30 h`.
        unit: The unit of the values, as the tables in `units` spell it. It decides `4:30`: hours
            and minutes if it is hours, minutes and seconds if it is minutes or seconds.

    Raises:
        OpenDuration: It is `4:30` and the unit is another one.
    """
    plain = " ".join(text.replace("\N{MINUS SIGN}", "-").split()) if len(text) <= _LONGEST else ""
    return _of_clock(plain, unit) or _of_iso(plain) or _of_parts(plain)


def in_unit(duration: Duration, unit: str) -> Decimal:
    """Return *duration* in *unit*, rounded to as many digits as Excel keeps if need be."""
    exact = duration.milliseconds / MILLISECONDS[unit]
    return Decimal(f"{Decimal(f'{exact:.{_MOST_DIGITS}g}'):f}")


def _of_clock(text: str, unit: str | None) -> Duration | None:
    match = _CLOCK.fullmatch(text)
    if match is None or (match["word"] and UNITS.get(fold(match["word"])) != "days"):
        return None
    stated = UNITS.get(fold(match["unit"]), "") if match["unit"] else None
    if stated not in {None, "hours", "minutes", "seconds"}:
        return None
    first, second = int(match["first"]), int(match["second"])
    if match["third"]:
        seconds = Decimal(first * 3600 + second * 60 + int(match["third"]))
    else:
        seconds = Decimal((first * 60 + second) * _seconds_of_last(match, stated or unit))
    seconds += Decimal((match["fraction"] or "0").replace(",", "."))
    seconds += int(match["days"] or 0) * 86_400
    return Duration((-seconds if match["sign"] else seconds) * 1000)


def _seconds_of_last(match: re.Match[str], unit: str | None) -> int:
    """Return the number of seconds in a unit of the second number of a clock with two numbers."""
    if match["fraction"]:
        return 1
    if unit == "hours" or match["days"]:
        return 60
    if unit in {"minutes", "seconds"}:
        return 1
    first, second = match["first"], match["second"]
    raise OpenDuration(
        f"{match[0]} could be {first} h {second} min or {first} min {second} s:"
        f" write {first}:{second}:00 or 0:{first:0>2}:{second}."
    )


def _of_iso(text: str) -> Duration | None:
    match = _ISO.fullmatch(text)
    if match is None or not any(match.groups()) or text.endswith("T"):
        return None
    return Duration(sum((_in_ms(count, unit) for unit, count in match.groupdict().items()), _ZERO))


_ZERO: Final = Decimal(0)


def _in_ms(count: str | None, unit: str) -> Decimal:
    return Decimal((count or "0").replace(",", ".")) * MILLISECONDS[unit]


def _of_parts(text: str) -> Duration | None:
    """Read numbers with decreasing units; a last one without a unit has the next smaller one."""
    parts = _parts_of(text.removeprefix("-"))
    if not parts or not _is_falling(parts) or (len(parts) == 1 and _is_amount(text)):
        return None
    total = sum((_in_ms(count, unit) for unit, count in parts), _ZERO)
    return Duration(-total if text.startswith("-") else total, parts[0][0] != "days")


def _parts_of(text: str) -> Sequence[tuple[str, str]] | None:
    """Return the units with their numbers; `None` if there is anything else."""
    parts: list[tuple[str, str]] = []
    at = 0
    while at < len(text):
        match = _PART.match(text, at)
        unit = _unit_of(match, parts) if match else None
        if match is None or unit is None:
            return None
        parts.append((unit, match["number"]))
        at = match.end()
    return parts


def _unit_of(match: re.Match[str], before: Sequence[tuple[str, str]]) -> str | None:
    word = match["mark"] or match["unit"]
    if word is None:
        is_last = match.end() == len(match.string)
        return _SMALLER.get(before[-1][0]) if before and is_last else None
    unit = _MARKS.get(fold(word)) or UNITS.get(fold(word))
    return unit if unit in _UNITS else None


def _is_amount(text: str) -> bool:
    """Return whether a single part is a number with a unit, which `parse_number` reads."""
    match = _PART.fullmatch(text.removeprefix("-"))
    if match is None or not match["number"].isdigit():
        return True
    return match["mark"] is None and fold(match["unit"] or "") not in _MARKS


def _is_falling(parts: Sequence[tuple[str, str]]) -> bool:
    """Return whether each has a smaller unit than the one before, and is less than one of those."""
    places = [_UNITS.index(unit) for unit, _ in parts]
    return (
        all(one < two for one, two in pairwise(places))
        and all(count.isdigit() for _, count in parts[:-1])
        and all(_in_ms(count, unit) < _in_ms(str(_MOST[unit]), unit) for unit, count in parts[1:])
    )
