"""Finds the segment of a KPI that a text means."""

from collections.abc import Sequence

from okrcli.printable import inert_value
from okrcli.sources.base import Refusal, suggestion_for
from okrcli.sources.headers import plain


def segment_of(text: str, segments: Sequence[str]) -> str | Refusal:
    """Return which of *segments* is meant by *text*, ignoring case and odd spaces."""
    known = {plain(segment): segment for segment in segments}
    return known.get(plain(text)) or Refusal(_unknown(text, segments))


def _unknown(text: str, segments: Sequence[str]) -> str:
    if not segments:
        return f'There is no segment "{inert_value(text)}": the KPI has none.'
    ask = suggestion_for(text, segments) or f"there are {', '.join(segments)}."
    return f'There is no segment "{inert_value(text)}": {ask}'
