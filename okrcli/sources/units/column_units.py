"""Units in the names of columns: `Reply (h)`, `reply_minutes`, `MRR (k€)`, `Выручка, тыс. руб.`."""

import re
from contextlib import suppress
from decimal import Decimal
from typing import Final, NamedTuple

from okrcli.compute.amounts import OF_ONE_LENGTH, ScaledUnit, is_unit_of, known_unit, scaled_unit
from okrcli.printable import inert_value
from okrcli.sources.base import Cell, Refusal
from okrcli.wording.letters import fold, word_set
from okrcli.wording.numbers.durations import Duration, in_unit
from okrcli.wording.numbers.parse import (
    AmbiguousNumber,
    NotANumber,
    Quantity,
    parse_number,
    split_scale,
    unit_of,
)
from okrcli.wording.numbers.units import CURRENCIES, MILLISECONDS

_LONGEST: Final = 24
_STATED: Final = (
    re.compile(rf"[(\[]\s*(?:in |en |в )?([^()\[\]]{{1,{_LONGEST}}})[)\]]\s*$"),
    re.compile(rf"(?<!\d),\s*(?:in |en |в )?([^,]{{1,{_LONGEST}}})$"),
)
_INSIDE: Final = (
    re.compile(rf"[(\[]\s*(?:in |en |в )?([^()\[\]]{{1,{_LONGEST}}})[)\]]"),
    re.compile(rf"\s[-–—/|:]\s*([^-–—/|:,()\[\]]{{1,{_LONGEST}}})$"),
    re.compile(r"^([^\W\d_]{2,12})\s+(?:to|until|till|hasta|para|до|на)\s", re.IGNORECASE),
)
_HUMP: Final = re.compile(r"(?<=[^\W\d_A-Z])(?=[A-Z][^\W\d_A-Z])")
_NAME_WORDS: Final = re.compile(r"[$€£₽]|[^\W\d_]+|\d+")
_NO_UNIT_BEHIND: Final = word_set(
    "per by within after before a an each every last first of business working work office open"
    " opening clock calendar por al cada ultima ultimas primera primeras за по каждый рабочие"
    " рабочих"
)
"""Words before a time that is no unit, as in `Calls per hour` and `Wait in business hours`."""

_CODES: Final = frozenset(
    code for code in CURRENCIES if len(code) == 3 and code.isascii() and code.isalpha()
) - {"won", "yen", "try"}
_MONEY_LETTER: Final = re.compile(r"[\s_]((?:[$€£₽]|[A-Z]{3}) ?[kKM]|[kKMT] ?(?:[$€£₽]|[A-Z]{3}))$")
_GERMAN: Final = re.compile(r"^T(€|EUR|CHF)$")
"""`TEUR` and `T€` are thousands."""

_ONE_THOUSAND: Final = re.compile(r"^[x×*]?\s?1[., ]?000(?=\D|$)")
_ZEROS: Final = re.compile(r"['\N{RIGHT SINGLE QUOTATION MARK}]?000s?")
_SIGN_FIRST: Final = re.compile(r"([$€£₽]|[A-Z]{3})\s?(\S+)")
_BARE: Final = re.compile(r"[-+(]?[\d.,' \u00a0\u202f]*\d[)-]?")
MONEY: Final = frozenset(CURRENCIES.values())
"""The currencies, as the tables in `units` spell them."""

_SIGN: Final = r"(?:[$€£₽]|[A-Z]{3})"
_SCALED: Final = re.compile(
    rf"(?:^|(?<=[\s_(\[:])|(?<=\D,))(?:{_SIGN}[\s,]*)?(?:(?i:in|en|в)\s+)?"
    r"(?:(?<!\d\s)['\N{RIGHT SINGLE QUOTATION MARK}]?000(?i:s)?"
    r"|(?i:thousands?|millions?|billions?|mln|mio|millones|(?<=en )miles|miles(?=\s+de\s)"
    r"|тыс|тысяч[аи]?|млн|млрд|миллион(?:ов|ы|а)?|миллиард(?:ов|ы|а)?))(?!\w)\.?"
    rf"(?P<money>[\s,]*(?:(?i:of|de)\s+)?(?:{_SIGN}(?!\w)|[^\W\d_]{{2,12}}\.?))?"
)
"""Thousands or millions, with their money, as in `USD in thousands`, `$000` and `тыс. руб.`."""

_END: Final = re.compile(r"[)\].\s]*")
_WORDS: Final = re.compile(r"[$€£₽]|[^\W\d_]+")
_JOINTS: Final = frozenset({"in", "en", "в", "of", "de"})
_LETTERS: Final = {Decimal(1000): "k", Decimal(10**6): "M", Decimal(10**9): "B"}


class ColumnUnit(NamedTuple):
    """What the name of a column says about the numbers in it.

    Attributes:
        text: As it stands in the name.
        unit: As the tables in `units` spell it; `None` if the name has only a scale.
        scale: 1000 for `k€`.
    """

    text: str
    unit: str | None
    scale: Decimal

    @property
    def suffix(self) -> str:
        """The unit in a form that can stand behind a number."""
        with suppress(NotANumber, AmbiguousNumber):
            read = parse_number(f"1 {self.text}")
            if read.value == self.scale and read.unit == self.unit:
                return self.text
        return f"{_LETTERS.get(self.scale, '')}{self.unit or ''}"

    def reading_of(self, kpi: str, unit: str | None) -> "Conversion | Refusal | None":
        """Return how to read the column as values of *kpi*, which are in *unit*.

        `None` if its numbers are such values as they stand, as far as the name tells.
        """
        if unit and self.text.casefold() == unit.casefold():
            return None
        known, scaled = known_unit(unit), scaled_unit(unit)
        if scaled is not None:
            return self._in_scaled_unit(kpi, unit, scaled)
        if self.unit and known and {self.unit, known} <= OF_ONE_LENGTH:
            return None if self.unit == known else Conversion(self, known)
        of_time = self.unit in MILLISECONDS and known is not None
        of_money = self.unit in MONEY and (known in MONEY or known in MILLISECONDS)
        if (of_time or of_money) and not is_unit_of(self.unit or "", self.text, unit, known):
            return self._unclear(kpi, unit)
        return Conversion(self, None) if self.scale != 1 else None

    def _in_scaled_unit(
        self, kpi: str, unit: str | None, scaled: ScaledUnit
    ) -> "Conversion | Refusal | None":
        """Return how to read the column as thousands or millions."""
        if self.unit and not is_unit_of(self.unit, self.text, scaled.base, scaled.base):
            return self._unclear(kpi, unit)
        if self.unit is None and self.scale == 1:
            return None
        factor = self.scale / scaled.scale
        return Conversion(self._replace(scale=factor), None) if factor != 1 else None

    def _unclear(self, kpi: str, unit: str | None) -> Refusal:
        said = f"its name says {inert_value(self.text)}, but the values of {kpi} are in {unit}"
        return Refusal(f"The unit is unclear: {said}. Correct the name, or convert the values.")


class Conversion(NamedTuple):
    """How a number of a column becomes a value.

    Attributes:
        column: What its name says.
        to: The unit of time of the values; `None` if only the scale differs.
    """

    column: ColumnUnit
    to: str | None

    def unit_of_cells(self, unit: str | None) -> str | None:
        """Return the unit in which to read the cells, for values in *unit*."""
        return unit if self.to is None else self.column.unit

    def value_of(self, number: Decimal, cell: Cell) -> Decimal:
        """Return the value; a *cell* with its own letters says its scale itself."""
        if self.to is not None and self.column.unit is not None:
            length = Duration(number * MILLISECONDS[self.column.unit])
            return Decimal(f"{in_unit(length, self.to).normalize():f}")
        is_own = isinstance(cell, str) and any(map(str.isalpha, cell))
        return number if is_own else Decimal(f"{(number * self.column.scale).normalize():f}")


def with_unit_of(name: str, text: str) -> str:
    """Return the number *text* with the unit in the *name* of its column, if it has none itself."""
    stated = unit_in_name(name)
    if stated is None or not _BARE.fullmatch(text):
        return text
    is_meant = stated.unit in MILLISECONDS or stated.unit in MONEY or stated.scale != 1
    return f"{text} {stated.text}" if is_meant else text


def unit_in_name(name: str) -> ColumnUnit | None:
    """Return the unit or the scale in the *name* of a column; `None` if it has none."""
    for stated in _STATED:
        if match := stated.search(name):
            text = match[1].strip()
            quantity = _quantity_of(text)
            if quantity is not None:
                return ColumnUnit(text, quantity.unit, quantity.value)
    if (scale := scale_in(name, at_end=True)) is not None:
        return scale
    money = _MONEY_LETTER.search(name)
    if money and (quantity := _quantity_of(money[1])) and quantity.unit in MONEY:
        return ColumnUnit(money[1], quantity.unit, quantity.value)
    return _stated_inside(name) or _last_word_of(name)


def _stated_inside(name: str) -> ColumnUnit | None:
    """Return the unit in brackets, behind a dash or first, as in `Wait (min) - average`."""
    for pattern in _INSIDE:
        for match in pattern.finditer(name):
            text = match[1].strip()
            quantity = _quantity_of(text)
            if quantity and (quantity.scaled or quantity.unit in OF_ONE_LENGTH | MONEY):
                return ColumnUnit(text, quantity.unit, quantity.value)
    return None


def _last_word_of(name: str) -> ColumnUnit | None:
    """Return the unit that is the last word, as in `reply_seconds` and `Revenue EUR`."""
    *before, last = _NAME_WORDS.findall(_HUMP.sub("_", name)) or [""]
    if not before or before[-1].isdigit() or fold(before[-1]) in _NO_UNIT_BEHIND:
        return None
    if len(last) < 2 and last not in MONEY:
        return None
    quantity = _quantity_of(last)
    if quantity is None:
        return None
    is_code = fold(last) in _CODES and (last.isupper() or name.endswith(f"_{last}"))
    is_money = quantity.unit in MONEY and (
        is_code or last in MONEY or fold(before[-1]) in {"in", "en", "в"}
    )
    is_unit = is_money or quantity.unit in OF_ONE_LENGTH
    return ColumnUnit(last, quantity.unit, quantity.value) if is_unit else None


def scale_in(text: str, *, at_end: bool = False) -> ColumnUnit | None:
    """Return the thousands or millions that *text* speaks of; `None` if it does not.

    Args:
        text: The name of a column, or a line above a table.
        at_end: Whether nothing may follow them, as in a name.
    """
    for match in _SCALED.finditer(text):
        end = match.start("money") if _is_no_money(match["money"]) else match.end()
        if at_end and not _END.fullmatch(text, end):
            continue
        words = _words_of(stated := text[match.start() : end].strip())
        for at in range(len(words)):
            scale, rest = split_scale(words[at:], money=True)
            if scale != 1:
                return ColumnUnit(stated, unit_of(rest) or unit_of(words[:at]), Decimal(scale))
    return None


def _words_of(text: str) -> list[str]:
    words = _WORDS.findall(_ZEROS.sub(" k ", text))
    return [word for word in words if word.casefold() not in _JOINTS]


def _is_no_money(text: str | None) -> bool:
    """Return whether *text*, behind thousands, is another word: `net`, `except`."""
    words = _words_of(text or "")
    return bool(words) and unit_of(words) is None and split_scale(words, money=True)[0] == 1


def _quantity_of(text: str) -> Quantity | None:
    """Return one of what *text* names: `k€` is 1000 €."""
    text = "k" if _ZEROS.fullmatch(text) else _GERMAN.sub(r"k\1", text)
    text = _ONE_THOUSAND.sub("k ", text).strip()
    if not any(map(str.isalpha, text)) and text not in MONEY:
        return None
    turned = _SIGN_FIRST.fullmatch(text)
    for form in (f"1 {text}", f"{turned[1]} 1{turned[2]}" if turned else ""):
        with suppress(NotANumber, AmbiguousNumber):
            return parse_number(form)
    scaled = scaled_unit(text)
    return Quantity(scaled.scale, scaled.base, scaled=True) if scaled else None
