"""Charts, read back as the XML that they are."""

from collections.abc import Sequence
from xml.etree import ElementTree

from markupsafe import Markup


def parsed(chart: Markup) -> ElementTree.Element:
    """Return the root of *chart*, which must be well formed."""
    return ElementTree.fromstring(chart)  # noqa: S314  we have made it


def places(chart: Markup, tag: str, name: str) -> Sequence[tuple[float, float]]:
    """Return the points of the lines, or the centres of the circles, of the class *name*."""
    found = [part for part in parsed(chart).iter(tag) if part.get("class") == name]
    if tag == "circle":
        return [(float(part.attrib["cx"]), float(part.attrib["cy"])) for part in found]
    pairs = [pair.split(",") for part in found for pair in part.attrib["points"].split()]
    return [(float(x), float(y)) for x, y in pairs]


def texts(chart: Markup) -> Sequence[str]:
    """Return what is written in *chart*."""
    return ["".join(part.itertext()) for part in parsed(chart).iter("text")]
