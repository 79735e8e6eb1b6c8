"""Checks in: values, steps, confidence and notes as one new file."""

from collections.abc import Iterable, Mapping, Sequence
from datetime import datetime
from pathlib import Path

from okrcli.actions.change import Change
from okrcli.actions.checkin.context import CheckinContext
from okrcli.actions.checkin.entries import item_of
from okrcli.actions.checkin.header import CheckinHeader, checkin_lines, message_of
from okrcli.actions.checkin.item import Item
from okrcli.actions.checkin.targets import Target, target_named
from okrcli.actions.saving import new_file
from okrcli.actions.workspace import Workspace
from okrcli.errors import OkrError, UsageError
from okrcli.model.checkin import CheckIn
from okrcli.model.kpi import Kpi
from okrcli.sources.checkins.rows import Row
from okrcli.storage.layout import MAX_BYTES
from okrcli.storage.writing import checkin_bytes


def check_in(
    root: Path, header: CheckinHeader, items: Sequence[Item], recorded: datetime
) -> Change:
    """Return the check-in of *items* as a file that cannot conflict with anybody else's.

    Args:
        root: The workspace's.
        header: Who checks in, for which day.
        items: What is recorded; may be empty if the header has a note or kudos.
        recorded: The moment of recording, with its time zone.

    Raises:
        OkrError: They do not fit into one file.
    """
    return change_of(root, header.checkin(items, recorded), items)


def change_of(root: Path, checkin: CheckIn, items: Sequence[Item]) -> Change:
    """Return the file of *checkin*, made of *items*, to be written in *root*.

    Raises:
        OkrError: It is too large.
    """
    content = checkin_bytes(checkin)
    if len(content) > MAX_BYTES:  # nobody could read it again
        raise OkrError(
            f"{len(items):,} entries are too many for one check-in, so nothing was recorded.",
            "Record them in several parts.",
        )
    return Change(
        writes=(new_file(root, checkin.path, content),),
        message=message_of(checkin, items),
        paths=(checkin.path,),
        lines=tuple(checkin_lines(checkin, items)),
    )


def check_in_values(
    workspace: Workspace,
    values: Mapping[str, str],
    *,
    by: str,
    recorded: datetime,
    note: str = "",
) -> Change:
    """Return today's check-in of *values* as typed, by key result or KPI.

    Raises:
        OkrError: A reference is unknown, or a value cannot be recorded.
    """
    context = CheckinContext(workspace.plan, workspace.today, workspace.today)
    items = items_of_values(context, values.items())
    header = CheckinHeader(workspace.today, by, note)
    return check_in(workspace.root, header, items, recorded)


def items_of_values(
    context: CheckinContext,
    values: Iterable[tuple[str, str]],
    confidence: str = "",
    note: str = "",
) -> list[Item]:
    """Return the items for *values*, pairs of a reference and what was typed for it.

    Args:
        context: The context of the check-in.
        values: Each key result or KPI once.
        confidence: The confidence for all key results; KPIs have none.
        note: The note on each.

    Raises:
        OkrError: A reference is unknown, a value cannot be recorded, or one is given twice.
    """
    items: list[Item] = []
    for ref, value in values:
        target = target_named(context, ref)
        try:
            item = item_of(context, target, Row(1, value=value, confidence=confidence, note=note))
        except OkrError as error:
            _say_of_what(error, ref, target)
            raise
        if any(set(item.keys) & set(before.keys) for before in items):
            raise UsageError(f"{item.label} is given twice.", "Give it once.")
        items.append(item)
    return items


def _say_of_what(error: OkrError, ref: str, target: Target) -> None:
    """Put *ref* before the message of *error*, unless that names the *target* already."""
    id_ = target.id if isinstance(target, Kpi) else target[1].id
    first, *details = error.lines
    if not first.startswith(f"{id_} ") and not first.endswith(f" {id_}."):
        error.lines = (f"{ref}: {first}", *details)
