"""Numbers and counts as text, for display only: nothing is computed from these."""

from collections.abc import Sequence
from decimal import ROUND_HALF_UP, Context, Decimal

from okrcli.printable import inert

_HUNDRED = Decimal(100)
_WHOLE = Decimal(1)
_LONG = Context(prec=200)
_GROUPED_FROM = 10_000
_LARGE = {6: "M", 9: "bn", 12: "tn"}


def percent_text(share: Decimal) -> str:
    """Return *share* in whole percent, half up.

    Never "100%" for less than 1, and never "0%" unless it is exactly 0.
    """
    percent = int((share * _HUNDRED).to_integral_value(ROUND_HALF_UP))
    if share < _WHOLE:
        percent = min(percent, 99)
    if percent == 0 and share:
        percent = 1 if share > 0 else -1
    return f"{percent}%"


def number_text(number: Decimal) -> str:
    """Return *number* in plain digits: no exponent, no zeros at the end, no -0."""
    return _without_zeros(f"{number:f}")


def full_number(number: Decimal) -> str:
    """Return every digit of *number* as people read it: from 10,000 on in groups of three.

    Groups are separated by spaces, which is right in each language and accepted as input.
    """
    if abs(number) < _GROUPED_FROM:
        return number_text(number)
    return _without_zeros(f"{number:,f}".replace(",", " "))


def _without_zeros(text: str) -> str:
    if "." in text:
        text = text.rstrip("0").rstrip(".")
    return "0" if text == "-0" else text


def rounded_text(number: Decimal, places: int) -> str:
    """Return *number* with at most *places* decimals, rounded half up, like `number_text`."""
    return number_text(half_up(number, places))


def short_text(number: Decimal) -> str:
    """Return *number* short enough for a sentence: two decimals, or four digits of a small one."""
    return full_number(half_up(number, max(2, 3 - number.adjusted())))


def short_number(value: Decimal) -> str:
    """Return *value* short enough for a column; half is rounded up.

    Three digits below 1, two decimals from 1, none from 10,000, four digits from a million.
    """
    size = value.adjusted()
    if not value:
        return "0"
    if -4 <= size < 6:
        return full_number(half_up(value, max(2, 2 - size) if size < 4 else 0))
    power = size - size % 3
    if power not in _LARGE:
        return f"{value:.3e}"
    return full_number(half_up(value.scaleb(-power), 3 - size % 3)) + _LARGE[power]


def half_up(value: Decimal, places: int) -> Decimal:
    """Return *value* rounded half up to so many decimals."""
    return value.quantize(Decimal(1).scaleb(-places), ROUND_HALF_UP, _LONG)


def with_unit(text: str, unit: str | None) -> str:
    """Return *text* followed by its unit."""
    return f"{text} {inert(unit)}" if unit and text else text


def count_text(count: int, one: str, many: str | None = None) -> str:
    """Return *count* with its noun, as in `5,200 readings`; *many* is an irregular plural."""
    return f"{count:,} {one if count == 1 else many or f'{one}s'}"


def listed_text(names: Sequence[str], most: int = 3) -> str:
    """Return the first *names* and how many more there are."""
    more = len(names) - most
    return ", ".join(names[:most]) + (f" and {more:,} more" if more > 0 else "")


def size_text(size: int) -> str:
    """Return *size* in bytes, in a unit that suits it."""
    if size < 1000:
        return f"{size} bytes"
    return f"{size / 1000:.0f} kB" if size < 999_500 else f"{size / 1_000_000:.1f} MB"
