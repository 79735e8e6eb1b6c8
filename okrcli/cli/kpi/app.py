"""`okr kpi`: readings, health, alerts and ready definitions."""

from okrcli.cli.commands import Entry, lazy_app

KPI_COMMANDS = {
    "list": Entry(
        "okrcli.cli.kpi.list:kpi_list",
        "Show value, trend, target and health of all.",
        ["kpi list --health breach", "kpi list --team support --output csv=kpis.csv"],
    ),
    "show": Entry(
        "okrcli.cli.show:kpi_show",
        "Show all about one KPI, with its segments.",
        ["kpi show nps", "kpi show nps --as-of 2026-11-20 --all"],
    ),
    "record": Entry(
        "okrcli.cli.kpi.record:kpi_record",
        "Record one reading.",
        ["kpi record nps 47", "kpi record csat 83.5 --segment chat --date 2026-11-13"],
        takes_values=True,
    ),
    "import": Entry(
        "okrcli.cli.kpi.import_:kpi_import",
        "Import readings from files, all or none.",
        [
            "kpi import readings.csv --dry-run",
            "kpi import survey.xlsx --map value=Score --kpi nps",
            "kpi import --all",
        ],
    ),
    "survey": Entry(
        "okrcli.cli.kpi.survey:kpi_survey",
        "Compute a score from raw answers.",
        [
            "kpi survey nps answers.csv --dry-run",
            "kpi survey csat answers.csv --segment Channel --date-column Day --per month",
        ],
    ),
    "catalog": Entry(
        "okrcli.cli.kpi.catalog:kpi_catalog",
        "Show ready definitions of KPIs.",
        ["kpi catalog", "kpi catalog nps --language es", "kpi catalog --for support"],
    ),
    "alerts": Entry(
        "okrcli.cli.kpi.alerts:kpi_alerts",
        "Tell what has slipped; for CI and cron.",
        ["kpi alerts --unplanned", "kpi alerts --strict --output markdown=alerts.md"],
    ),
}

app = lazy_app(KPI_COMMANDS, "Readings, health, alerts and ready definitions of KPIs.")
