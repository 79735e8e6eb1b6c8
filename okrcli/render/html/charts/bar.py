"""Progress as a bar with a mark where it is expected to be."""

from decimal import Decimal

from markupsafe import Markup

from okrcli.render.html.charts.svg import element


def bar(share: Decimal | None, expected: Decimal | None, tone: str) -> Markup:
    """Return the bar: full only from 1 on, empty only up to 0; nothing without *share*.

    It says nothing that the percentage beside it does not, so that nobody need hear it.

    Args:
        share: The progress.
        expected: The expected progress; it is marked between 0 and 1.
        tone: The class that colours the bar.
    """
    if share is None:
        return Markup("")
    parts = []
    if share > 0:
        width = 100.0 if share >= 1 else min(max(float(share) * 100, 1), 99)
        parts.append(element("rect", class_=tone or None, width=width, height=6))
    if expected is not None and 0 < expected < 1:
        parts.append(element("rect", class_="mark", x=float(expected) * 100, width=1.5, height=6))
    return element(
        "svg",
        *(parts or [Markup("")]),
        class_="bar",
        viewBox="0 0 100 6",
        preserveAspectRatio="none",
        aria_hidden="true",
    )
