"""`okr kpi import`: the readings of files, all or none, as one commit."""

from collections.abc import Sequence
from typing import Annotated

import typer

from okrcli.actions.checkin.entries import require_past, require_segment
from okrcli.actions.days import day_of
from okrcli.actions.kpi.import_origins import Origin, columns_from, origin_of_file, origins_of_kpis
from okrcli.cli.completion import complete_import, complete_kpi, complete_owner, complete_segment
from okrcli.cli.kpi.import_text import MOST_SHOWN, dry_run_lines, recorded_lines
from okrcli.cli.kpi.importing import import_from, import_message, names_text
from okrcli.cli.kpi.reading_recorder import Intake, Manner
from okrcli.cli.messages import say
from okrcli.cli.options import Invocation, invoked
from okrcli.cli.pushing import NoCommitOption, PushOption
from okrcli.cli.table_options import (
    DatesOption,
    DecimalOption,
    EncodingOption,
    TableFormatOption,
    TableOption,
)
from okrcli.cli.workspace import writable_plan
from okrcli.errors import UsageError
from okrcli.model.plan import Plan
from okrcli.sources.base import TableOptions
from okrcli.sources.readings import ReadingOptions


@invoked
def kpi_import(
    invocation: Invocation,
    *,
    names: Annotated[
        list[str] | None,
        typer.Argument(
            metavar="FILE|-",
            help="The file; with --all, the KPIs to read, else all.",
            autocompletion=complete_import,
        ),
    ] = None,
    every: Annotated[
        bool, typer.Option("--all", help="Read the files that the KPIs name as their source.")
    ] = False,
    columns: Annotated[
        list[str] | None,
        typer.Option(
            "--map",
            metavar="FIELD=COLUMN",
            help="Which column holds the date, value, kpi, segment, weight, note, or a KPI's"
            " values; may be repeated.",
        ),
    ] = None,
    kpi: Annotated[
        str | None,
        typer.Option(help="What the values are of.", autocompletion=complete_kpi),
    ] = None,
    segment: Annotated[
        str | None,
        typer.Option(help="What part they are of.", autocompletion=complete_segment),
    ] = None,
    day: Annotated[
        str | None, typer.Option("--date", metavar="YYYY-MM-DD", help="What day they are of.")
    ] = None,
    decimal: DecimalOption = None,
    dates: DatesOption = None,
    encoding: EncodingOption = None,
    table: TableOption = None,
    format_: TableFormatOption = None,
    dry_run: Annotated[
        bool, typer.Option("--dry-run", help="Show what would be recorded, and write nothing.")
    ] = False,
    by: Annotated[
        str | None,
        typer.Option(metavar="ID", help="Who imports.", autocompletion=complete_owner),
    ] = None,
    push: PushOption = False,
    no_commit: NoCommitOption = False,
) -> None:
    """Import readings from a file, all of them or none, as one commit.

    Files are CSV, TSV, JSON, JSON lines, xlsx or SQLite; long, with the columns kpi, date and
    value, or wide, with a column for each KPI. What is in force already is passed over.
    """
    plan = writable_plan(invocation)
    manner = Manner(dry_run, by, push, no_commit)
    if every:
        given = (columns, kpi, segment, day, decimal, dates, encoding, table, format_)
        _require_none(given)
        origins = origins_of_kpis(plan, invocation.root(), names or ())
    else:
        readings = ReadingOptions(
            columns=columns_from(columns or ()),
            kpi=kpi,
            segment=segment,
            date=None if day is None else day_of(day, "--date"),
            decimal=decimal,
            dates=dates,
        )
        _require_known(plan, readings, invocation)
        path = _only(names or ())
        origins = [origin_of_file(path, format_, TableOptions(encoding, table), readings)]
    _run(invocation, plan, origins, manner)


def _only(names: Sequence[str]) -> str:
    if len(names) != 1:
        raise UsageError(
            "One file is needed, or - for standard input.",
            "Write `okr kpi import FILE`, or --all for the files that the KPIs name.",
        )
    return names[0]


def _require_none(given: Sequence[object]) -> None:
    if any(each is not None and each != [] for each in given):
        raise UsageError(
            "--all takes how to read a file from each KPI's `source`.",
            "Leave out the options that describe a file.",
        )


def _require_known(plan: Plan, options: ReadingOptions, invocation: Invocation) -> None:
    if options.date:
        require_past(options.date, invocation.today)
    if options.kpi is not None:
        kpi = plan.kpi(options.kpi)
        if options.segment:
            require_segment(kpi, options.segment)


def _run(invocation: Invocation, plan: Plan, origins: Sequence[Origin], manner: Manner) -> None:
    intake = Intake.ready(invocation, plan, manner)  # before a long file is read
    imported = import_from(origins, plan, invocation.today, rows=MOST_SHOWN + 1)
    compared = imported.compared
    origin = f"Imported from {names_text(origins)}"
    if manner.dry_run:
        for line in dry_run_lines(plan, compared, imported.rows):
            say(line)
    intake.take(
        compared,
        origin,
        lambda ids: import_message(origin, compared, ids),
        [f"{origin}:", *recorded_lines(compared)],
    )
