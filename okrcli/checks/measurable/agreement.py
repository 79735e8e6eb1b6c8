"""Whether a number or a unit in a title agrees with a field."""

import re
from collections.abc import Iterable
from decimal import Decimal
from functools import cached_property
from typing import Final

from okrcli.wording.numbers.parse import readings
from okrcli.wording.numbers.units import CURRENCIES, MILLISECONDS, UNITS, join_words
from okrcli.wording.titles.statement import Statement

_DIGITS: Final = re.compile(r"\d[\d.,' ]*\d|\d")
_ODD_SPACES: Final = re.compile("[\u00a0\u202f\u2009\u2007]")
_SCALES: Final = (Decimal(1), Decimal(10) ** 3, Decimal(10) ** 6, Decimal(10) ** 9)
_TIMES: Final = tuple(
    Decimal(long) / short for long in MILLISECONDS.values() for short in MILLISECONDS.values()
)
_CLOSE: Final = Decimal("0.01")
_WITHOUT_A_UNIT: Final = frozenset({"count", "points", "x"})


class Numbers:
    """All numbers that the words and digits of a title may mean; a field agrees with each."""

    def __init__(self, statement: Statement) -> None:
        self._text = statement.text
        read = (statement.from_, statement.to, statement.by, statement.factor)
        self._read = frozenset(abs(number) for number in read if number is not None)
        self._factors = (*_SCALES, *_TIMES) if statement.unit in MILLISECONDS else _SCALES

    def __contains__(self, field: Decimal) -> bool:
        """Whether *field* is among them, maybe in thousands, millions or another unit of time."""
        value = abs(field)
        return (
            value in self._read
            or self._has_near(value, self._read)
            or self._has_near(value, self._written)
        )

    def _has_near(self, value: Decimal, numbers: Iterable[Decimal]) -> bool:
        return any(
            abs(number - value * factor) <= number * _CLOSE
            or abs(number * factor - value) <= value * _CLOSE
            for number in numbers
            for factor in self._factors
        )

    @cached_property
    def _written(self) -> frozenset[Decimal]:
        """What the digits may mean; most fields are among what is read already."""
        text = _ODD_SPACES.sub(" ", self._text)
        return frozenset(
            abs(value) for match in _DIGITS.findall(text) for value in _meanings(match)
        )


def _meanings(digits: str) -> list[Decimal]:
    """Return what *digits* may mean; "1 200" is one number, "5 7" are two."""
    parts = digits.split(" ")
    found = readings(digits)
    return found + [value for part in parts for value in readings(part.strip(".,'"))]


def agree_in_unit(said: str, unit: str) -> bool:
    """Return whether a unit in a title may be *unit*, which people write in many ways."""
    word = join_words(unit.lower().split())
    known = UNITS.get(word) or CURRENCIES.get(word)
    if known is None or said in _WITHOUT_A_UNIT or known in _WITHOUT_A_UNIT:
        return True
    if {said, known} <= MILLISECONDS.keys() or {said, known} <= {"%", "pp"}:
        return True
    return said == known
