"""Elements of SVG; text and attributes are escaped, and text is inert."""

from collections.abc import Iterable
from functools import cache

from markupsafe import Markup, escape

from okrcli.printable import inert

Number = float | int


def element(name: str, *content: str, **attributes: str | Number | None) -> Markup:
    """Return the element *name*; plain text in *content* is escaped, `None` attributes left out.

    An underscore at the end of an attribute's name is left out, one inside is a hyphen.
    """
    written = "".join(
        f' {_attribute_name(attribute)}="{_value(value)}"'
        for attribute, value in attributes.items()
        if value is not None
    )
    inner = "".join(map(_inner, content))
    text = f"<{name}{written}>{inner}</{name}>" if content else f"<{name}{written}/>"
    return Markup(text)  # noqa: S704  names are our own, and all else is escaped


@cache
def _attribute_name(name: str) -> str:
    return name.rstrip("_").replace("_", "-")


def _value(value: str | Number) -> str:
    return str(escape(value)) if isinstance(value, str) else number(value)


def _inner(text: str) -> str:
    """Return *text* as it stands in an element: joining markup to text would escape the text."""
    return str(text) if isinstance(text, Markup) else str(escape(inert(text)))


def number(value: Number) -> str:
    """Return a coordinate with at most one decimal."""
    text = f"{value:.1f}"
    return text.removesuffix(".0")


def points(places: Iterable[tuple[float, float]]) -> str:
    """Return *places* as lines and polygons have them."""
    return " ".join(f"{number(x)},{number(y)}" for x, y in places)


def text_width(text: str, size: float = 11) -> float:
    """Return about how wide *text* is in a system's font of that *size*, rather too wide."""
    return sum(size if letter > "\u2fff" else size * 0.62 for letter in text)
