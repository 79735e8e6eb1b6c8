"""The entries that were refused, in words and as data."""

from collections.abc import Callable, Iterable, Iterator, Sequence
from typing import Any

from okrcli.model.finding import Place
from okrcli.model.refused import RefusedEntry
from okrcli.next_step import NextStep, StepKind, StepWords
from okrcli.printable import inert, inert_markdown

MOST_PLACES = 3
"""The most places to name; the check lists all of them."""


def refused_text(
    entries: Sequence[RefusedEntry], words: StepWords, harmless: Callable[[str], str] = inert
) -> str:
    """Return a sentence that says how many *entries* were left out, where, and what that means.

    Args:
        entries: At least one.
        words: How the front end words next steps.
        harmless: Makes a path safe for the format of the sentence.
    """
    places = [f"{harmless(path)}:{line}" for path, line, _ in _places(entries[:MOST_PLACES])]
    if (more := len(entries) - MOST_PLACES) > 0:
        places.append(f"{more:,} more")
    count = f"{len(entries):,} entries with errors are"
    if len(entries) == 1:
        count = "1 entry with an error is"
    where = ", ".join(places[:-1]) + f" and {places[-1]}" if len(places) > 1 else places[0]
    step = words.sentence(NextStep(StepKind.CHECK))
    return f"{count} left out, so numbers may be wrong: {where}. {step}"


def _places(entries: Iterable[RefusedEntry]) -> Iterator[Place]:
    return (entry.place for entry in entries)


def refused_markdown(entries: Sequence[RefusedEntry], words: StepWords) -> Iterator[str]:
    """Yield the same for Markdown, after a blank line."""
    if entries:
        yield ""
        yield f"**{refused_text(entries, words, inert_markdown)}**"


def refused_facts(entries: Sequence[RefusedEntry]) -> list[dict[str, Any]]:
    """Return *entries* for programs; what is unknown about one is null."""
    return [
        {
            "path": entry.place.path,
            "line": entry.place.line,
            "column": entry.place.column,
            "date": entry.day,
            "key_result": entry.key_result,
            "kpi": entry.kpi,
            "segment": entry.segment,
            "code": entry.findings[0].rule.code if entry.findings else None,
            "message": entry.findings[0].message if entry.findings else None,
        }
        for entry in entries
    ]


def refused_part(entries: Sequence[RefusedEntry]) -> dict[str, Any]:
    """Return the part about *entries* of documents for programs."""
    return {"findings": {"refused": len(entries)}, "refused": refused_facts(entries)}
