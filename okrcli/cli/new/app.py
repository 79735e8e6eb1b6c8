"""`okr new`: adds an objective, a key result or a KPI."""

import typer

from okrcli.cli.new.key_result import new_key_result
from okrcli.cli.new.kpi import new_kpi
from okrcli.cli.new.objective import new_objective

app = typer.Typer(
    add_completion=False,
    rich_markup_mode=None,
    no_args_is_help=True,
    help="Add an objective, a key result or a KPI, from options or from answers.",
)
# A negative number is a value and no option: see `okr checkin`.
app.command("objective")(new_objective)
app.command("kr")(new_key_result)
app.command("kpi")(new_kpi)
