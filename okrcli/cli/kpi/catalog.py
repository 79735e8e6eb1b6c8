"""`okr kpi catalog`: shows the ready definitions of KPIs."""

from __future__ import annotations

from typing import Annotated

import typer

from okrcli.choices import Language
from okrcli.cli.completion import complete_entry
from okrcli.cli.messages import remark
from okrcli.cli.options import Invocation
from okrcli.cli.options.groups import output_option
from okrcli.cli.showing import Showing, shows
from okrcli.cli.start.imports import will_run
from okrcli.errors import UsageError
from okrcli.render import CATALOG_FORMATS

if will_run(__name__):
    from okrcli.actions.kpi.catalog import catalog, catalog_for
    from okrcli.model.plan import Plan
    from okrcli.views.catalog import CatalogView


@shows(CATALOG_FORMATS)
def kpi_catalog(
    invocation: Invocation,
    showing: Showing,
    *,
    name: Annotated[
        str | None,
        typer.Argument(
            metavar="[ID]", help="Definition to explain.", autocompletion=complete_entry
        ),
    ] = None,
    wish: Annotated[
        str | None,
        typer.Option(
            "--for", metavar="TEXT", help="Suggest KPIs for a theme, a team or an objective."
        ),
    ] = None,
    language: Annotated[
        Language | None, output_option(help="Language of the texts (default: the workspace's).")
    ] = None,
) -> None:
    """Show ready KPI definitions: what each tells you, its formula and its pitfalls.

    Without an id, it lists them.
    """
    if name and wish:
        raise UsageError("An id and --for cannot be combined.", "Give one of them.")
    showing.show(_view(invocation, name, wish, language))
    if showing.format == "text" and not name:
        remark()
        remark("okr kpi catalog ID explains one; okr new kpi --from catalog:ID adds it.")


def _view(
    invocation: Invocation, name: str | None, wish: str | None, language: Language | None
) -> CatalogView:
    plan = _plan_at_hand(invocation) if wish or language is None else None
    spoken = language or (plan.settings.language if plan else "en")
    return catalog_for(wish, plan, invocation.today, spoken) if wish else catalog(name, spoken)


def _plan_at_hand(invocation: Invocation) -> Plan | None:
    """Return the plan; `None` where there is no workspace, as definitions can be read anywhere."""
    return invocation.workspace().plan if invocation.root_if_any() else None
