"""Whether a number or a unit in a title agrees with a field."""

import re
from collections.abc import Iterable
from decimal import Decimal
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
    """All numbers that a title may mean: a field with one of them agrees with it."""

    def __init__(self, numbers: Iterable[Decimal], *, are_times: bool) -> None:
        self._numbers = frozenset(numbers)
        self._factors = (*_SCALES, *_TIMES) if are_times else _SCALES

    @classmethod
    def of(cls, statement: Statement) -> "Numbers":
        """Return the numbers that the words and the digits of a title may mean."""
        read = (statement.from_, statement.to, statement.by, statement.factor)
        text = _ODD_SPACES.sub(" ", statement.text)
        written = (value for match in _DIGITS.findall(text) for value in _meanings(match))
        known = {number for number in read if number is not None} | set(written)
        return cls(known, are_times=statement.unit in MILLISECONDS)

    def __contains__(self, field: Decimal) -> bool:
        """Whether *field* is among them, maybe in thousands, millions or another unit of time."""
        value = abs(field)
        return any(
            abs(abs(number) - value * factor) <= abs(number) * _CLOSE
            or abs(abs(number) * factor - value) <= value * _CLOSE
            for number in self._numbers
            for factor in self._factors
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
