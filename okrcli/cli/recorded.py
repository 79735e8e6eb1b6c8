"""Messages about what was recorded: the check-in, doubts about values, and drafts."""

from collections.abc import Iterable, Iterator, Sequence
from datetime import date

from okrcli.actions.change import Change
from okrcli.actions.checkin.context import CheckinContext
from okrcli.actions.checkin.drafts import drafts_among
from okrcli.actions.checkin.item import Item
from okrcli.actions.checkin.late import late_among
from okrcli.cli.messages import remark
from okrcli.cli.next_steps import COMMAND_LINE
from okrcli.cli.saving import Saver
from okrcli.cli.writing import SavingWish
from okrcli.next_step import NextStep, StepKind
from okrcli.views.doubt import Doubt

MOST_SHOWN = 20
MOST_TOLD = 5
"""The most doubts to print."""


def tell_doubts(doubts: Sequence[Doubt], saving: SavingWish) -> None:
    """Print which values are probably mistakes and, once they are written, how to retract them."""
    for doubt in doubts[:MOST_TOLD]:
        step = "" if saving.dry_run else COMMAND_LINE.sentence(doubt.step)
        remark(f"{doubt.reason} {step}".rstrip())
    if len(doubts) > MOST_TOLD:
        remark(f"{len(doubts) - MOST_TOLD} more values look wrong in the same way.")


def tell_drafts(refs: Iterable[str]) -> None:
    """Say of each of *refs*, which are drafts, what makes it active."""
    for ref in refs:
        step = COMMAND_LINE.sentence(NextStep(StepKind.APPROVE, ref))
        remark(f"{ref} is a draft, so its check-ins bind nobody yet. {step}")


def _tell_late(late: Sequence[tuple[str, date]]) -> None:
    """Say of which key results the values came too late to count."""
    for ref, due in late[:MOST_TOLD]:
        remark(f"{ref} was due on {due}: later values are shown as late and do not count.")


def record_checkin(
    saver: Saver, change: Change, items: Sequence[Item], context: CheckinContext
) -> None:
    """Save the check-in *change* of *items*, and say what it has recorded.

    Raises:
        OkrError: It was refused; nothing was written, unless the message says so.
    """
    saver.save(change, _lines(change))
    tell_drafts(drafts_among(context.plan, items))
    _tell_late(late_among(context.plan, items, context.day))


def _lines(change: Change) -> Iterator[str]:
    yield f"Recorded in {change.paths[0]}:"
    yield from (f"  {line}" for line in change.lines[:MOST_SHOWN])
    if len(change.lines) > MOST_SHOWN:
        yield f"  and {len(change.lines) - MOST_SHOWN} more"
