"""Imports the readings of several files: compared with those in force, and one change."""

from collections.abc import Callable, Iterator, Sequence
from itertools import chain, groupby, islice

from okrcli.actions.change import Change
from okrcli.actions.checkin.plausibility import doubts_about_readings
from okrcli.actions.kpi.import_origins import Origin
from okrcli.actions.kpi.percentages import percentages_of
from okrcli.actions.kpi.reading_files import ReadingsCommit, Recorder
from okrcli.compute.as_of.units import unit_changes
from okrcli.compute.kpis.comparison import KpiComparison, compare
from okrcli.compute.rounding import count_text, listed_text
from okrcli.compute.timeline import Timeline
from okrcli.errors import OkrError
from okrcli.frozen import frozen_dataclass
from okrcli.garbage import without_garbage_collection
from okrcli.model.kpi import Kpi
from okrcli.sources import table_in
from okrcli.sources.base import SourceError
from okrcli.sources.cells import Today
from okrcli.sources.readings.readings import header_names, readings_of
from okrcli.sources.sourced import Readings
from okrcli.views.readings import ImportedReadings, summaries_of

FIRST_ROWS = 6
"""One more than is shown, to know whether there are more."""


@frozen_dataclass
class ImportInput:
    """Where readings come from.

    Attributes:
        origins: The sources; those of the same file must be adjacent.
        content_of: Returns the bytes of a file.
        on_progress: Called with a description of what takes long.
    """

    origins: Sequence[Origin]
    content_of: Callable[[Origin], bytes]
    on_progress: Callable[[str], None] = lambda _text: None


def import_readings(
    recorder: Recorder, source: ImportInput
) -> tuple[Change | None, ImportedReadings]:
    """Read *source*, and return what it holds that is new; the change is `None` when nothing is.

    Raises:
        OkrError: A file cannot be read, or something in one is wrong; all problems are named.
    """
    with without_garbage_collection():
        return _import(recorder, source)


def _import(recorder: Recorder, source: ImportInput) -> tuple[Change | None, ImportedReadings]:
    found = _readings_in(recorder, source)
    count = sum(map(len, found))
    names = _names_text(source.origins)
    if not count:
        raise OkrError(f"There is nothing to record in {names}.", "Check its first lines.")
    source.on_progress(f"Comparing {count_text(count, 'reading')}")
    readings = (of_file.columns for of_file in found)
    plan = recorder.workspace.plan
    comparisons = compare(readings, Timeline.of(plan))
    for of_kpi in comparisons:
        _require_one_unit(plan.kpi(of_kpi.kpi), of_kpi)
    rows = [*islice(chain.from_iterable(found), FIRST_ROWS)]
    remarks = tuple(dict.fromkeys(said for of_file in found for said in of_file.remarks))
    doubts = doubts_about_readings(recorder.context, comparisons)
    imported = ImportedReadings(f"Imported from {names}", comparisons, rows, remarks, doubts)
    return recorder.change(comparisons, imported.origin, _commit_of(imported)), imported


def _require_one_unit(kpi: Kpi, found: KpiComparison) -> None:
    """Refuse what is new or another from before *kpi* got its unit.

    A value is in the unit of its day, and a file does not say which of both it has.

    Raises:
        OkrError: There is such a reading.
    """
    changes = unit_changes(kpi.amendments)
    if not changes:
        return
    last = changes[-1]
    day = min(
        (reading.date for reading in found.to_record if reading.date < last.day), default=None
    )
    if day is not None:
        raise OkrError(
            f"{kpi.id} was in {last.was} before {last.day} and is in {kpi.unit} since, and there is"
            f" a reading of {day} that is not recorded yet: its unit is not certain.",
            f"Leave out what is before {last.day}, or check it in for its day in the old unit.",
        )


def _readings_in(recorder: Recorder, source: ImportInput) -> Sequence[Readings]:
    found: list[Readings] = []
    errors: list[SourceError] = []
    for _, group in groupby(source.origins, key=_table_of):
        try:
            found.extend(_readings_of_file(recorder, [*group], source))
        except SourceError as error:
            errors.append(error)
    if len(errors) > 1:
        message, *details = (line for error in errors for line in error.lines)
        raise OkrError(message, details=details)
    if errors:
        raise errors[0]
    return found


def _table_of(origin: Origin) -> tuple[object, ...]:
    """Return what identifies the table of an origin."""
    return origin.path, origin.format, origin.table


def _readings_of_file(
    recorder: Recorder, origins: Sequence[Origin], source: ImportInput
) -> Iterator[Readings]:
    """Yield the readings of each of *origins*, which are all of the same file."""
    file, workspace = origins[0], recorder.workspace
    kpis, today = workspace.plan.kpis_by_id, Today(workspace.today, workspace.zone)
    names = header_names(kpis, (origin.readings for origin in origins))
    options = file.table._replace(names=names)
    source.on_progress(f"Reading {file.name}")
    table = table_in(file.name, source.content_of(file), options, file.format)
    levels = percentages_of(workspace.plan)
    for origin in origins:
        yield readings_of(table, kpis, origin.readings, today, levels)


def _names_text(origins: Sequence[Origin]) -> str:
    """Return the short names of the files, each once."""
    names = list(dict.fromkeys(origin.short_name for origin in origins))
    return listed_text(names)


def _commit_of(imported: ImportedReadings) -> ReadingsCommit:
    most_first = sorted(imported.comparisons, key=lambda of_kpi: of_kpi.count, reverse=True)
    recorded = [of_kpi for of_kpi in most_first if of_kpi.count]
    items = [f"{of_kpi.kpi} {count_text(of_kpi.count, 'reading')}" for of_kpi in recorded]
    notes = [f"{imported.origin}.", "\n".join(summaries_of(recorded))]
    return ReadingsCommit("Import", items, notes)
