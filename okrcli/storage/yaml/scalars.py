"""What a plain scalar means: the core schema of YAML 1.2, with exact numbers."""

import math
import re
from decimal import Decimal
from functools import lru_cache

Scalar = str | int | Decimal | float | bool | None
"""A scalar of a file; `float` only for NaN and infinity, which no record accepts."""

Data = dict[str, "Data"] | list["Data"] | Scalar
"""The data of a file, as plain values."""

_CONSTANTS: dict[str, Scalar] = {
    **dict.fromkeys(("", "~", "null", "Null", "NULL"), None),
    **dict.fromkeys(("true", "True", "TRUE"), True),
    **dict.fromkeys(("false", "False", "FALSE"), False),
    **dict.fromkeys((".nan", ".NaN", ".NAN"), math.nan),
    **dict.fromkeys((".inf", ".Inf", ".INF", "+.inf", "+.Inf", "+.INF"), math.inf),
    **dict.fromkeys(("-.inf", "-.Inf", "-.INF"), -math.inf),
}
_INTEGER = re.compile(r"[-+]?\d+", re.ASCII)
# A longer exponent is more than `Decimal` can hold: such text is no number.
_DECIMAL = re.compile(r"[-+]?(?:\.\d+|\d+(?:\.\d*)?)(?:[eE][-+]?\d{1,17})?", re.ASCII)
_BASED = re.compile(r"0o[0-7]{1,16}|0x[0-9a-fA-F]{1,16}", re.ASCII)
_LONGEST_INT = 18

_OTHER_READERS_BOOLEANS = frozenset(
    form
    for word in ("y", "n", "yes", "no", "on", "off")
    for form in (word, word.capitalize(), word.upper())
)
_SEXAGESIMAL = re.compile(r"[-+]?\d+(?::[0-5]?\d)+(?:\.\d*)?", re.ASCII)


@lru_cache(maxsize=1 << 16)
def plain(text: str) -> tuple[Scalar, bool]:
    """Return the value of the unquoted *text*, and whether other YAML readers take it otherwise."""
    if text in _CONSTANTS:
        return _CONSTANTS[text], False
    if text[0] in "0123456789.+-":
        return _number_like(text)
    return text, text in _OTHER_READERS_BOOLEANS


def _number_like(text: str) -> tuple[Scalar, bool]:
    if _INTEGER.fullmatch(text):
        return (int(text) if len(text) <= _LONGEST_INT else Decimal(text)), False
    if _DECIMAL.fullmatch(text):
        return Decimal(text), False
    if _BASED.fullmatch(text):
        return int(text, 0), False
    return text, bool(_SEXAGESIMAL.fullmatch(text))
