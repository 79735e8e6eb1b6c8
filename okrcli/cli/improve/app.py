"""`okr improve`: improvement plans for KPIs in breach."""

from okrcli.cli.commands import Entry, lazy_app

IMPROVE_COMMANDS = {
    "open": Entry(
        "okrcli.cli.improve.open:improve_open",
        "Open a plan: cause, goal and actions.",
        [
            "improve open csat",
            "improve open csat --cause training --goal 85 --by 2026-12-31",
        ],
    ),
    "follow-up": Entry(
        "okrcli.cli.improve.follow_up:improve_follow_up",
        "Record what has happened since.",
        ['improve follow-up csat "8 of 12 are trained" --done 1', "improve follow-up csat"],
    ),
    "close": Entry(
        "okrcli.cli.improve.close:improve_close",
        "Close a plan, measured against its goal.",
        ["improve close csat", 'improve close csat --note "A named owner helps." --yes'],
    ),
}

app = lazy_app(IMPROVE_COMMANDS, "Improvement plans for KPIs in breach.")
