"""What is said when something is recorded for a draft."""

from collections.abc import Iterable

from okrcli.cli.messages import remark
from okrcli.cli.next_steps import COMMAND_LINE
from okrcli.next_step import NextStep, StepKind


def remark_drafts(refs: Iterable[str]) -> None:
    """Say of each of *refs*, which are drafts, what makes it active."""
    for ref in refs:
        step = COMMAND_LINE.sentence(NextStep(StepKind.APPROVE, ref))
        remark(f"{ref} is a draft, so its check-ins bind nobody yet. {step}")
