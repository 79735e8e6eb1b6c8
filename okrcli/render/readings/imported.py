"""What an import records, or would record, as lines for people."""

from collections.abc import Iterator, Mapping, Sequence
from decimal import Decimal

from okrcli.compute.kpis.comparison import Correction, KpiComparison
from okrcli.compute.rounding import count_text, number_text, size_text
from okrcli.model.kpi import Kpi
from okrcli.model.readings import DatedReading
from okrcli.storage.files import Write
from okrcli.views.readings import ImportedReadings, corrections_in, summaries_of

MOST_SHOWN = 5
"""The most lines of a long list."""

MOST_SIZES = 5
"""The most sizes of files."""


def imported_lines(imported: ImportedReadings) -> Iterator[str]:
    """Yield what was recorded of each KPI."""
    yield f"{imported.origin}:"
    yield from (f"  {line}" for line in summaries_of(imported.comparisons))
    yield from correction_lines(imported.comparisons)


def dry_run_lines(imported: ImportedReadings, kpis: Mapping[str, Kpi]) -> Iterator[str]:
    """Yield what each KPI would get, and the first of the rows."""
    for comparison in imported.comparisons:
        yield from _kpi_lines(kpis[comparison.kpi], comparison)
        yield ""
    yield from correction_lines(imported.comparisons)
    is_cut = len(imported.rows) > MOST_SHOWN
    yield "The first rows are read as:" if is_cut else "The rows are read as:"
    for line, reading in imported.rows[:MOST_SHOWN]:
        yield f"  line {line}: {reading.kpi}  {_value_text(reading)}"
    yield ""


def _kpi_lines(kpi: Kpi, comparison: KpiComparison) -> Iterator[str]:
    yield f"{kpi.id}: {', '.join(filter(None, (kpi.title, kpi.unit)))}"
    counts = (
        ("new", len(comparison.new)),
        ("corrections", len(comparison.corrections)),
        ("unchanged", comparison.unchanged),
    )
    yield from (f"  {label:13}  {count:>10,}" for label, count in counts)
    for label, reading in (("first", comparison.first), ("last", comparison.last)):
        yield f"  {label:13}  {_value_text(reading)}"


def _value_text(reading: DatedReading) -> str:
    segment = f"  {reading.segment}" if reading.segment else ""
    return f"{reading.date}{segment}  {_with_weight(reading.value, reading.weight)}"


def _with_weight(value: Decimal, weight: Decimal | None) -> str:
    return number_text(value) + ("" if weight is None else f", weight {number_text(weight)}")


def correction_lines(comparisons: Sequence[KpiComparison]) -> Iterator[str]:
    """Yield the first values that are corrected; nothing if there are none."""
    corrections = corrections_in(comparisons)
    if not corrections:
        return
    yield "Corrections:"
    yield from (f"  {_correction_text(correction)}" for correction in corrections[:MOST_SHOWN])
    if len(corrections) > MOST_SHOWN:
        yield f"  and {len(corrections) - MOST_SHOWN:,} more"


def _correction_text(correction: Correction) -> str:
    reading, was = correction
    return f"{reading.kpi}  {_value_text(reading)}; it was {_with_weight(*was)}"


def nothing_new_text(comparisons: Sequence[KpiComparison]) -> str:
    """Return that all of *comparisons* are recorded already."""
    unchanged = sum(of_kpi.unchanged for of_kpi in comparisons)
    are = "is" if unchanged == 1 else "are"
    return f"Nothing new: {count_text(unchanged, 'reading')} {are} already recorded."


def would_write_lines(paths: Sequence[str], writes: Sequence[Write], message: str) -> Iterator[str]:
    """Yield what a dry run would write; the files would get other names, which are random."""
    sizes = [size_text(len(write.content)) for write in writes]
    shown = ", ".join([*sizes[:MOST_SIZES], *(["…"] if len(sizes) > MOST_SIZES else [])])
    folder = paths[0].rpartition("/")[0]
    files = f"{count_text(len(sizes), 'file')} in {folder}/: {shown}"
    yield f"Nothing was written. This would write {files}."
    yield f"The commit would be `{message.splitlines()[0]}`."


def recorded_in_text(paths: Sequence[str]) -> str:
    """Return where readings are recorded: the first of *paths*, and how many more there are."""
    others = len(paths) - 1
    more = f" and {count_text(others, 'more file')}" if others else ""
    return f"Recorded in {paths[0]}{more}."
