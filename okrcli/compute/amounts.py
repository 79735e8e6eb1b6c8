"""Values as people type them, for a key result or a KPI with a known unit."""

import re
from collections.abc import Mapping
from contextlib import suppress
from decimal import Decimal
from functools import lru_cache
from typing import Final, NamedTuple

from okrcli.compute.goalposts import is_percent
from okrcli.compute.rounding import number_text
from okrcli.errors import UsageError
from okrcli.model.kpi import DecimalName
from okrcli.wording.numbers.durations import Duration, OpenDuration, in_unit, read_duration
from okrcli.wording.numbers.parse import (
    AmbiguousNumber,
    DecimalMark,
    NotANumber,
    Quantity,
    parse_number,
    split_scale,
    unit_of,
)
from okrcli.wording.numbers.units import DOLLAR_SIGNS, MILLISECONDS, PESOS

MARKS: Mapping[DecimalName, DecimalMark] = {"comma": ",", "point": "."}

_YES = frozenset(
    ["1", "y", "yes", "true", "done", "si", "sí", "hecho", "hecha", "да", "д", "готово", "сделано"]
)
_NO = frozenset(["0", "n", "no", "false", "undone", "нет", "н"])

_PLAIN: Final = re.compile(r"-?[0-9.,]+ ?%?")
"""Plain numbers, which are surely no lengths of time; checked first because it is quick."""

_BARE_SIGN: Final = re.compile(r"(?<![^\W\d_])\$(?![^\W\d_])")
"""A `$` without a letter that names a country, as in `US$` and `R$`."""

_SIGN_FIRST: Final = re.compile(r"([$€£₽]|[A-Z]{3})\s?(\S+)")
_SCALE_LETTERS: Final = frozenset("kKM")
_LETTER_FIRST: Final = re.compile(r"([kKMT])(€|[A-Z]{3})")
"""`kEUR` and `MUSD`; the T of `TEUR` and `T€` is the German thousand."""

_ZEROS: Final = re.compile(r"(?<![0-9])['\N{RIGHT SINGLE QUOTATION MARK}]?000s?(?![0-9])")
"""The thousands of `€000` and `'000 EUR`."""

_MOST_UNITS: Final = 1024
_WORDS: Final = re.compile(r"[^\W\d_$]*\$?[^\W\d_]*\$?")

_PESOS: Final = re.compile(r"\bpesos?\b", re.IGNORECASE)
_RATE: Final = re.compile(
    r"\s*(?:/|\(|\b(?:per|por|a la|al)\b|(?<!\w)(?:в|за|на)(?!\w)).*", re.DOTALL
)
"""What follows the unit in `min/contact` and `MXN al mes`."""

OF_ONE_LENGTH: Final = frozenset({"ms", "seconds", "minutes", "hours"})
"""Units of time of a fixed length; a day is not one of them, as it may be a working day."""


def amount_of(text: str, unit: str | None, decimal: DecimalName | None = None) -> Decimal:
    """Return the number in *text*, in *unit*.

    Args:
        text: What was typed, or stands in a cell.
        unit: The unit of the values, as people write it.
        decimal: The decimal separator, if known; it decides what `1,200` means.

    Raises:
        UsageError: It is not a number, is ambiguous, or has another unit.
    """
    known = known_unit(unit)
    if known and known in MILLISECONDS:
        length = _duration_of(text, unit, known)
        if length is not None:
            return length
    try:
        quantity = _quantity_of(text, unit, MARKS[decimal] if decimal else None)
    except (AmbiguousNumber, NotANumber) as error:
        raise UsageError(
            _unexpected_time_text(text, unit) if _is_duration(text) else str(error)
        ) from None
    if quantity.signed and text.strip().startswith("+"):
        raise UsageError(
            f"'{text}' looks like a change, but okr records the value itself.",
            f"Write the value as it is now, as in {number_text(quantity.value)}.",
        )
    scaled = scaled_unit(unit)
    if scaled is not None:
        return _in_scaled_unit(quantity, text, unit, scaled)
    if quantity.unit is None or is_unit_of(quantity.unit, text, unit, known):
        return quantity.value
    if known and {known, quantity.unit} <= OF_ONE_LENGTH:
        return in_unit(Duration(quantity.value * MILLISECONDS[quantity.unit]), known)
    raise UsageError(_other_unit_text(text, quantity.unit, unit))


class ScaledUnit(NamedTuple):
    """A unit of thousands or millions: `k€` has the *scale* 1000 and the *base* €."""

    scale: Decimal
    base: str | None


@lru_cache(_MOST_UNITS)
def scaled_unit(unit: str | None) -> ScaledUnit | None:
    """Return what `k€`, `€000`, `USD million` and `тыс. руб.` are; `None` for other units."""
    text = _RATE.sub("", unit or "").strip()
    if len(text) == 1 and text not in _SCALE_LETTERS:
        return None  # metres or tonnes rather than millions
    text = _LETTER_FIRST.sub(_with_letter_last, _ZEROS.sub("k", text))
    turned = _SIGN_FIRST.fullmatch(text)
    for form in (f"1 {text}", f"{turned[1]} 1{turned[2]}" if turned else f"1{text}"):
        with suppress(NotANumber, AmbiguousNumber):
            one = parse_number(form)
            return ScaledUnit(one.value, one.unit) if one.scaled and _is_scale(text) else None
    words = text.split()
    scale, _ = split_scale(words, money=False) if len(words) > 1 else (1, ())
    return ScaledUnit(Decimal(scale), None) if scale != 1 and _is_scale(text) else None


def _with_letter_last(match: re.Match[str]) -> str:
    return f"{match[2]} {'k' if match[1] == 'T' else match[1]}"


def _is_scale(text: str) -> bool:
    return not text.casefold().startswith("miles")  # a distance, to many


def _in_scaled_unit(quantity: Quantity, text: str, unit: str | None, of: ScaledUnit) -> Decimal:
    """Return *quantity* in thousands or millions, whether its scale is stated or not."""
    is_same = quantity.unit is None or is_unit_of(quantity.unit, text, of.base, of.base)
    if is_same and quantity.scaled:
        return Decimal(f"{(quantity.value / of.scale).normalize():f}")
    if quantity.unit is None:
        return quantity.value
    raise UsageError(_other_unit_text(text, quantity.unit, unit))


def yes_or_no(text: str) -> bool:
    """Return whether *text* means yes.

    Raises:
        UsageError: It is neither yes nor no.
    """
    word = text.strip().casefold()
    if word not in _YES | _NO:
        raise UsageError(f"'{text}' is neither yes nor no.", "Write yes, no, done, 1 or 0.")
    return word in _YES


def _without_unit(text: str, unit: str | None) -> str:
    """Return *text* without *unit* next to the number: a team's own unit is in no table."""
    own = unit.strip().casefold() if unit else ""
    if not own:
        return text
    if text.startswith("(") and text.endswith(")"):
        return f"({_without_unit(text[1:-1].strip(), unit)})"
    if text[-len(own) :].casefold() == own:
        rest = text[: -len(own)].rstrip()
        text = rest if rest[-1:].isdigit() or rest[-1:] in {"-", ")", "$"} else text
    sign, body = (
        (text[:1], text[1:].lstrip()) if text[:1] in {"-", "\N{MINUS SIGN}"} else ("", text)
    )
    if body[: len(own)].casefold() == own:
        rest = body[len(own) :].lstrip()
        text = sign + rest if re.match(r"[-\N{MINUS SIGN}(]?\$?\s?[0-9.,]", rest) else text
    return text


def known_unit(unit: str | None) -> str | None:
    """Return *unit* as the tables spell it, without what it counts; `None` if they lack it."""
    if not unit:
        return None
    return unit_of(unit.split()) or unit_of(_RATE.sub("", unit).split())


def is_unit_of(typed: str, text: str, unit: str | None, known: str | None) -> bool:
    """Return whether the unit *typed* in *text* is the one that values are measured in."""
    if typed == "$" and known in DOLLAR_SIGNS:
        rest = _BARE_SIGN.sub(" ", text)
        return known == "$" or (rest != text and "$" not in map(known_unit, _WORDS.findall(rest)))
    return (
        typed == known
        or (typed == "pesos" and known in PESOS)
        or (typed == "%" and is_percent(unit))
    )


def _quantity_of(text: str, unit: str | None, mark: DecimalMark | None) -> Quantity:
    """Return the quantity in *text*, which may have both the sign and the name of a currency."""
    bare = _without_unit(text.strip(), unit)
    forms = [text, bare, _PESOS.sub("", bare), _without_unit(bare, known_unit(unit))]
    is_letter = len(unit or "") == 1 and known_unit(unit) is None
    if unit and is_letter and text.strip().endswith(unit):
        forms.insert(0, bare)  # 5 B are five bytes where values are bytes, and 5 m five metres
    for form in dict.fromkeys(forms):
        with suppress(NotANumber):
            return parse_number(form, decimal=mark)
    raise NotANumber(text)


def _duration_of(text: str, unit: str | None, known: str) -> Decimal | None:
    """Return the length of time that *text* states as on a clock; `None` if it states none."""
    for form in dict.fromkeys((text.strip(), _without_unit(text.strip(), unit))):
        try:
            found = None if _PLAIN.fullmatch(form) else read_duration(form, known)
        except OpenDuration as error:
            raise UsageError(str(error)) from None
        if found is not None and not found.is_elapsed:
            raise UsageError(
                f"'{text}' has days, which may be of 24 hours or working days.",
                "Write it in hours, as in 28 h.",
            )
        if found is not None:
            return in_unit(found, known)
    return None


def _is_duration(text: str) -> bool:
    try:
        return read_duration(text.strip()) is not None
    except OpenDuration:
        return True


def _unexpected_time_text(text: str, unit: str | None) -> str:
    if unit is None:
        return f"'{text}' is a time, but the values have no unit: write only the number."
    return f"'{text}' is a time, but the values are in {unit}."


def _other_unit_text(text: str, typed: str, unit: str | None) -> str:
    if unit is None:
        return f"'{text}' is in {typed}, but the values have no unit: write only the number."
    return f"'{text}' is in {typed}, but the values are in {unit}."
