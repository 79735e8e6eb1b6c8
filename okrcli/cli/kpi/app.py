"""`okr kpi`: readings, health, alerts and ready definitions."""

import typer

from okrcli.cli.commands import Entry, LazyGroup

KPI_COMMANDS = {
    "list": Entry("okrcli.cli.kpi.list:kpi_list", "Show value, trend, target and health of all."),
    "show": Entry("okrcli.cli.kpi.show:kpi_show", "Show all about one KPI, with its segments."),
    "record": Entry("okrcli.cli.kpi.record:kpi_record", "Record one reading."),
    "import": Entry(
        "okrcli.cli.kpi.import_:kpi_import", "Import readings from files, all or none."
    ),
    "survey": Entry("okrcli.cli.kpi.survey:kpi_survey", "Compute a score from raw answers."),
    "catalog": Entry("okrcli.cli.kpi.catalog:kpi_catalog", "Show ready definitions of KPIs."),
    "alerts": Entry("okrcli.cli.kpi.alerts:kpi_alerts", "Tell what has slipped; for CI and cron."),
}


class KpiCommands(LazyGroup):
    """The commands of `okr kpi`."""

    entries = KPI_COMMANDS


app = typer.Typer(
    cls=KpiCommands,
    add_completion=False,
    no_args_is_help=True,
    rich_markup_mode=None,
    help="Readings, health, alerts and ready definitions of KPIs.",
)


@app.callback()
def _kpi() -> None: ...
