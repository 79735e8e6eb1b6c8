"""What an import records, and what it would record, as lines for people."""

from collections.abc import Iterator, Sequence
from decimal import Decimal

from okrcli.actions.kpi.compare import Compared, Correction, summary
from okrcli.compute.rounding import number_text
from okrcli.model.checkin import DatedReading
from okrcli.model.plan import Plan
from okrcli.sources.readings import Sourced

MOST_SHOWN = 5
"""Of a long list nobody reads every line."""


def recorded_lines(compared: Sequence[Compared]) -> Iterator[str]:
    """Yield what was recorded of each KPI."""
    yield from (f"  {summary(each)}" for each in compared)
    yield from correction_lines(compared)


def dry_run_lines(
    plan: Plan, compared: Sequence[Compared], rows: Sequence[Sourced]
) -> Iterator[str]:
    """Yield what each KPI would get, and the first of the rows."""
    for each in compared:
        yield from _kpi_lines(plan, each)
        yield ""
    yield from correction_lines(compared)
    yield "The first rows are read as:" if len(rows) > MOST_SHOWN else "The rows are read as:"
    for row in rows[:MOST_SHOWN]:
        yield f"  line {row.line}: {row.reading.kpi}  {_value_text(row.reading)}"
    yield ""


def _kpi_lines(plan: Plan, compared: Compared) -> Iterator[str]:
    kpi = plan.kpis_by_id[compared.kpi]
    yield f"{kpi.id}: {', '.join(filter(None, (kpi.title, kpi.unit)))}"
    counts = (
        ("new", len(compared.new)),
        ("corrections", len(compared.corrections)),
        ("there already", compared.there),
    )
    yield from (f"  {label:13}  {count:>10,}" for label, count in counts)
    for label, reading in (("first", compared.first), ("last", compared.last)):
        yield f"  {label:13}  {_value_text(reading)}"


def _value_text(reading: DatedReading) -> str:
    segment = f"  {reading.segment}" if reading.segment else ""
    return f"{reading.date}{segment}  {_weighed(reading.value, reading.weight)}"


def _weighed(value: Decimal, weight: Decimal | None) -> str:
    return number_text(value) + ("" if weight is None else f", weight {number_text(weight)}")


def correction_lines(compared: Sequence[Compared]) -> Iterator[str]:
    """Yield which values are corrected, the first ones; nothing where none is."""
    corrections = [correction for each in compared for correction in each.corrections]
    if not corrections:
        return
    yield "Corrections:"
    yield from (f"  {_correction_text(each)}" for each in corrections[:MOST_SHOWN])
    if len(corrections) > MOST_SHOWN:
        yield f"  and {len(corrections) - MOST_SHOWN:,} more"


def _correction_text(correction: Correction) -> str:
    reading, was = correction
    return f"{reading.kpi}  {_value_text(reading)}; it was {_weighed(*was)}"
