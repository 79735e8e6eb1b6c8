"""What a whole column decides of its cells: the order of its dates, the mark of its decimals."""

import re
from collections.abc import Iterable, Mapping, Sequence
from datetime import date
from typing import Final

from okrcli.compute.amounts import MARKS
from okrcli.model.kpi import DateOrder, DecimalName
from okrcli.next_step import Hint, NextStep, StepKind
from okrcli.printable import inert_value
from okrcli.sources.base import Cell, Refusal
from okrcli.sources.dates import ORDERS, NotADate, Open, day_or_open
from okrcli.wording.numbers.parse import readings

_IN_WORDS: Final[Mapping[DateOrder, str]] = {
    "ymd": "year, month, day",
    "dmy": "day, month, year",
    "mdy": "month, day, year",
}
_PLAIN: Final = re.compile(r"-?[0-9]+(?:([.,])(?:[0-9]{1,2}|[0-9]{4,}))?", re.ASCII)
"""What needs no closer look: without decimals, or with a number of them that thousands have not."""

_NAMES: Final[Mapping[str, DecimalName]] = {mark: name for name, mark in MARKS.items()}
_DIGITS: Final = re.compile(r"[0-9](?:[0-9.,' ]*[0-9])?")
_SPACES: Final = str.maketrans(dict.fromkeys("\t\u00a0\u202f\u2009\u2007", " "))


class Undecided(ValueError):  # noqa: N818  # as NotADate
    """A column leaves open what one of its cells means.

    Attributes:
        cell: The first one that it leaves open.
        hints: What to do next; none when the message says it.
    """

    def __init__(self, cell: str, message: str, *hints: Hint) -> None:
        super().__init__(message)
        self.cell = cell
        self.hints = hints


def order_of(cells: Iterable[Cell]) -> DateOrder | None:
    """Return the one order in which all open dates of a column are in the calendar.

    `None` where there are none, or where every order that is left gives the same days. Dates like
    `05.11.2026` have the day first where they can: nobody writes the month first with dots.

    Raises:
        Undecided: Several orders are left, and give different days; or none is.
    """
    left, witness = list(ORDERS), ""
    found = _open_dates(cells)
    for each in found:
        fitting = [order for order in left if each.day(order)]
        if not fitting:
            raise Undecided(each.text, _no_order(each, left, witness))
        left, witness = fitting, each.text if len(fitting) < len(left) else witness
    if not found:
        return None
    if "dmy" in left and all(each.dotted and each.ends_in_year for each in found):
        return "dmy"
    if len(left) > 1:
        _require_same_days(found, left)
    return left[0]


def decimal_of(cells: Iterable[Cell]) -> DecimalName | None:
    """Return the decimal mark that numbers of a column can have only; `None` without any, or two.

    `12,5` has a comma for certain, `1,234.50` a point; `1,234` can have either.
    """
    certain: set[DecimalName] = set()
    for cell in cells:
        if not isinstance(cell, str) or isinstance(cell, Refusal):
            continue
        if plain := _PLAIN.fullmatch(cell):
            certain.update([_NAMES[plain[1]]] if plain[1] else [])
        else:
            certain.update(_certain_marks(cell))
    return certain.pop() if len(certain) == 1 else None


def _open_dates(cells: Iterable[Cell]) -> Sequence[Open]:
    """Return the open dates, each with the first cell that has its numbers."""
    found: dict[Open, Open] = {}
    for cell in cells:
        if isinstance(cell, str) and not isinstance(cell, Refusal):
            try:
                day = day_or_open(cell)
            except NotADate:
                continue  # named where it is read
            if isinstance(day, Open):
                found.setdefault(day._replace(text=""), day._replace(text=cell))
    return [*found.values()]


def _require_same_days(found: Sequence[Open], left: Sequence[DateOrder]) -> None:
    for each in found:
        days: dict[date | None, DateOrder] = {}
        for order in left:
            days.setdefault(each.day(order), order)
        if len(days) > 1:
            ways = " or ".join(str(day) for day in days)
            raise Undecided(
                each.text,
                f'"{inert_value(each.text)}" could be {ways}, and no other date of the column'
                " decides it.",
                NextStep(StepKind.SAY_DATE_ORDER),
            )


def _no_order(each: Open, left: Sequence[DateOrder], witness: str) -> str:
    orders = " or ".join(_IN_WORDS[order] for order in left)
    return (
        f'"{inert_value(each.text)}" is no date in the order {orders},'
        f' which "{inert_value(witness)}" has: write all dates of the column in one order.'
    )


def _certain_marks(text: str) -> Iterable[DecimalName]:
    for digits in _DIGITS.findall(text.translate(_SPACES)):
        fitting = [name for name, mark in MARKS.items() if readings(digits, mark)]
        if len(fitting) == 1:
            yield fitting[0]
