"""`okr new objective`."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from datetime import date
from typing import Annotated, Any, Literal, get_args

import typer

from okrcli.choices import Ambition, Cadence
from okrcli.cli.completion import complete_cycle
from okrcli.cli.messages import remark, say
from okrcli.cli.options import Invocation
from okrcli.cli.options.shared import (
    IdOption,
    OwnOwnerOption,
    OwnTeamOption,
    objective_option,
    owner_option,
)
from okrcli.cli.start.imports import will_run
from okrcli.cli.writing import SavingWish, writes
from okrcli.errors import UsageError

if will_run(__name__):
    from okrcli.actions.identity import git_id
    from okrcli.actions.new.objective import (
        add_objective,
        current_cycle,
        new_id_in,
        next_cycle,
        objective_of,
    )
    from okrcli.actions.new.objective_title import TitleInWords
    from okrcli.actions.references import short_ref
    from okrcli.cli.adding import Adder
    from okrcli.cli.prompts import ask, ask_until, choose
    from okrcli.cli.workspace import writable_workspace
    from okrcli.model.changes.approval import Approval
    from okrcli.model.plan import Plan

Impact = Literal["growth", "efficiency", "expansion"]


@writes
def new_objective(
    invocation: Invocation,
    saving: SavingWish,
    *,
    title: Annotated[
        str | None, typer.Argument(metavar="TITLE", help="Where you want to be, in words.")
    ] = None,
    id_: IdOption = None,
    cycle: Annotated[
        str | None,
        typer.Option(help="Cycle (default: the current one).", autocompletion=complete_cycle),
    ] = None,
    owner: OwnOwnerOption = None,
    team: OwnTeamOption = None,
    parent: Annotated[str | None, objective_option(help="Objective that this one serves.")] = None,
    impact: Annotated[
        Impact | None, typer.Option(help="Kind of impact: the answer to 'so what?'")
    ] = None,
    why: Annotated[str | None, typer.Option(help="Why it matters, in words.")] = None,
    ambition: Annotated[
        Ambition | None, typer.Option(help="Ambition (default: aspirational).")
    ] = None,
    cadence: Annotated[
        Cadence | None,
        typer.Option(help="How often check-ins are due (default: as okr.yaml says)."),
    ] = None,
    approved_by: Annotated[
        list[str] | None, owner_option(help="Who approved it; repeatable.")
    ] = None,
    draft: Annotated[
        bool, typer.Option("--draft", help="Not agreed yet: no check-ins and no pace.")
    ] = False,
) -> None:
    """Add an objective, without key results at first.

    Without a title, it prompts for everything.
    """
    workspace = writable_workspace(invocation)
    plan = workspace.plan
    ask_all = title is None and invocation.interactive
    fields = {
        "title": title,
        "owner": owner or git_id(workspace.root, plan.settings),
        "team": team,
        "parent": parent,
        "impact": impact,
        "why": why,
        "ambition": ambition,
        "cadence": cadence,
        "status": "draft" if draft else None,
        "approved_by": [Approval(who=who, date=invocation.today) for who in approved_by or ()],
    }
    upcoming = next_cycle(plan, invocation.today)
    if ask_all:
        fields = _ask_fields(plan, fields, invocation.today)
        current = current_cycle(plan, invocation.today)
        cycle = cycle or ask("In which cycle?", (upcoming or current).id)
        ids = new_id_in(plan, cycle, str(fields["title"]), invocation.today)
        id_ = id_ or ask_until("Its id, for commands", ids.chosen, ids.proposed)
    if not fields["title"]:
        raise UsageError("An objective needs a title.", 'Write: okr new objective "Title".')
    objective = objective_of(workspace, fields, cycle=cycle, id_=id_)
    adder = Adder(workspace, saving, ask=ask_all)
    if adder.add(add_objective(workspace, objective)):
        if upcoming and cycle is None:
            remark(f"{objective.cycle} ends soon; for the cycle after it: --cycle {upcoming.id}")
        ref = short_ref(plan, objective, invocation.today)
        say(f'Next: okr new kr {ref} "Raise … from … to …"')


def _ask_fields(plan: Plan, fields: Mapping[str, Any], day: date) -> dict[str, Any]:
    """Return *fields* with the answers for those that are still open."""
    checked, teams = TitleInWords(plan, day).require_title, plan.settings.teams
    questions: Mapping[str, Callable[[], str]] = {
        "title": lambda: ask_until("Where do you want to be? In words, without a number", checked),
        "owner": lambda: ask("Who is accountable?"),
        "team": lambda: choose("Team", [*teams]) if teams else "",
        "parent": lambda: ask("Which objective does it serve? [Enter: none]"),
        "impact": lambda: choose("So what: which impact?", get_args(Impact)),
        "why": lambda: ask("And why? In words"),
    }
    answers = {name: fields[name] or question() for name, question in questions.items()}
    return {**fields, **answers}
