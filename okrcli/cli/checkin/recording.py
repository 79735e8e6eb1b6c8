"""What is recorded of a check-in, and what is said of it."""

from collections.abc import Iterator, Sequence

from okrcli.actions.change import Change
from okrcli.actions.checkin.drafts import drafts_among
from okrcli.actions.checkin.item import Item
from okrcli.cli.recorded import tell_drafts
from okrcli.cli.saving import Saver
from okrcli.model.plan import Plan

MOST_SHOWN = 20
"""Of a long import nobody reads every line."""


def record_checkin(saver: Saver, change: Change, items: Sequence[Item], plan: Plan) -> None:
    """Save the check-in *change* of *items*, and say what it has recorded.

    Raises:
        OkrError: It was refused; nothing was written, unless the message says so.
    """
    saver.save(change, _lines(change))
    tell_drafts(drafts_among(plan, items))


def _lines(change: Change) -> Iterator[str]:
    yield f"Recorded in {change.paths[0]}:"
    yield from (f"  {line}" for line in change.lines[:MOST_SHOWN])
    if len(change.lines) > MOST_SHOWN:
        yield f"  and {len(change.lines) - MOST_SHOWN} more"
