"""Finds improvement plans and their actions."""

from collections.abc import Sequence
from datetime import date

from okrcli.actions.days import past_day_of
from okrcli.errors import OkrError, UnknownReferenceError, UsageError, WorkspaceError
from okrcli.model.improvement import Action, Improvement
from okrcli.model.plan import Plan
from okrcli.nearest import did_you_mean
from okrcli.next_step import NextStep, StepKind
from okrcli.storage.layout import Kind
from okrcli.storage.records.pruning import at
from okrcli.storage.yaml.editor import add_key, set_value
from okrcli.storage.yaml.reader import read

DONE = "done"
PLACES = 6
"""The most decimals of a value in the plan's file; a mean may have more."""

FOLDER = f"{Kind.IMPROVEMENT.value}/"


def open_plans(plan: Plan) -> Sequence[str]:
    """Return the ids of the plans that are open."""
    return sorted(improvement.id for improvement in plan.improvements if not improvement.closed)


def open_plan(plan: Plan, name: str) -> Improvement:
    """Return the open plan called *name*, or the only open one for the KPI called *name*.

    Raises:
        UnknownReferenceError: There is none, or there are several.
        OkrError: It is closed.
    """
    own = next((improvement for improvement in plan.improvements if improvement.id == name), None)
    if own is not None and own.closed is None:
        return own
    kpi = plan.kpi_called(name)
    names = {name, kpi.id if kpi else name}
    of_kpi = [
        improvement
        for improvement in plan.improvements
        if improvement.kpi in names and improvement.closed is None
    ]
    if len(of_kpi) == 1:
        return of_kpi[0]
    if of_kpi:
        raise UnknownReferenceError(
            f"'{name}' has more than one open improvement plan.",
            f"Name one of them: {', '.join(improvement.id for improvement in of_kpi)}.",
        )
    if own is not None and own.closed is not None:
        raise OkrError(
            f"The improvement plan {own.id} was closed on {own.closed.date}.",
            NextStep(StepKind.OPEN_IMPROVEMENT, own.kpi),
        )
    raise _unknown(plan, name)


def _unknown(plan: Plan, name: str) -> UnknownReferenceError:
    unreadable = sorted(path for path in plan.unreadable if path.startswith(FOLDER))
    if unreadable:
        return UnknownReferenceError(
            f"There is no open improvement plan '{name}' among those that can be read.",
            f"Unreadable: {', '.join(unreadable)}.",
            NextStep(StepKind.CHECK),
        )
    if kpi := plan.kpi_called(name):
        return UnknownReferenceError(
            f"{kpi.id} has no open improvement plan.", NextStep(StepKind.OPEN_IMPROVEMENT, kpi.id)
        )
    known = (*(improvement.id for improvement in plan.improvements), *plan.kpis_by_id)
    return UnknownReferenceError(
        f"There is no improvement plan and no KPI '{name}'.",
        did_you_mean(name, known) or NextStep(StepKind.SHOW_REPORT),
    )


def day_in(improvement: Improvement, text: str | None, today: date) -> date:
    """Return the day in *text*, or *today*; within the plan's time so far.

    Raises:
        UsageError: It is not a date, in the future, or before the plan was opened.
    """
    day = past_day_of(text, today)
    if day < improvement.opened:
        raise UsageError(f"{day} is before {improvement.opened}, when {improvement.id} was opened.")
    return day


def action_named(improvement: Improvement, text: str) -> int:
    """Return the index of the plan's action with that number or title.

    Raises:
        UnknownReferenceError: No action matches, or several do.
    """
    titles = [action.title.casefold() for action in improvement.actions]
    wanted = text.strip().casefold()
    if wanted.isdecimal() and 1 <= int(wanted) <= len(titles):
        return int(wanted) - 1
    exact = [place for place, title in enumerate(titles) if title == wanted]
    fitting = exact or [place for place, title in enumerate(titles) if wanted and wanted in title]
    if len(fitting) != 1:
        fits = "matches more than one action" if fitting else "is not an action"
        raise UnknownReferenceError(
            f"'{text}' {fits} of {improvement.id}.",
            f"Write its number: {'; '.join(map(_action_text, enumerate(improvement.actions, 1)))}.",
        )
    return fitting[0]


def _action_text(action: tuple[int, Action]) -> str:
    return f"{action[0]} {action[1].title}"


def with_done(improvement: Improvement, before: bytes, places: Sequence[int]) -> bytes:
    """Return the plan's file with the actions at *places* done, every other byte as it was.

    Raises:
        OkrError: The file was changed since it was loaded, or cannot be changed in place.
    """
    content = before
    for place in places:
        document = read(improvement.path, content)
        where = ("actions", place)
        action = at(document.data, where)
        if not isinstance(action, dict) or action.get("title") != improvement.actions[place].title:
            raise WorkspaceError(
                f"{improvement.path} was changed by somebody else after it was read.",
                "Run the command again.",
            )
        if "status" in action:
            content = set_value(document, (*where, "status"), DONE)
        else:
            content = add_key(document, where, "status", DONE)
    return content
