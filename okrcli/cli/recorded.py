"""What is said of values that were recorded: doubts about them, and that a draft has them."""

from collections.abc import Iterable, Sequence

from okrcli.cli.messages import remark
from okrcli.cli.next_steps import COMMAND_LINE
from okrcli.next_step import NextStep, StepKind
from okrcli.views.doubt import Doubt

MOST_TOLD = 5
"""Of a long import nobody reads every line."""


def tell_doubts(doubts: Sequence[Doubt]) -> None:
    """Say which values are probably not meant."""
    for doubt in doubts[:MOST_TOLD]:
        remark(f"{doubt.reason} {COMMAND_LINE.sentence(doubt.step)}")
    if len(doubts) > MOST_TOLD:
        remark(f"{len(doubts) - MOST_TOLD} more values look wrong in the same way.")


def tell_drafts(refs: Iterable[str]) -> None:
    """Say of each of *refs*, which are drafts, what makes it active."""
    for ref in refs:
        step = COMMAND_LINE.sentence(NextStep(StepKind.APPROVE, ref))
        remark(f"{ref} is a draft, so its check-ins bind nobody yet. {step}")
