"""`okr new kpi` at the terminal: asks for what was left open, and which definition to take."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import replace
from typing import TYPE_CHECKING, NamedTuple, get_args

from okrcli.actions.days import day_of
from okrcli.actions.new.kpi_draft import KpiDraft
from okrcli.cli.messages import remark, say
from okrcli.cli.options import Invocation
from okrcli.cli.outputs import print_result, terminal_options
from okrcli.cli.prompts import ask, ask_until, choose, require_answer
from okrcli.compute.goals import parse_goal
from okrcli.errors import UsageError
from okrcli.model.kpi import Direction
from okrcli.model.plan import Plan
from okrcli.model.settings import Language
from okrcli.render import CATALOG_FORMATS

if TYPE_CHECKING:
    from okrcli.compute.kpis.suggestion import Suggestion


def ask_for_kpi(texts: KpiDraft) -> KpiDraft:
    """Return *texts* with the answers for those that are still open."""
    unit = texts.unit
    name = texts.name or ask_until(
        "What should be watched? A title, or an id like first_reply", require_answer
    )
    unit = unit or ask("In what unit, as in %, h, EUR? [Enter: none]")
    questions: Mapping[str, Callable[[], str]] = {
        "direction": lambda: ask_until("Which direction is good: up, down or range?", _direction),
        "why": lambda: ask("What does it tell?"),
        "baseline": lambda: _number_asked("What is it now? [Enter: not known]", unit),
        "target": lambda: _number_asked(
            "What is the target? A number, or LOW..HIGH [Enter: none]", unit
        ),
    }
    open_ = {field: ask_() for field, ask_ in questions.items() if not getattr(texts, field)}
    texts = replace(texts, name=name, unit=unit, **open_)
    if texts.has_way_to_go and not texts.target_by:
        texts = replace(texts, target_by=ask_until(_BY, _day))
    return texts


_BY = "By when, YYYY-MM-DD? Until then the way there counts [Enter: no date]"


def _day(text: str) -> str:
    if text:
        day_of(text)
    return text


def _direction(text: str) -> str:
    if text not in get_args(Direction):
        raise UsageError("Write up, down or range.")
    return text


def _number_asked(question: str, unit: str) -> str:
    def require_number(text: str) -> str:
        if text:
            parse_goal(text, unit or None)
        return text

    return ask_until(question, require_number)


class ChosenEntry(NamedTuple):
    """What was chosen, and what the wish says of it: the objective or the team it is for.

    Attributes:
        entry: Its id in the catalogue.
    """

    entry: str
    serves: list[str] | None
    team: str | None


def choose_kpi(
    wish: str, plan: Plan, invocation: Invocation, language: Language
) -> ChosenEntry | None:
    """Show what fits *wish*, and return what is chosen of it; `None` when nothing is.

    Raises:
        UsageError: Nothing fits.
    """
    from okrcli.actions.kpi.catalog import catalog_for  # noqa: PLC0415  only here the catalogue is needed

    view = catalog_for(wish, plan, invocation.today, language)
    print_result(CATALOG_FORMATS["text"](view, terminal_options(invocation)))
    found = list(view.suggestions.values())
    if not invocation.interactive:
        say()
        say(f"Next: {_command(found, wish, plan)}")
        return None
    entry = choose("Which one?", [suggestion.entry.id for suggestion in found])
    if not entry:
        remark("Nothing was written.")
        return None
    return ChosenEntry(entry, _objectives(wish, plan), _team(wish, plan))


def _command(found: "Sequence[Suggestion]", wish: str, plan: Plan) -> str:
    """Return what to type for the best one that is not there yet."""
    best = next((suggestion for suggestion in found if not suggestion.existing), found[0])
    serves = "".join(f" --serves {objective}" for objective in _objectives(wish, plan) or ())
    team = f" --team {wish}" if _team(wish, plan) else ""
    return f"okr new kpi --from catalog:{best.entry.id}{serves}{team}"


def _objectives(wish: str, plan: Plan) -> list[str] | None:
    return [wish] if plan.match_objectives(wish) else None


def _team(wish: str, plan: Plan) -> str | None:
    return wish if wish in plan.settings.teams and not plan.match_objectives(wish) else None
