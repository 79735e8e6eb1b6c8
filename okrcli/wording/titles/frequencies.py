"""How often something is done, in words: "weekly instead of monthly", "de anual a mensual"."""

from typing import Final

from okrcli.wording.languages.lexicon import Direction
from okrcli.wording.patterns import pattern

_TIMES_A_YEAR: Final = {
    "hourly": 8760,
    "daily": 365,
    "diari": 365,
    "ежедневн": 365,
    "weekly": 52,
    "semanal": 52,
    "еженедельн": 52,
    "biweekly": 26,
    "fortnightly": 26,
    "quincenal": 26,
    "monthly": 12,
    "mensual": 12,
    "ежемесячн": 12,
    "quarterly": 4,
    "trimestral": 4,
    "ежеквартальн": 4,
    "annual": 1,
    "yearly": 1,
    "anual": 1,
    "ежегодн": 1,
}
_WORDS: Final = "|".join(sorted(_TIMES_A_YEAR, key=len, reverse=True))
_FROM_TO: Final = pattern(
    rf"(?:\b(?:from|de)|(?<!\w)(?:с|от))\s+(?:[^\W\d_]+\s+)?({_WORDS})\w*\s+(?:\w+\s+)?(?:to|a|до|к|на)\s+({_WORDS})"
)
_TO_FROM: Final = pattern(
    rf"(?<!\w)({_WORDS})\w*[\s,(]+(?:up\s+)?(?:from|instead of|rather than|was|previously"
    rf"|currently|now|antes|hoy|actualmente|en vez de|en lugar"
    rf" de|vs\.?"
    rf"|вместо|а не|ранее|раньше|сейчас|было)\s+(?:de\s+)?({_WORDS})"
)


def way_of_frequencies(flat: str) -> Direction | None:
    """Return the direction if flattened text says to do something more often, or less often."""
    match = _FROM_TO.search(flat)
    if match:
        return _compare(match[1], match[2])
    match = _TO_FROM.search(flat)
    return _compare(match[2], match[1]) if match else None


def baseline_of_frequencies(flat: str) -> tuple[int, int] | None:
    """Return the position of the frequency from which flattened text starts."""
    there, back = _FROM_TO.search(flat), _TO_FROM.search(flat)
    if there is None and back is None:
        return None
    start, end = there.span(1) if there else back.span(2)  # type: ignore[union-attr]  # one is there
    while flat[end : end + 1].isalpha():
        end += 1
    return start, end


def _compare(before: str, after: str) -> Direction | None:
    now, then = _TIMES_A_YEAR[before], _TIMES_A_YEAR[after]
    if now == then:
        return None
    return "increase" if then > now else "decrease"
