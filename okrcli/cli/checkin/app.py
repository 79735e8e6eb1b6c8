"""`okr checkin`: records values, confidence and notes as one file and one commit."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from typing import Annotated

import typer

from okrcli.cli.completion import complete_checkin
from okrcli.cli.messages import remark_all, say
from okrcli.cli.options import Invocation, past_day_of_option
from okrcli.cli.options.files import columns_of, content_of
from okrcli.cli.options.groups import value_option
from okrcli.cli.options.shared import by_option
from okrcli.cli.start.imports import will_run
from okrcli.cli.writing import SavingWish, writes
from okrcli.errors import UsageError

if will_run(__name__):
    from okrcli.actions.checkin.check_in import check_in, items_of_values
    from okrcli.actions.checkin.context import CheckinContext
    from okrcli.actions.checkin.header import CheckinHeader, kudos_of
    from okrcli.actions.checkin.item import Item
    from okrcli.actions.checkin.plausibility import doubts_about
    from okrcli.actions.file_names import name_of
    from okrcli.cli.checkin.arguments import has_values, pairs_of
    from okrcli.cli.checkin.asked import CheckinWords, question_of
    from okrcli.cli.recorded import record_checkin, tell_doubts
    from okrcli.cli.saving import open_saver
    from okrcli.cli.who import who_is_typing
    from okrcli.cli.workspace import writable_workspace
    from okrcli.storage.layout import MAX_BYTES, id_of


@writes
def checkin(
    invocation: Invocation,
    saving: SavingWish,
    *,
    values: Annotated[
        list[str] | None,
        typer.Argument(
            metavar="[REF VALUE]...",
            help="Key results or KPIs, each with its value; REF=VALUE, too.",
            autocompletion=complete_checkin,
        ),
    ] = None,
    source: Annotated[
        str | None,
        value_option("--from", metavar="FILE|-", help="Read the values from CSV, JSON or YAML."),
    ] = None,
    columns: Annotated[
        list[str] | None,
        value_option(
            "--map",
            metavar="FIELD=COLUMN",
            help="Column of the file for ref, kpi, value, date, confidence, note, segment or"
            " done; repeatable.",
        ),
    ] = None,
    note: Annotated[str | None, value_option(help="Note for this check-in.")] = None,
    confidence: Annotated[
        int | None,
        value_option(min=1, max=10, help="Your confidence that the target will be reached."),
    ] = None,
    kudos: Annotated[
        list[str] | None,
        value_option(metavar="'WHO: WHAT FOR'", help="Thanks to a colleague; repeatable."),
    ] = None,
    by: Annotated[str | None, by_option(help="Who checks in (default: you).")] = None,
    day: Annotated[
        str | None,
        value_option("--date", metavar="YYYY-MM-DD", help="Day of the values (default: today)."),
    ] = None,
) -> None:
    """Record this week's values as one file and one commit.

    Without values, it prompts for everything that is due for you; with only REF, for that one, and
    tells how its value is written. With --confidence or --note, a key result needs no value. An id
    that only one key result has needs no objective before it.
    """
    if columns and source is None:
        raise UsageError("--map tells how a file is read.", "Name the file with --from.")
    belief, given = str(confidence or ""), values or []
    words = CheckinWords(given, day, by, belief, note or "", is_said=bool(note or kudos))
    question = question_of(invocation, words) if source is None else None
    workspace = writable_workspace(invocation, question)
    settings = workspace.plan.settings
    on = past_day_of_option("--date", day, invocation.today)
    context = CheckinContext(
        workspace.plan,
        on,
        invocation.today,
        workspace.zone,
        since=workspace.extent.since if workspace.extent else None,
        reload=lambda: invocation.workspace(question and question.for_all_days).plan,
    )
    saver = open_saver(workspace.root, saving)
    header = CheckinHeader(
        day=context.day,
        by=who_is_typing(invocation, workspace, saver, by),
        note=note or "",
        kudos=tuple(kudos_of(text, settings) for text in kudos or ()),
    )
    if source is not None:
        items = _from_source(context, source, columns or (), is_alone=not given and not belief)
        if not items and not header.says_something:
            say(f"Nothing new: {name_of(source)} has the values that are in force.")
            return
    elif has_values(given) or _needs_no_value(context, given, header, belief):
        pairs = pairs_of(given) if has_values(given) else [(given[0], "")]
        of_item = header.note if len(pairs) == 1 else ""  # a note on one value is the value's
        items = items_of_values(context, pairs, belief, of_item)
        header = replace(header, note="" if of_item else header.note)
    elif given or not header.says_something:
        from okrcli.cli.checkin.walk import record_from_prompts  # noqa: PLC0415  few are asked

        record_from_prompts(invocation, context, header, refs=given, confidence=belief, saver=saver)
        return
    else:
        items = []
    change = check_in(workspace.root, header, items, invocation.now())
    record_checkin(saver, change, items, context)
    tell_doubts(doubts_about(context, items, id_of(change.paths[0])), saving)


def _from_source(
    context: CheckinContext, source: str, columns: Sequence[str], *, is_alone: bool
) -> list[Item]:
    if not is_alone:
        raise UsageError(
            "--from already has all the values.", "Leave out REF VALUE and --confidence."
        )
    from okrcli.actions.checkin.from_file import items_from  # noqa: PLC0415  few read a file

    content = content_of(source, MAX_BYTES)
    items, remarks = items_from(context, name_of(source), content, columns_of(columns))
    remark_all(remarks)
    return [*items]


def _needs_no_value(
    context: CheckinContext, given: Sequence[str], header: CheckinHeader, belief: str
) -> bool:
    """Return whether confidence or a note are said of one key result, which is enough."""
    names_one = bool(given) and not context.plan.match_objectives(given[0], context.cycle_id)
    return names_one and bool(belief or header.note)
