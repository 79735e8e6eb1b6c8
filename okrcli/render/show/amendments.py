"""How goalposts have moved: one row per amendment."""

from collections.abc import Iterator, Sequence
from decimal import Decimal

from okrcli.compute.as_of.undoing import CONVERTED
from okrcli.compute.as_of.units import UnitChange, unit_changes
from okrcli.model.changes.amendment import Amendment
from okrcli.model.goalposts import Band
from okrcli.printable import inert
from okrcli.render.drawing.cells import cell
from okrcli.render.drawing.grid import Column, Row
from okrcli.render.drawing.pen import Pen
from okrcli.render.drawing.spans import Line
from okrcli.render.show.facts import target_text
from okrcli.render.show.layout import fitted_table
from okrcli.render.text.amendments import goalpost_text

NOT_APPROVED = "not approved"

_COLUMNS = (
    Column("date", "Amended"),
    Column("what", "What"),
    Column("why", "Why"),
    Column("by", "Approved by"),
)


def amendment_section(
    amendments: Sequence[Amendment], unit: str | None, pen: Pen
) -> Iterator[Line]:
    """Yield one row for each of *amendments*; numbers are in their day's unit, now *unit*."""
    changes = unit_changes(amendments)
    rows: list[Row] = [
        {
            "date": cell(str(amendment.date)),
            "what": cell(_what(amendment, changes, unit, pen)),
            "why": cell(inert(amendment.why)),
            "by": cell(inert(amendment.approved_by or NOT_APPROVED)),
        }
        for amendment in amendments
    ]
    return fitted_table(_COLUMNS, rows, pen, first=("date", "what", "why", "by"))


def _what(amendment: Amendment, changes: Sequence[UnitChange], unit: str | None, pen: Pen) -> str:
    is_in_unit = amendment.field in CONVERTED
    before = next((change.was for change in changes if amendment.date <= change.day), unit)
    after = next((change.was for change in changes if amendment.date < change.day), unit)
    was = _side(amendment.was, before if is_in_unit else None, pen)
    now = _side(amendment.now, after if is_in_unit else None, pen)
    factor = f", 1 {amendment.was} is {amendment.factor} {amendment.now}"
    said = f"{amendment.field} {was} {pen.glyphs.arrow} {now}"
    return said if amendment.factor is None else said + inert(factor)


def _side(value: object, unit: str | None, pen: Pen) -> str:
    """Return one side of an amendment; "none" if the field was absent."""
    if isinstance(value, Decimal | Band):
        return target_text(value, unit, pen.glyphs)
    return goalpost_text(value, pen.glyphs)
