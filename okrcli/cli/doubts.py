"""Doubts about values that were recorded all the same, with what takes each back."""

from collections.abc import Sequence

from okrcli.cli.messages import remark
from okrcli.cli.next_steps import COMMAND_LINE
from okrcli.views.doubt import Doubt

MOST_TOLD = 5
"""Of a long import nobody reads every line."""


def tell_doubts(doubts: Sequence[Doubt]) -> None:
    """Say which values are probably not meant."""
    for doubt in doubts[:MOST_TOLD]:
        remark(f"{doubt.reason} {COMMAND_LINE.sentence(doubt.step)}")
    if len(doubts) > MOST_TOLD:
        remark(f"{len(doubts) - MOST_TOLD} more values look wrong in the same way.")
