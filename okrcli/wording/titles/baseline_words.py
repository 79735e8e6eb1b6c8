"""Baselines without a number: "weekly (from monthly)", "(currently none)"."""

from typing import Final

from okrcli.wording.patterns import pattern
from okrcli.wording.roles.title_context import Reading
from okrcli.wording.titles.frequencies import baseline_of_frequencies

_IN_BRACKETS: Final = pattern(
    r"[(\[]\s*(?:currently|today|now|baseline|was|were|current|actualmente|actual|hoy|ahora"
    r"|linea base|antes"
    r"|сейчас|сегодня|текущ\w+|было|база)\s*[:=–-]?\s*([^()\[\]\d]{2,60}?)\s*[)\]]"
)


def find_baseline_in_words(text: str, flat: str, reading: Reading) -> str | None:
    """Return the words of a title that state its baseline, if no number does."""
    if reading.from_ is not None:
        return None
    match = _IN_BRACKETS.search(flat)
    span = match.span(1) if match else baseline_of_frequencies(flat)
    return text[slice(*span)] if span else None
