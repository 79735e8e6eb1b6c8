"""`okr new kr`."""

from __future__ import annotations

from typing import Annotated, Any

import typer

from okrcli.choices import Cadence
from okrcli.cli.completion import complete_kpi
from okrcli.cli.messages import remark_all, say
from okrcli.cli.options import Invocation, day_of_option
from okrcli.cli.options.goals import option_of, with_goal_options
from okrcli.cli.options.groups import measure_option
from okrcli.cli.options.shared import (
    IdOption,
    UnitOption,
    kpi_option,
    objective_argument,
    owner_option,
)
from okrcli.cli.start.imports import will_run
from okrcli.cli.writing import SavingWish, writes
from okrcli.errors import UsageError

if will_run(__name__):
    from okrcli.actions.new.draft import KeyResultDraft
    from okrcli.actions.new.from_title import understood_in
    from okrcli.actions.new.key_result import (
        add_key_result,
        key_result_of,
        new_id_in,
        open_objective,
    )
    from okrcli.actions.new.objective import added_in
    from okrcli.actions.references import short_ref
    from okrcli.cli.adding import Adder
    from okrcli.cli.new.key_result_input import ask_for_key_result, with_kpi_named
    from okrcli.cli.next_steps import COMMAND_LINE
    from okrcli.cli.prompts import ask_until
    from okrcli.cli.workspace import writable_workspace
    from okrcli.compute.amounts import amount_of
    from okrcli.compute.inputs import inputs_of_all_types
    from okrcli.compute.progress import MEASURES
    from okrcli.model.plan import Plan
    from okrcli.next_step import NextStep


@writes
@with_goal_options
def new_key_result(
    invocation: Invocation,
    saving: SavingWish,
    /,
    *,
    objective: Annotated[
        str | None, objective_argument(help="Objective that it belongs to.")
    ] = None,
    title: Annotated[
        str | None,
        typer.Argument(metavar="TITLE", help="Title, as in 'Raise NPS from 40 to 60 points'."),
    ] = None,
    id_: IdOption = None,
    unit: UnitOption = None,
    kpi: Annotated[
        str | None,
        measure_option(help="KPI that provides its values.", autocompletion=complete_kpi),
    ] = None,
    owner: Annotated[str | None, owner_option(help="Owner (default: the objective's).")] = None,
    due: Annotated[
        str | None,
        typer.Option(metavar="YYYY-MM-DD", help="Due date (default: the cycle's last day)."),
    ] = None,
    start: Annotated[
        str | None, typer.Option(metavar="YYYY-MM-DD", help="First day (default: the cycle's).")
    ] = None,
    weight: Annotated[
        str | None, typer.Option(help="Weight (default: 1; 0: tracked, not counted).")
    ] = None,
    cadence: Annotated[
        Cadence | None,
        typer.Option(help="How often a check-in is due (default: as the objective says)."),
    ] = None,
    guard: Annotated[
        list[str] | None, kpi_option(help="KPI that must stay healthy; repeatable.")
    ] = None,
    note: Annotated[str | None, typer.Option(help="Note.")] = None,
    **goals: Any,
) -> None:
    """Add a key result to an objective.

    Without a title, it prompts for everything.
    """
    workspace = writable_workspace(invocation)
    plan = workspace.plan
    ask_all = title is None and invocation.interactive
    typed = KeyResultDraft(
        objective=objective or "",
        title=title or "",
        type=goals.pop("type_") or "",
        unit=unit or "",
        kpi=kpi or "",
        due=due or "",
        goals={
            field: (given,) if isinstance(given, str) else tuple(given)
            for field, given in goals.items()
            if given
        },
    )
    if ask_all:
        typed, ask = ask_for_key_result(plan, typed, invocation.today), True
    else:
        typed, ask = _complete_from_title(invocation, plan, typed)
    if not typed.objective or not typed.title:
        raise UsageError(
            "A key result needs its objective and a title.",
            'Write: okr new kr OBJECTIVE "Title" --baseline 40 --target 60.',
        )
    owner_of_it = open_objective(plan, typed.objective, invocation.today)
    ids = new_id_in(plan, owner_of_it, typed.title, invocation.today)
    if ask_all and id_ is None:
        id_ = ask_until("Its id, for commands", ids.chosen, ids.proposed)
    common = {
        "id": id_ or ids.proposed,
        "title": typed.title,
        "owner": owner,
        "kpi": typed.kpi,
        "start": start and day_of_option("--start", start),
        "due": typed.due and day_of_option("--due", typed.due),
        "cadence": cadence,
        "weight": weight and amount_of(weight, None),
        "guards": guard,
        "note": note,
        "added": added_in(plan.cycle(owner_of_it.cycle), invocation.today),
    }
    _require_days(typed)
    key_result = key_result_of(plan, typed, common, option_of)
    adder = Adder(workspace, saving, ask=ask)
    if adder.add(add_key_result(workspace.root, owner_of_it, key_result)):
        kind = MEASURES[key_result.type].next_step
        ref = short_ref(plan, owner_of_it, invocation.today)
        step = NextStep(kind, f"{ref}/{key_result.id}")
        say(f"Next: {COMMAND_LINE.command(step)}")


def _require_days(typed: KeyResultDraft) -> None:
    for field, known in inputs_of_all_types().items():
        if known.is_day:
            for text in typed.goals.get(field, ()):
                day_of_option(option_of(field), text)


def _complete_from_title(
    invocation: Invocation, plan: Plan, typed: KeyResultDraft
) -> tuple[KeyResultDraft, bool]:
    """Return *typed* with what its title says, and whether somebody must confirm that."""
    sentence = understood_in(plan, typed, invocation.today)
    remark_all(sentence.remarks)
    found = with_kpi_named(plan, sentence.typed, can_ask=invocation.interactive)
    return found, bool(sentence.read) and invocation.interactive
