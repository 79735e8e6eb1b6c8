"""How goalposts have moved, each amendment in words."""

from collections.abc import Iterator, Sequence
from decimal import Decimal
from typing import Final, NamedTuple

from okrcli.compute.as_of.undoing import CONVERTED
from okrcli.compute.as_of.units import UnitChange, unit_changes
from okrcli.model.changes.amendment import Amendment
from okrcli.model.goalposts import Band
from okrcli.printable import inert
from okrcli.render.drawing.style import Glyphs
from okrcli.render.show.facts import target_text
from okrcli.render.text.amendments import goalpost_text

NOT_APPROVED: Final = "not approved"


class AmendmentLine(NamedTuple):
    """One amendment: on which day, what became of what, why, and who approved it."""

    date: str
    what: str
    why: str
    by: str


def amendment_lines(
    amendments: Sequence[Amendment], unit: str | None, glyphs: Glyphs
) -> Iterator[AmendmentLine]:
    """Yield each of *amendments*; numbers are in their day's unit, now *unit*."""
    changes = unit_changes(amendments)
    for amendment in amendments:
        yield AmendmentLine(
            str(amendment.date),
            _what(amendment, changes, unit, glyphs),
            inert(amendment.why),
            inert(amendment.approved_by or NOT_APPROVED),
        )


def _what(
    amendment: Amendment, changes: Sequence[UnitChange], unit: str | None, glyphs: Glyphs
) -> str:
    is_in_unit = amendment.field in CONVERTED
    before = next((change.was for change in changes if amendment.date <= change.day), unit)
    after = next((change.was for change in changes if amendment.date < change.day), unit)
    was = _side(amendment.was, amendment.field, before if is_in_unit else None, glyphs)
    now = _side(amendment.now, amendment.field, after if is_in_unit else None, glyphs)
    factor = f", 1 {amendment.was} is {amendment.factor} {amendment.now}"
    said = f"{amendment.field} {was} {glyphs.arrow} {now}"
    return said if amendment.factor is None else said + inert(factor)


def _side(value: object, field: str, unit: str | None, glyphs: Glyphs) -> str:
    """Return one side of an amendment of *field*."""
    if isinstance(value, Decimal | Band):
        return target_text(value, unit, glyphs)
    return goalpost_text(value, glyphs, field)
