"""What lines above a table say of its numbers: `Amounts in thousands of USD`, `Moneda: MXN`."""

import re
from collections.abc import Iterator
from decimal import Decimal
from typing import Final, NamedTuple

from okrcli.compute.amounts import known_unit, scaled_unit
from okrcli.compute.goalposts import is_percent
from okrcli.model.kpi import Kpi
from okrcli.next_step import NextStep, StepKind
from okrcli.printable import inert_value
from okrcli.sources.base import Refusal
from okrcli.sources.table import Table
from okrcli.sources.units.column_units import MONEY, ColumnUnit, scale_in
from okrcli.wording.numbers.parse import unit_of
from okrcli.wording.numbers.units import MILLISECONDS

_CURRENCY: Final = re.compile(
    r"\b(?:currency|moneda|divisa|валюта)\b\W{0,3}([^\W\d_]{3,10}|[$€£₽])"
    r"|\b(?:amounts?|figures|values|importes|cifras|valores|суммы)\b[^\d.;]{0,30}"
    r"\b(?:in|en|в)\s+([^\W\d_]{3,10}|[$€£₽])",
    re.IGNORECASE,
)
_BEGINS: Final = re.compile(r"(?:in|en|в)\s|['\N{RIGHT SINGLE QUOTATION MARK}$€£₽0]|[A-Z]{3}\b")
_INTRODUCED: Final = re.compile(r"(?:^|[:(\[])\s*$")
_ENDS: Final = re.compile(r"\s*(?:$|[)\].;,])")
_POINTS: Final = frozenset({"points", "pp"})


class StatedAbove(NamedTuple):
    """What a line above the table says of its numbers.

    Attributes:
        line: Its number.
        header: The number of the line that names the columns.
        text: All of it.
        unit: Its money, its scale, or both.
    """

    line: int
    header: int
    text: str
    unit: ColumnUnit

    def refusal_for(self, kpi: Kpi) -> Refusal | None:
        """Return why numbers are no values of *kpi* as they stand; `None` if they may be.

        Lengths of time, percentages and points are in no thousands, and in no money.
        """
        scaled = scaled_unit(kpi.unit)
        known = known_unit(kpi.unit) if scaled is None else scaled.base
        if known in MILLISECONDS or known in _POINTS or is_percent(kpi.unit):
            return None
        if self.unit.unit in MONEY and known not in MONEY:
            return None
        if self.unit.reading_of(kpi.id, kpi.unit) is None:
            return None
        of = f"the values of {kpi.id} are in {kpi.unit}" if kpi.unit else f"{kpi.id} has no unit"
        said = f"line {self.line} says '{inert_value(self.text)}', and {of}"
        step = NextStep(StepKind.SKIP_LINES, str(self.header - 1))
        return Refusal(f"The unit is unclear: {said}.", step)


def stated_above(table: Table) -> StatedAbove | None:
    """Return what the lines above the names of the columns say of all numbers, if anything."""
    return next(_statements(table), None)


def _statements(table: Table) -> Iterator[StatedAbove]:
    for line, text in table.above:
        unit = _unit_in(text)
        if unit is not None:
            yield StatedAbove(line, table.header, text, unit)


def _unit_in(text: str) -> ColumnUnit | None:
    scale = scale_in(text)
    if scale is not None:
        at = text.index(scale.text)
        is_alone = _INTRODUCED.search(text[:at]) and _ENDS.match(text, at + len(scale.text))
        if is_alone or _BEGINS.match(scale.text):
            return scale
    for match in _CURRENCY.finditer(text):
        word = match[1] or match[2]
        if (money := unit_of([word])) in MONEY:
            return ColumnUnit(word, money, Decimal(1))
    return None
