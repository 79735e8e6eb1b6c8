"""One reading: a dated value of a KPI."""

from datetime import date as Date  # noqa: N812  `date` is a field's name here
from decimal import Decimal
from typing import NamedTuple

from okrcli.model.base import Day, Id, KpiId, NotNegative, Number, OkrModel, Text


class Reading(OkrModel):
    """One dated value of a KPI.

    Attributes:
        kpi: The KPI: the name of its file.
        date: Its own day, as in an import. Default: the check-in's day.
        value: The KPI's value on that day.
        segment: The KPI's segment that it is about. Default: the whole KPI.
        weight: Its weight among the segments, such as the number of answers.
        note: Anything worth knowing about it.
    """

    kpi: KpiId
    date: Day | None = None
    value: Number
    segment: Id | None = None
    weight: NotNegative | None = None
    note: Text | None = None


class DatedReading(NamedTuple):
    """One reading with its own day, not yet written to a file; there may be a million of them."""

    kpi: str
    date: Date
    value: Decimal
    segment: str | None = None
    weight: Decimal | None = None
    note: str | None = None
