"""`okr improve`: improvement plans for KPIs in breach."""

import typer

from okrcli.cli.commands import Entry, LazyGroup

IMPROVE_COMMANDS = {
    "open": Entry("okrcli.cli.improve.open:improve_open", "Open a plan: cause, goal and actions."),
    "follow-up": Entry(
        "okrcli.cli.improve.follow_up:improve_follow_up", "Record what has happened since."
    ),
    "close": Entry(
        "okrcli.cli.improve.close:improve_close", "Close a plan, measured against its goal."
    ),
}


class ImproveCommands(LazyGroup):
    """The commands of `okr improve`."""

    entries = IMPROVE_COMMANDS


app = typer.Typer(
    cls=ImproveCommands,
    add_completion=False,
    no_args_is_help=True,
    rich_markup_mode=None,
    help="Improvement plans for KPIs in breach.",
)


@app.callback()
def _improve() -> None: ...
