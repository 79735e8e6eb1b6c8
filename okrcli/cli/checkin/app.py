"""`okr checkin`: records values, confidence and notes as one file and one commit."""

from collections.abc import Iterator
from dataclasses import dataclass, replace
from typing import Annotated

import typer

from okrcli.actions.change import Change
from okrcli.actions.checkin.check_in import check_in
from okrcli.actions.checkin.context import CheckinContext
from okrcli.actions.checkin.entries import item_of
from okrcli.actions.checkin.from_file import items_from
from okrcli.actions.checkin.header import CheckinHeader, kudos_of
from okrcli.actions.checkin.item import Item
from okrcli.actions.file_names import name_of
from okrcli.actions.identity import own_id
from okrcli.cli.checkin.prompts import Walk, refs_due, refs_named
from okrcli.cli.completion import complete_checkin, complete_owner
from okrcli.cli.input_files import content_of
from okrcli.cli.messages import remark
from okrcli.cli.option_groups import SAVING, VALUES
from okrcli.cli.options import Invocation, invoked, past_day_of_option
from okrcli.cli.prompts import confirm
from okrcli.cli.saving import NoCommitOption, PushOption, Saver, open_saver, require_commit
from okrcli.cli.shared_options import require_values
from okrcli.cli.workspace import writable_plan
from okrcli.errors import OkrError, UsageError
from okrcli.storage.layout import MAX_BYTES

MOST_SHOWN = 20
"""Of a long import nobody reads every line."""


@invoked
def checkin(
    invocation: Invocation,
    *,
    values: Annotated[
        list[str] | None,
        typer.Argument(
            metavar="[REF VALUE]...",
            help="Key results or KPIs with their values.",
            autocompletion=complete_checkin,
        ),
    ] = None,
    source: Annotated[
        str | None,
        typer.Option(
            "--from",
            metavar="FILE|-",
            help="Take the values from CSV, JSON or YAML.",
            rich_help_panel=VALUES,
        ),
    ] = None,
    note: Annotated[
        str | None, typer.Option(help="What is worth knowing about it.", rich_help_panel=VALUES)
    ] = None,
    confidence: Annotated[
        int | None,
        typer.Option(
            min=1, max=10, help="Your belief that the target is reached.", rich_help_panel=VALUES
        ),
    ] = None,
    kudos: Annotated[
        list[str] | None,
        typer.Option(
            metavar="'WHO: WHAT FOR'",
            help="Thanks to a colleague; may be repeated.",
            rich_help_panel=VALUES,
        ),
    ] = None,
    by: Annotated[
        str | None,
        typer.Option(
            metavar="ID",
            help="Who checks in.",
            autocompletion=complete_owner,
            rich_help_panel=SAVING,
        ),
    ] = None,
    day: Annotated[
        str | None,
        typer.Option(
            "--date", metavar="YYYY-MM-DD", help="The day of the values.", rich_help_panel=VALUES
        ),
    ] = None,
    push: PushOption = False,
    no_commit: NoCommitOption = False,
) -> None:
    """Record this week's values as one file and one commit.

    Without values it asks for what is due for you. Milestones take the ids of the steps that are
    done, and undo:STEP for one that is not; what is done or not takes yes or no.
    """
    require_commit(push=push, no_commit=no_commit)
    plan = writable_plan(invocation)
    context = CheckinContext(
        plan, past_day_of_option("--date", day, invocation.today), invocation.today
    )
    session = CheckinHeader(
        day=context.day,
        by=own_id(invocation.root(), plan.settings, by, commit=not no_commit),
        note=note or "",
        kudos=tuple(kudos_of(each, plan.settings) for each in kudos or ()),
    )
    wish = _Wish(tuple(values or ()), source, str(confidence or ""), session)
    saver = open_saver(invocation.root(), commit=not no_commit, push=push)
    wish, items = _items(invocation, context, wish, saver)
    if items or wish.session.note or wish.session.kudos:
        change = check_in(invocation.root(), wish.session, items, invocation.now())
        saver.save(change, _lines(change))


@dataclass(frozen=True, slots=True)
class _Wish:
    """What the command line asks for.

    Attributes:
        confidence: Of every key result; empty when not said.
    """

    values: tuple[str, ...]
    source: str | None
    confidence: str
    session: CheckinHeader

    @property
    def says_something(self) -> bool:
        """Whether there is something to record without any value."""
        return bool(self.session.note or self.session.kudos)


def _items(
    invocation: Invocation, context: CheckinContext, wish: _Wish, saver: Saver
) -> tuple[_Wish, list[Item]]:
    """Return what to record, and the wish without the note when the only item has it."""
    if wish.source is not None:
        return wish, _from_source(context, wish)
    if len(wish.values) == 2:
        session = replace(wish.session, note="")
        return replace(wish, session=session), [_from_argument(context, wish, *wish.values)]
    if len(wish.values) > 1:
        return wish, _from_arguments(context, wish)
    if wish.says_something and not wish.values:
        return wish, []
    return wish, _from_prompts(invocation, context, wish, saver)


def _from_source(context: CheckinContext, wish: _Wish) -> list[Item]:
    if wish.values or wish.confidence:
        raise UsageError(
            "--from has all the values already.", "Leave out REF VALUE and --confidence."
        )
    source = wish.source or ""
    return items_from(context, name_of(source), content_of(source, MAX_BYTES))


def _from_arguments(context: CheckinContext, wish: _Wish) -> list[Item]:
    if len(wish.values) % 2:
        raise UsageError(
            f"'{wish.values[-1]}' has no value.", "Write pairs: okr checkin REF VALUE REF VALUE."
        )
    without_note = replace(wish, session=replace(wish.session, note=""))
    pairs = zip(wish.values[::2], wish.values[1::2], strict=True)
    items = [_from_argument(context, without_note, ref, value) for ref, value in pairs]
    seen: set[object] = set()
    for item in items:
        if seen.intersection(item.keys):
            raise UsageError(f"{item.label} is given twice.", "Give it once.")
        seen.update(item.keys)
    return items


def _from_argument(context: CheckinContext, wish: _Wish, ref: str, value: str) -> Item:
    """Return what one pair records; the session's note is the item's."""
    require_values("checkin", ref, value)
    row = context.row(ref, value, wish.confidence, wish.session.note)
    try:
        return item_of(context, row)
    except OkrError as error:
        first, *details = error.lines
        error.lines = (f"{ref}: {first}", *details)
        raise


def _from_prompts(
    invocation: Invocation, context: CheckinContext, wish: _Wish, saver: Saver
) -> list[Item]:
    if not invocation.interactive:
        raise UsageError(
            "There is nothing to record, and nobody to ask.",
            "Give values, as in `okr checkin cx-leader/nps 47`, or a file with --from.",
        )
    saver.require_ready()
    refs = refs_named(context, *wish.values) if wish.values else refs_due(context, wish.session.by)
    items = Walk(context, wish.confidence).through(refs)
    if not items:
        remark("Nothing was recorded.")
        return []
    remark("")
    for item in items:
        remark(f"  {item.told_with_unit}")
    if confirm(f"Record this as {wish.session.by}, {wish.session.day}?"):
        return items
    remark("Nothing was recorded.")
    return []


def _lines(change: Change) -> Iterator[str]:
    yield f"Recorded in {change.paths[0]}:"
    yield from (f"  {line}" for line in change.lines[:MOST_SHOWN])
    if len(change.lines) > MOST_SHOWN:
        yield f"  and {len(change.lines) - MOST_SHOWN} more"
