"""`okr show`: everything about one objective, key result or KPI."""

from difflib import get_close_matches
from typing import TYPE_CHECKING, Annotated

import typer

from okrcli.cli.completion import complete_ref
from okrcli.cli.options import Invocation, invoked
from okrcli.cli.outputs import print_result, renderer_of, terminal_options
from okrcli.cli.shared_options import AsOfOption, as_of_day
from okrcli.errors import UnknownReferenceError
from okrcli.render.show import SHOW_FORMATS

if TYPE_CHECKING:
    from collections.abc import Callable
    from datetime import date

    from okrcli.actions.show import Subject
    from okrcli.model.kpi import Kpi
    from okrcli.model.objective import Objective
    from okrcli.model.plan import Plan

MOST_LINES = 30
"""How many lines of history the table shows; other formats have all."""

FormatOption = Annotated[
    str, typer.Option(metavar="FORMAT", help=f"One of {', '.join(SHOW_FORMATS)}.")
]
AllOption = Annotated[bool, typer.Option("--all", help="Show the whole history, however long.")]


@invoked
def show(
    invocation: Invocation,
    *,
    ref: Annotated[
        str,
        typer.Argument(
            help="As in cx-leader, 2026-Q4/cx-leader/nps or nps; a file's path too.",
            autocompletion=complete_ref,
        ),
    ],
    as_of: AsOfOption = None,
    format: FormatOption = "table",  # noqa: A002  the option's name
    show_all: AllOption = False,
) -> None:
    """Show everything about one objective, key result or KPI.

    A reference without a cycle means the cycle that holds the day.
    """

    def subject_in(plan: "Plan", day: "date") -> "Subject":
        cycle = plan.report_cycle(day)
        return _subject(plan, ref, cycle.id if cycle else None)

    show_subject(invocation, subject_in, as_of, format, show_all=show_all)


def show_subject(
    invocation: Invocation,
    subject_in: "Callable[[Plan, date], Subject]",
    as_of: str | None,
    format: str,  # noqa: A002  the option's name
    *,
    show_all: bool,
) -> None:
    """Write all that is known of the thing that *subject_in* finds in the plan, on the day."""
    from okrcli.actions.show import sheet_of  # noqa: PLC0415  `--help` needs it not
    from okrcli.cli.workspace import readable_plan, tell_refused  # noqa: PLC0415  as above

    render = renderer_of(format, SHOW_FORMATS)
    day = as_of_day(invocation, as_of)
    plan = readable_plan(invocation)
    most = MOST_LINES if format == "table" and not show_all else None
    sheet = sheet_of(plan, subject_in(plan, day), day, most)
    print_result(render(sheet, terminal_options(invocation, show_all=show_all)))
    tell_refused(sheet.refused)


def _subject(plan: "Plan", ref: str, cycle_id: str | None) -> "Subject":
    """Return the one thing that *ref* names.

    Raises:
        UnknownReferenceError: It names nothing, or several things.
    """
    matches = _matches(plan, ref, cycle_id)
    if len(matches) == 1:
        return next(iter(matches.values()))
    if matches:
        raise UnknownReferenceError(
            f"'{ref}' fits more than one thing: {' and '.join(sorted(matches))}.",
            "Write one of these.",
        )
    names = _names(plan)
    near = get_close_matches(ref, names, n=3)
    hint = f"Did you mean {' or '.join(near)}?" if near else "`okr report` lists what there is."
    raise UnknownReferenceError(f"There is no '{ref}' in this workspace.", hint)


def _matches(plan: "Plan", ref: str, cycle_id: str | None) -> "dict[str, Subject]":
    """Return all that *ref* can mean, each with a name that means nothing else."""
    found: dict[str, Subject] = {}
    for objective in plan.match_objectives(ref, cycle_id):
        found[objective.ref] = objective
    for owner, key_result in plan.match_key_results(ref, cycle_id) if "/" in ref else ():
        found[owner.ref_of(key_result)] = (owner, key_result)
    if kpi := plan.kpis_by_id.get(ref):
        found[kpi.path or kpi.id] = kpi
    return found or _by_path(plan, ref)


def _by_path(plan: "Plan", ref: str) -> "dict[str, Subject]":
    path = ref.removeprefix("./")
    records: list[Objective | Kpi] = [*plan.objectives_by_ref.values(), *plan.kpis_by_id.values()]
    return {each.path: each for each in records if path and each.path == path}


def _names(plan: "Plan") -> list[str]:
    """Return every name that a reference can have, with its cycle and without."""
    full = [*plan.objectives_by_ref, *plan.key_results_by_ref]
    return [*full, *(each.partition("/")[2] for each in full), *plan.kpis_by_id]
