"""Key results whose KPI has got another unit since they were over: they go on in that."""

from decimal import Decimal
from fractions import Fraction
from typing import Any, NamedTuple

from okrcli.compute.as_of.undoing import CONVERTED, scale_value
from okrcli.compute.as_of.units import factor_since, unit_changes
from okrcli.compute.reports.report import KeyResultReport
from okrcli.model.key_results import KeyResult
from okrcli.model.kpi import Kpi


class UnitSince(NamedTuple):
    """The unit that a KPI has got since a key result was over.

    Attributes:
        kpi: The KPI, as it is today.
        was: The unit of the key result.
        factor: How many new units make one old unit; `None` if nobody said.
    """

    kpi: Kpi
    was: str | None
    factor: Fraction | None

    def convert(self, key_result: KeyResult) -> KeyResult:
        """Return *key_result* in the new unit; its numbers stay where nothing converts them."""
        fields: dict[str, Any] = {}
        if key_result.unit is not None:
            fields["unit"] = self.kpi.unit
        if self.factor is not None:
            own = [name for name in CONVERTED if name in type(key_result).model_fields]
            fields |= {name: scale_value(getattr(key_result, name), self.factor) for name in own}
        return key_result.model_copy(update=fields)

    def value(self, value: Decimal | None) -> Decimal | None:
        """Return *value* in the new unit; `None` where nothing converts it."""
        if value is None or self.factor is None:
            return None
        return Decimal(scale_value(value, self.factor))

    def remark(self, ref: str) -> str:
        """Return what to know about the key result called *ref*."""
        now = f"{ref} was in {self.was}, and {self.kpi.id} is in {self.kpi.unit} now"
        if self.factor is None:
            return f"{now}, which nothing converts: set another baseline and target."
        return f"{now}: its numbers are converted, but for those in its title."


def unit_since(kpi: Kpi | None, report: KeyResultReport) -> UnitSince | None:
    """Return the unit that *kpi* has got since *report*'s key result was over, if it has."""
    if kpi is None or report.due is None or report.unit == kpi.unit:
        return None
    changes = [change for change in unit_changes(kpi.amendments) if change.day > report.due]
    return UnitSince(kpi, report.unit, factor_since(changes, report.due)) if changes else None
