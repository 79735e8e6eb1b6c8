"""Findings as a table for job summaries, pull requests and chats that read GitHub's Markdown."""

from collections.abc import Sequence
from itertools import accumulate

from okrcli.model.finding import Finding, FindingCounts
from okrcli.next_step import NextStep, StepKind, StepWords
from okrcli.printable import inert_markdown
from okrcli.render.drawing.style import SEVERITIES
from okrcli.render.findings.summary import counts_text, summary
from okrcli.render.options import RenderOptions
from okrcli.views.check import CheckOutcome

_COLUMNS = ("Severity", "Rule", "Where", "Finding", "Next step")
_ROOM_BESIDE_ROWS = 300
"""Bytes for the table's head, and the sentence that counts what is left out."""


def render(outcome: CheckOutcome, options: RenderOptions) -> str:
    """Return the findings as a table, the worst first; paths are from the repository's root."""
    words = options.words
    rows = [_row(outcome, finding, words) for finding in outcome.worst_first]
    return _document(outcome, rows, words)


def render_within(outcome: CheckOutcome, size: int, words: StepWords) -> str:
    """Return the same with as many rows as fit into *size* bytes, and how many are left out.

    It always has at least its heading and that number.
    """
    rows = [_row(outcome, finding, words) for finding in outcome.worst_first]
    whole = _document(outcome, rows, words)
    if len(whole.encode()) <= size:
        return whole
    room = size - len(_document(outcome, rows[:0], words).encode()) - _ROOM_BESIDE_ROWS
    ends = accumulate(len(row.encode()) for row in rows)
    fitting = sum(end <= room for end in ends)
    left_out = counts_text(FindingCounts.of(outcome.worst_first[fitting:]))
    return f"{_document(outcome, rows[:fitting], words)}\nThere was no room for {left_out} more.\n"


def _document(outcome: CheckOutcome, rows: Sequence[str], words: StepWords) -> str:
    heading = f"### {words.command(NextStep(StepKind.CHECK))}: {summary(outcome)}\n"
    return f"{heading}\n{_head()}{''.join(rows)}" if rows else heading


def _head() -> str:
    return _line(_COLUMNS) + _line(["---"] * len(_COLUMNS))


def _row(outcome: CheckOutcome, finding: Finding, words: StepWords) -> str:
    look = SEVERITIES[finding.severity]
    return _line(
        (
            f"{look.symbol} {look.word}",
            f"{finding.rule.code} {finding.rule.name}",
            f"{inert_markdown(outcome.path_of(finding))}:{finding.place.line}",
            inert_markdown(finding.message),
            inert_markdown(words.sentence(finding.hint)),
        )
    )


def _line(cells: Sequence[str]) -> str:
    return f"| {' | '.join(cells)} |\n"
