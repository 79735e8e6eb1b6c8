"""The data of a file as one line of JSON, and back, so that numbers stay exact."""

import json
import secrets
from collections.abc import Iterable, Sequence
from decimal import Decimal

from okrcli.storage.yaml.scalars import Data

# Text that no file can have, to be put around a number, which cannot be written but as text.
_SECRET = secrets.token_hex(8)


def line_of(data: Data) -> bytes | None:
    """Return *data* as JSON without a line end; `None` if it would not come back as it is."""
    try:
        text = _ENCODER.encode(data)
        if _SECRET in text:
            text = text.replace(f'"<{_SECRET}', "").replace(f'{_SECRET}>"', "")
        return text.encode()
    except (TypeError, ValueError, RecursionError):
        return None


def _mark(number: object) -> str:
    text = str(number)
    if not isinstance(number, Decimal) or ("." not in text and "E" not in text):
        raise TypeError  # without a point it would come back as a whole number
    return f"<{_SECRET}{text}{_SECRET}>"


_ENCODER = json.JSONEncoder(
    ensure_ascii=False, allow_nan=False, separators=(",", ":"), default=_mark
)


def data_of(lines: Iterable[bytes]) -> Sequence[object] | None:
    """Return the data of all *lines*; `None` if they are not such lines."""
    try:
        found = json.loads(b"[" + b",".join(lines) + b"]", parse_float=Decimal)
    except (ValueError, ArithmeticError, RecursionError):
        return None
    return found if isinstance(found, list) else None
