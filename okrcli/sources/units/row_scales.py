"""Scales that each row states in a column of their own, as in `5,thousands`."""

import re
from decimal import Decimal
from functools import lru_cache
from typing import Final

from okrcli.printable import inert_value
from okrcli.sources.base import MOST_REMEMBERED, Cell, Refusal
from okrcli.sources.cells import is_empty
from okrcli.sources.headers import plain
from okrcli.sources.units.column_units import ColumnUnit, unit_in_name
from okrcli.sources.values import text_of
from okrcli.wording.letters import word_set
from okrcli.wording.surveys.answer_text import is_no_answer

_NAMES: Final = word_set(
    "multiplier mult scale factor magnitude multiplicador escala множитель масштаб"
) | {
    "scale factor",
    "scaling factor",
    "value scale",
    "value multiplier",
    "unit multiplier",
    "units multiplier",
    "unit scale",
    "unit mult",
    "factor de escala",
    "factor multiplicador",
}
_BRACKETS: Final = re.compile(r"\s*[(\[]([^()\[\]]*)[)\]]\s*$")
_SCALES_LISTED: Final = re.compile(r"(?:k|m|thousands?|miles|тыс)\b", re.IGNORECASE)
_ONE: Final = re.compile(
    r"[x×*]?\s?1(?:[.,]0{1,2})?\s?[x×*]?"
    r"|units?|ones?|unidad(?:es)?|ед\.?|единиц[аы]?|шт\.?",
    re.IGNORECASE,
)
_ZEROS: Final = re.compile(
    r"[x×*]?\s?1(?P<groups>(?:[., '\u00a0\u202f\N{RIGHT SINGLE QUOTATION MARK}]?000)+)\s?[x×*]?"
)
_POWER: Final = re.compile(r"[x×*]?\s?(?:10\^|1e\+?0?)([369])", re.IGNORECASE)
_LETTERS: Final = {3: "k", 6: "M", 9: "B"}
_RANGE: Final = re.compile(r"[-−]?\d+\s*(?:[-–—…]|\.\.+|to|a|до)\s*\d+", re.IGNORECASE)
"""The ends of a scale of answers, as in `0-10`, which scales nothing."""


def is_scale_column(column: str) -> bool:
    """Return whether a column called *column* has the scales of the rows: `Units (k/M)` too."""
    brackets = _BRACKETS.search(column)
    name = plain(column[: brackets.start()] if brackets else column)
    lists_scales = brackets is not None and _SCALES_LISTED.match(brackets[1].strip())
    return name in _NAMES or (name in {"unit", "units"} and bool(lists_scales))


def scale_of_row(column: str, cell: Cell) -> ColumnUnit | Refusal | None:
    """Return the scale in *cell* of the *column* of scales; `None` if it scales nothing."""
    if isinstance(cell, Refusal) or is_empty(cell):
        return None
    return _scale_in(
        column, f"{cell.normalize():f}" if isinstance(cell, Decimal) else text_of(cell)
    )


@lru_cache(MOST_REMEMBERED)
def _scale_in(column: str, text: str) -> ColumnUnit | Refusal | None:
    said = text.strip()
    if _ONE.fullmatch(said) or _RANGE.fullmatch(said) or is_no_answer(said):
        return None
    zeros, power = _ZEROS.fullmatch(said), _POWER.fullmatch(said)
    digits = zeros["groups"].count("0") if zeros else int(power[1]) if power else 0
    if letter := _LETTERS.get(digits):
        return ColumnUnit(letter, None, Decimal(10**digits))
    stated = unit_in_name(f"({said})")
    if stated is not None:
        return stated
    return Refusal(
        f"The scale is unclear: column '{inert_value(column)}' says {inert_value(said)}. Write"
        " thousands, 1000 or 1 there, or rename the column if it does not scale the value."
    )
