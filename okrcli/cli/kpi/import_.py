"""`okr kpi import`: the readings of files, all or none, as one commit."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Annotated

import typer

from okrcli.cli.completion import complete_import, complete_segment
from okrcli.cli.messages import remark_all, say_all
from okrcli.cli.options import Invocation, past_day_of_option
from okrcli.cli.options.files import (
    DatesOption,
    DecimalOption,
    EncodingOption,
    ScaleOption,
    SkipOption,
    TableFormatOption,
    TableOption,
    columns_of,
    table_content,
)
from okrcli.cli.options.shared import by_option, date_option, kpi_option
from okrcli.cli.start.imports import will_run
from okrcli.cli.writing import SavingWish, writes
from okrcli.errors import UsageError

if will_run(__name__):
    from okrcli.actions.file_names import STANDARD_INPUT
    from okrcli.actions.kpi.import_origins import (
        Origin,
        origin_of_file,
        origins_of_kpis,
        require_known,
    )
    from okrcli.actions.kpi.import_readings import ImportInput, import_readings
    from okrcli.cli.kpi.recording import ReadingSaver
    from okrcli.cli.recorded import tell_doubts
    from okrcli.cli.workspace import writable_workspace
    from okrcli.render.readings.imported import dry_run_lines, imported_lines
    from okrcli.sources.base import TableOptions
    from okrcli.sources.cells import CellOptions
    from okrcli.sources.readings.readings import ReadingOptions


@writes(format_option="--output-format")
def kpi_import(
    invocation: Invocation,
    saving: SavingWish,
    *,
    names: Annotated[
        list[str] | None,
        typer.Argument(
            metavar="FILE|-",
            help="File; with --all, KPIs to read (default: all).",
            autocompletion=complete_import,
        ),
    ] = None,
    every: Annotated[
        bool, typer.Option("--all", help="Read the files that KPIs name under `source`.")
    ] = False,
    columns: Annotated[
        list[str] | None,
        typer.Option(
            "--map",
            metavar="FIELD=COLUMN",
            help="Column with the date, value, kpi, segment, weight or note, or a KPI's values;"
            " repeatable.",
        ),
    ] = None,
    kpi: Annotated[str | None, kpi_option(help="KPI of all values.")] = None,
    segment: Annotated[
        str | None, typer.Option(help="Segment of all values.", autocompletion=complete_segment)
    ] = None,
    day: Annotated[str | None, date_option(help="Date of all values.")] = None,
    decimal: DecimalOption = None,
    dates: DatesOption = None,
    encoding: EncodingOption = None,
    table: TableOption = None,
    skip: SkipOption = None,
    scale: ScaleOption = None,
    format_: TableFormatOption = None,
    by: Annotated[str | None, by_option(help="Who imports (default: you).")] = None,
) -> None:
    """Import readings from a file, all or none, as one commit.

    Files are CSV, TSV, JSON, JSON Lines, xlsx or SQLite: long, with the columns kpi, date and
    value, or wide, with a column for each KPI. Readings that are already recorded are skipped.
    """
    workspace = writable_workspace(invocation)
    if every:
        given = (columns, kpi, segment, day, decimal, dates, encoding, table, skip, scale, format_)
        _require_none(given)
        origins = origins_of_kpis(workspace.plan, workspace.root, names or ())
    else:
        readings = ReadingOptions(
            columns=columns_of(columns or ()),
            kpi=kpi,
            segment=segment,
            date=None if day is None else past_day_of_option("--date", day, invocation.today),
            cells=CellOptions(decimal, dates),
            scale=scale,
        )
        require_known(workspace.plan, readings)
        path = _only(names or ())
        origins = [origin_of_file(path, format_, TableOptions(encoding, table, skip), readings)]
    saver = ReadingSaver.ready(invocation, workspace, by, saving)  # before a long file is read
    # Standard input first: somebody may type it, and a bar would be in the way.
    typed = {name: table_content(name) for name in names or () if name == STANDARD_INPUT}

    def content_of(origin: Origin) -> bytes:
        return typed[origin.path] if origin.path in typed else table_content(origin.path)

    with invocation.progress("Reading") as bar:
        source = ImportInput(origins, content_of, bar.describe)
        change, imported = import_readings(saver.recorder, source)
    remark_all(imported.remarks)
    if saving.dry_run:
        say_all(dry_run_lines(imported, workspace.plan.kpis_by_id))
    saver.save(change, imported.comparisons, imported_lines(imported))
    tell_doubts(imported.doubts, saving)


def _only(names: Sequence[str]) -> str:
    if len(names) != 1:
        raise UsageError(
            "One file is needed, or - for standard input.",
            "Write `okr kpi import FILE`, or --all for the files that the KPIs name.",
        )
    return names[0]


def _require_none(given: Sequence[object]) -> None:
    if any(option is not None and option != [] for option in given):
        raise UsageError(
            "--all reads each file as the KPI's `source` says.",
            "Leave out the options that describe a file.",
        )
