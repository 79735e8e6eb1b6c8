"""Which line of a file names its columns: exports of banks and sheets have lines above it."""

import re
from collections.abc import Iterable, Sequence
from datetime import date
from decimal import Decimal
from typing import Final, NamedTuple

from okrcli.sources.base import Cell, HeaderNames
from okrcli.sources.dates.headings import is_heading
from okrcli.sources.headers import field_of, is_score, plain

LOOKED_AT: Final = 100
"""The number of rows at the beginning of a file in which to look for its header."""

_NUMBER: Final = re.compile(r"[-+(]?[$€£₽]?\s?\d[\d.,'\s]*[)-]?\s?[$€£₽%]?")
_COMMENT: Final = "#"


class Fit(NamedTuple):
    """How much a row looks like the header; the larger, the more.

    Attributes:
        mapped: The number of names in it that the user has given.
        known: The number of other names of fields and KPIs.
        days: The number of days or months, if nothing else is known, as in a score card.
        width: The number of its cells.
    """

    mapped: int = 0
    known: int = 0
    days: int = 0
    width: int = 0


def header_among(rows: Sequence[Sequence[Cell]], names: HeaderNames) -> tuple[int, Fit]:
    """Return which of *rows* is the header, and how well it fits.

    Without a reason for another one, it is the first that is not a comment.
    """
    fits = [fit_of(cells, names) for cells in rows]
    first = next((at for at, cells in enumerate(rows) if not _is_comment(cells)), 0)
    first = 0 if fits and any(fits[0][:3]) else first
    whole = (at for at, fit in enumerate(fits) if _is_whole(fit, names))
    best = next(whole, max(range(len(rows)), key=lambda at: (fits[at][:3], -at), default=0))
    if fits and fits[best][:3] > fits[first][:3] and _loses_nothing(rows, fits[best], best, names):
        return best, fits[best]
    return first, fits[first] if fits else Fit()


def _is_whole(fit: Fit, names: HeaderNames) -> bool:
    """Return whether a row names all that is needed, so that none below can fit better."""
    return fit.mapped == len(names.mapped) if names.mapped else fit.known > 1


def fit_of(cells: Iterable[Cell], names: HeaderNames) -> Fit:
    """Return how much a row looks like the header."""
    filled = [cell for cell in cells if not _is_blank(cell)]
    if any(map(_is_number, filled)):
        return Fit(width=len(filled))
    texts = [str(cell) for cell in filled]
    columns = {plain(text) for text in texts}
    mapped = columns & names.mapped
    known = {_known_as(column, names) for column in columns - mapped} - {None}
    days = 0 if mapped or known else sum(map(is_heading, texts))
    return Fit(len(mapped), len(known), days if days > 1 else 0, len(filled))


def _known_as(column: str, names: HeaderNames) -> str | None:
    """Return the field or KPI that *column* names; a field has many names and counts once."""
    if column in names.known:
        return column
    return field_of(column) or ("score" if is_score(column) else None)


def _loses_nothing(rows: Sequence[Sequence[Cell]], fit: Fit, at: int, names: HeaderNames) -> bool:
    """Return whether no row above the row *at* has data."""
    if names.mapped and fit.mapped == len(names.mapped):
        return True
    return not any(_looks_like_data(cells, fit.width) for cells in rows[:at])


def _looks_like_data(cells: Sequence[Cell], width: int) -> bool:
    filled = [cell for cell in cells if not _is_blank(cell)]
    numbers = sum(map(_is_number, filled))
    has_day = any(isinstance(cell, date) or is_heading(str(cell)) for cell in filled)
    return len(filled) >= width and (numbers == len(filled) or (numbers > 0 and has_day))


def _is_comment(cells: Sequence[Cell]) -> bool:
    first = next((cell for cell in cells if not _is_blank(cell)), "")
    return isinstance(first, str) and first.lstrip().startswith(_COMMENT)


def _is_blank(cell: Cell) -> bool:
    return cell is None or (isinstance(cell, str) and not cell.strip())


def _is_number(cell: Cell) -> bool:
    if isinstance(cell, str):
        return _NUMBER.fullmatch(cell.strip()) is not None and not is_heading(cell)
    return isinstance(cell, Decimal) and not is_heading(str(cell))
