"""What a whole column decides about its dates: their order, and whether they are moments."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from datetime import date
from typing import Final, NamedTuple

from okrcli.model.kpi import DateOrder
from okrcli.next_step import Hint, NextStep, StepKind
from okrcli.printable import inert_value
from okrcli.sources.base import Cell, Refusal
from okrcli.sources.dates.forms import ORDERS, Found, Open, OpenMonth
from okrcli.sources.dates.stamps import NotADate, Stamp, stamp_of
from okrcli.sources.values import text_of

IN_WORDS: Final[Mapping[DateOrder, str]] = {
    "ymd": "year, month, day",
    "dmy": "day, month, year",
    "mdy": "month, day, year",
    "my": "month, year",
}


class Undecided(ValueError):  # noqa: N818  # as NotADate
    """The meaning of a cell is ambiguous even by its whole column.

    Attributes:
        cell: The first ambiguous cell.
        hints: What to do next; none if the message says it.
    """

    def __init__(self, cell: str, message: str, *hints: Hint) -> None:
        super().__init__(message)
        self.cell = cell
        self.hints = hints


class DatesOfColumn(NamedTuple):
    """How to read the dates of a column.

    Attributes:
        order: The order of day, month and year; `None` if no date needs one.
        are_moments: Whether one has a zone and a time that is not midnight. Programs write days as
            midnights, which must not be converted to another zone.
    """

    order: DateOrder | None
    are_moments: bool


def dates_of_column(cells: Iterable[Cell], order: DateOrder | None) -> DatesOfColumn:
    """Return how to read the dates among *cells*.

    Args:
        cells: The cells of one column.
        order: The order given by the user, which takes precedence.

    Raises:
        Undecided: Several orders are possible and give different days, or none is possible.
    """
    are_moments = False
    found: dict[Found, Found] = {}
    for cell, stamp in _stamps(cells):
        are_moments = are_moments or stamp.is_moment
        if isinstance(stamp.day, Open | OpenMonth) and order is None:
            found.setdefault(stamp.day._replace(text=""), stamp.day._replace(text=cell))
    return DatesOfColumn(order or _order_of(list(found.values())), are_moments)


def _stamps(cells: Iterable[Cell]) -> Iterator[tuple[str, Stamp]]:
    for cell in cells:
        if cell is None or isinstance(cell, date | Refusal):
            continue
        text = text_of(cell)
        try:
            yield text, stamp_of(text)
        except NotADate:
            continue  # named where it is read


def _order_of(found: Sequence[Found]) -> DateOrder | None:
    """Return the one order in which all ambiguous dates of a column exist.

    `None` if there are no such dates. If all possible orders give the same days, it is any of them.
    Dates like `05.11.2026` and `05.11.26` have the day first if possible: nobody writes the month
    first with dots.
    """
    numbers = [form for form in found if isinstance(form, Open)]
    for form in found:
        if isinstance(form, OpenMonth):
            raise Undecided(form.text, _open_month(form), NextStep(StepKind.SAY_MONTHS))
    return _order_of_numbers(numbers) if numbers else None


def _order_of_numbers(found: Sequence[Open]) -> DateOrder:
    left, witness = list(ORDERS), ""
    for form in found:
        fitting = [order for order in left if form.day(order)]
        if not fitting:
            raise Undecided(form.text, _no_order(form, left, witness))
        left, witness = fitting, form.text if len(fitting) < len(left) else witness
    if "dmy" in left and all(form.dotted for form in found):
        return "dmy"
    if len(left) > 1:
        _require_same_days(found, left)
    return left[0]


def _require_same_days(found: Sequence[Open], left: Sequence[DateOrder]) -> None:
    for form in found:
        days: dict[date | None, DateOrder] = {}
        for order in left:
            days.setdefault(form.day(order), order)
        if len(days) > 1:
            ways = " or ".join(str(day) for day in days)
            raise Undecided(
                form.text,
                f'"{inert_value(form.text)}" could be {ways}, and no other date in the column'
                " decides which.",
                NextStep(StepKind.SAY_DATE_ORDER),
            )


def _no_order(form: Open, left: Sequence[DateOrder], witness: str) -> str:
    orders = " or ".join(IN_WORDS[order] for order in left)
    return (
        f'"{inert_value(form.text)}" is not a date in the order {orders},'
        f' which "{inert_value(witness)}" has: write all dates of the column in one order.'
    )


def _open_month(form: OpenMonth) -> str:
    month = form.day("my")
    return (
        f'"{inert_value(form.text)}" could be the month {month:%Y-%m} or the day'
        f" {form.month:02}-{form.number:02} of a year that it does not say."
    )
