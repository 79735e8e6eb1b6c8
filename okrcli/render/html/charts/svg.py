"""Elements of SVG; text and attributes are escaped, and text is inert."""

from collections.abc import Iterable

from markupsafe import Markup, escape

from okrcli.printable import inert

Number = float | int


def element(name: str, *content: str, **attributes: str | Number | None) -> Markup:
    """Return the element *name*; plain text in *content* is escaped, `None` attributes left out.

    An underscore at the end of an attribute's name is left out, one inside is a hyphen.
    """
    written = Markup("").join(
        Markup(' {}="{}"').format(attribute.rstrip("_").replace("_", "-"), _value(value))
        for attribute, value in attributes.items()
        if value is not None
    )
    inner = Markup("").join(map(_inner, content))
    if not content:
        return Markup("<{}{}/>").format(Markup(name), written)  # noqa: S704  names are our own
    return Markup("<{0}{1}>{2}</{0}>").format(Markup(name), written, inner)  # noqa: S704  as above


def _value(value: str | Number) -> str:
    return value if isinstance(value, str) else number(value)


def _inner(text: str) -> Markup:
    return text if isinstance(text, Markup) else escape(inert(text))


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
