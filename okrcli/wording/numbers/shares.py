"""Shares stated as a part of a whole: "1 in 5", "9 out of 10", "3 de cada 4", "4/5"."""

import re
from decimal import Decimal
from typing import Final

_THOUSANDTH: Final = Decimal("0.001")


def digits_only(digits: str) -> int:
    """Return the number in "1,000" and "1 000"."""
    return int("".join(digit for digit in digits if digit.isdigit()))


def whole_of(match: re.Match[str]) -> int | None:
    """Return the 4 in "3 out of 4", "from 3 in 4 to", "3 de 4" and "3/4"."""
    whole = match["whole"] or match["among"] or match["scale"] or match["over"]
    counted = match["digits"].isdigit() and whole is not None
    return int(whole) if counted and int(match["digits"]) <= int(whole) else None


def in_percent(part: int, whole: int) -> Decimal:
    """Return *part* in percent of *whole*, with three decimals at most."""
    percent = (Decimal(100 * part) / whole).quantize(_THOUSANDTH).normalize()
    return Decimal(f"{percent:f}")


def is_share(match: re.Match[str]) -> bool:
    """Tell "1 in 5 visitors" and "9 из 10 клиентов" from "3 in 5 markets"."""
    digits, whole, link = match["digits"], int(match["whole"] or match["among"]), match["link"]
    if not digits.isdigit() or int(digits) > whole:
        return False
    if match["among"]:
        return digits == "1" or whole in {10, 100}
    if link.startswith("in"):
        return digits == "1" or whole == 10
    return whole in {10, 100} and not link.startswith("de")
