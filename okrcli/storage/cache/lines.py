"""The data of a file as one line of JSON, and back, so that numbers stay exact."""

import json
from collections.abc import Iterable, Sequence
from decimal import Decimal

from okrcli.storage.yaml.scalars import Data

_NUL = "\0"
_OPENING, _CLOSING = r'"\u0000', r'\u0000"'


def line_of(data: Data) -> bytes | None:
    """Return *data* as JSON without a line end; `None` if it would not come back as it is."""
    numbers: list[str] = []

    def mark(number: object) -> str:
        # Only text can be put in the place of a number; no file has a NUL.
        text = str(number)
        if not isinstance(number, Decimal) or ("." not in text and "E" not in text):
            raise TypeError  # without a point it would come back as a whole number
        numbers.append(text)
        return f"{_NUL}{text}{_NUL}"

    try:
        text = json.dumps(
            data, ensure_ascii=False, allow_nan=False, separators=(",", ":"), default=mark
        )
        if text.count("\\u0000") != 2 * len(numbers):
            return None
        return text.replace(_OPENING, "").replace(_CLOSING, "").encode()
    except (TypeError, ValueError, RecursionError):
        return None


def data_of(lines: Iterable[bytes]) -> Sequence[object] | None:
    """Return the data of all *lines*; `None` if they are not such lines."""
    try:
        found = json.loads(b"[" + b",".join(lines) + b"]", parse_float=Decimal)
    except (ValueError, ArithmeticError, RecursionError):
        return None
    return found if isinstance(found, list) else None
