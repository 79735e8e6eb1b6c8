"""Numbers that people write and YAML does not know: `1,5`, `1.234,56`, `12,345`."""

import re

_NUMBER = r"[-+]?[0-9][0-9.]*+(?:, ?[0-9][0-9.]*+)+"
_CUT = re.compile(_NUMBER, re.ASCII)
_WHOLE = re.compile(rf"\s*({_NUMBER})\s*", re.ASCII)
_BEFORE = re.compile(r"[-+]?[0-9][0-9.]*, ?$", re.ASCII)
_DECIMAL_COMMA = re.compile(r"([-+]?[0-9]+|[-+]?[0-9]{1,3}(?:\.[0-9]{3})+),([0-9]+)", re.ASCII)
_GROUPED = re.compile(r"[-+]?[0-9]{1,3}(?:,[0-9]{3})+(?:\.[0-9]+)?", re.ASCII)
_LONGEST = 64


def cut_number(text: str, offset: int) -> re.Match[str] | None:
    """Return the number that a comma right before *offset* cuts in two, or `None`."""
    before = _BEFORE.search(text, max(0, offset - _LONGEST), offset)
    return _CUT.match(text, before.start()) if before else None


def is_cut_number(text: str) -> bool:
    """Return whether *text* is a number with a comma in it."""
    return len(text) <= _LONGEST and _WHOLE.fullmatch(text) is not None


def point_hint(number: str) -> str:
    """Return how to write *number* in YAML; both ways for an ambiguous `1,234`."""
    bare = number.strip().replace(" ", "")
    meant = []
    if decimal := _DECIMAL_COMMA.fullmatch(bare):
        meant.append(f"{decimal[1].replace('.', '')}.{decimal[2]}")
    if _GROUPED.fullmatch(bare) and bare.lstrip("+-")[0] != "0":
        meant.append(bare.replace(",", ""))
    return f"Write {' or '.join(meant)}" if meant else "Write it with a decimal point"
