"""`okr new kpi --for`: what fits a wish, to be looked at or to choose from."""

from collections.abc import Sequence
from typing import NamedTuple

from okrcli.actions.kpi.catalog import catalog_for
from okrcli.cli.messages import remark, say
from okrcli.cli.options import Invocation
from okrcli.cli.outputs import print_result, terminal_options
from okrcli.cli.prompts import choose
from okrcli.compute.kpis.suggestion import Suggestion
from okrcli.model.plan import Plan
from okrcli.model.settings import Language
from okrcli.render import CATALOG_FORMATS


class Chosen(NamedTuple):
    """What was chosen, and what the wish says of it: the objective or the team it is for.

    Attributes:
        entry: Its id in the catalogue.
    """

    entry: str
    serves: list[str] | None
    team: str | None


def wished(wish: str, plan: Plan, invocation: Invocation, language: Language) -> Chosen | None:
    """Show what fits *wish*, and return what is chosen of it; `None` when nothing is.

    Raises:
        UsageError: Nothing fits.
    """
    view = catalog_for(wish, plan, invocation.today, language)
    print_result(CATALOG_FORMATS["text"](view, terminal_options(invocation)))
    found = list(view.suggestions.values())
    if not invocation.interactive:
        say()
        say(f"Next: {_command(found, wish, plan)}")
        return None
    entry = choose("Which one?", [each.entry.id for each in found])
    if not entry:
        remark("Nothing was written.")
        return None
    return Chosen(entry, _objectives(wish, plan), _team(wish, plan))


def _command(found: Sequence[Suggestion], wish: str, plan: Plan) -> str:
    """Return what to type for the best one that is not there yet."""
    best = next((each for each in found if not each.existing), found[0])
    serves = "".join(f" --serves {each}" for each in _objectives(wish, plan) or ())
    team = f" --team {wish}" if _team(wish, plan) else ""
    return f"okr new kpi --from catalog:{best.entry.id}{serves}{team}"


def _objectives(wish: str, plan: Plan) -> list[str] | None:
    return [wish] if plan.match_objectives(wish) else None


def _team(wish: str, plan: Plan) -> str | None:
    return wish if wish in plan.settings.teams and not plan.match_objectives(wish) else None
