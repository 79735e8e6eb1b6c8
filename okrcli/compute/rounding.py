"""Numbers as text, for display alone: nothing is computed from what these return."""

from decimal import ROUND_HALF_UP, Context, Decimal

_HUNDRED = Decimal(100)
_WHOLE = Decimal(1)
_LONG = Context(prec=200)


def percent_text(share: Decimal) -> str:
    """Return *share* in whole percent, half up.

    Never "100%" for less than 1, and never "0%" for more or less than 0.
    """
    percent = int((share * _HUNDRED).to_integral_value(ROUND_HALF_UP))
    if share < _WHOLE:
        percent = min(percent, 99)
    if percent == 0 and share:
        percent = 1 if share > 0 else -1
    return f"{percent}%"


def number_text(number: Decimal) -> str:
    """Return *number* in plain digits: no exponent, no zeros at the end, no -0."""
    text = f"{number:f}"
    if "." in text:
        text = text.rstrip("0").rstrip(".")
    return "0" if text == "-0" else text


def rounded_text(number: Decimal, places: int) -> str:
    """Return *number* with at most *places* decimals, half up, otherwise as `number_text`."""
    return number_text(number.quantize(Decimal(1).scaleb(-places), ROUND_HALF_UP, _LONG))


def short_text(number: Decimal) -> str:
    """Return *number* short enough for a sentence: two decimals, or four digits of a small one."""
    return rounded_text(number, max(2, 3 - number.adjusted()))
