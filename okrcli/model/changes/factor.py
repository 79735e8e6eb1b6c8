"""Conversion factors between units."""

import re
from decimal import Decimal
from fractions import Fraction
from typing import Annotated, Any

from pydantic.json_schema import WithJsonSchema
from pydantic_core import PydanticCustomError

from okrcli.model.base import ParsedBy

_FACTOR = r"\d{1,12}(\.\d{1,8})?(/\d{1,12}(\.\d{1,8})?)?"
_FORM = re.compile(_FACTOR, re.ASCII)


def as_factor(value: Any) -> Fraction:
    """Return *value* as an exact factor above 0; text may be a fraction, as in `1/60`."""
    if isinstance(value, str) and _FORM.fullmatch(value):
        over, _, under = value.partition("/")
        if Fraction(under or "1"):
            value = Fraction(over) / Fraction(under or "1")
    if type(value) is int or (type(value) is Decimal and value.is_finite()):
        value = Fraction(value)
    if isinstance(value, Fraction) and value > 0:
        return value
    raise PydanticCustomError("factor_form", "is not a factor above 0: write 60 or 1/60")


Factor = Annotated[
    Fraction,
    ParsedBy(as_factor),
    WithJsonSchema(
        {
            "type": ["number", "string"],
            "exclusiveMinimum": 0,
            "pattern": f"^{_FACTOR}$",
            "patternErrorMessage": "Write a number, or a fraction as in 1/60.",
        }
    ),
]
"""How many new units make one old unit."""
