"""Signs of the baseline in a title: "(currently 45 %)", "up from 12", "instead of 9"."""

from collections.abc import Iterator, Sequence
from typing import Final

from okrcli.wording.patterns import pattern, signed_pattern
from okrcli.wording.roles.role import Vote
from okrcli.wording.roles.title_context import CuedFigure, TitleContext

_NOW: Final = pattern(
    r"\b(?:currently|current|today|now|baseline|up from|down from|from|was|were|presently|atm"
    r"|(?:we're|we are|we stand|stands|standing) at"
    r"|actual(?:mente|es)?|hoy|ahora|desde|linea base|base|antes|era|partiendo|estamos en)\b"
    r"|(?<!\w)(?:текущ\w+|сейчас|сегодня|было|был[аи]?|базов\w+|база|исходн\w+|на данный"
    r" момент|факт"
    r"|нынешн\w+|сегодняшн\w+|с|со)(?!\w)"
)
_NOW_BEHIND: Final = pattern(
    r"\s*(?:\w+\s+)?(?:currently|today|now|at present|at the moment|baseline"
    r"|at (?:the )?(?:start|beginning)|al? (?:inicios?|principios?|comienzos?)|в начале"
    r"|actual(?:mente|es)?|hoy|ahora|(?:на\s+)?(?:сейчас|сегодня|текущ\w+|данный момент))(?!\w)"
)
_NOT_TODAY: Final = pattern(r"\s*\w*\s*(?:now|today|hoy)\s+(?:and|to|y|al?)\s")
_PAST: Final = pattern(
    r"\b(?:last|previous|prior|past)\s+(?:quarter|year|month|week|q|cycle|half)|\bprev\b|\bq[1-4]\b"
    r"|\b(?:trimestre|año|mes|semestre|ciclo|periodo)\s+(?:anterior|pasado)|\bvs\b|\bversus\b"
    r"|(?<!\w)(?:прошл|предыдущ)\w+"
)
_AGAINST: Final = pattern(r"\b(?:vs|versus|frente a|contra|against|compared to|compared with)\b")
_UP_FROM: Final = signed_pattern(
    "up|down|,", r"(?:\b(?:up|down)\s+from|,\s*(?:from|desde|с|от))(?:\s+\w+){0,3}\s*\W?$"
)
_WITH_TODAYS: Final = signed_pattern(
    "today's|current|actual|нынешн|текущ|сегодняшн",
    r"(?:\bfrom\s+(?:the\s+|our\s+)?(?:today's|current)|\bdesde\s+(?:el\s+|los\s+|las\s+)?(?:actual|actuales)"
    r"|(?<!\w)(?:с|со|от)\s+(?:нынешн|текущ|сегодняшн)\w+)\s+\W?$",
)
_INSTEAD_OF: Final = signed_pattern(
    "instead|rather|vez|lugar|вместо|а не",
    r"(?:\b(?:instead of|rather than|en vez de|en lugar de)|(?<!\w)(?:вместо|а не))"
    r"\s+(?:the\s+|los\s+|las\s+)?(?:current\s+|today's\s+)?$",
)
_TODAY_BEFORE: Final = signed_pattern(
    "today's|current|we|estamos|actual",
    r"\b(?:today's|current|we're at|we are at|hoy estamos en|estamos en|actual de)\s+"
    r"(?:\w+\s+){0,2}\W?$",
)
_REACH_BACK: Final = 45


def votes_for_a_start(
    candidate: CuedFigure, noted: Sequence[CuedFigure], context: TitleContext
) -> Iterator[Vote]:
    """Yield the reasons to read a quantity as the baseline."""
    if candidate.figure.sign == "+" or candidate.figure.range:
        return
    beside = len(noted) > 1
    start = candidate.figure.start
    if candidate.bracket:
        if beside and _is_bracketed_baseline(candidate, noted, context):
            yield Vote("from", 6, "it is the current value, in brackets")
        return
    if beside and _NOW_BEHIND.match(context.flat, candidate.figure.end):
        yield Vote("from", 6, "the words after it say that it is the current value")
    if candidate.cue == "now" and (beside or context.changes):
        yield Vote("from", 6, "the words before it say that it is the current value")
    back = max(0, start - _REACH_BACK)
    for mark, because in _MARKS:
        if beside and mark.search(context.flat, back, start):
            yield Vote("from", 6, because)
    if candidate.cue == "from" and context.language != "ru" and context.changes:
        first = noted[0] is candidate or noted[0].cue in {"by", "un", "on"}
        if first:
            yield Vote("from", 5, "it follows 'from' and a verb of change")


_MARKS: Final = (
    (_UP_FROM, "it follows 'up from'"),
    (_WITH_TODAYS, "it follows 'from today's'"),
    (_INSTEAD_OF, "it follows 'instead of'"),
    (_TODAY_BEFORE, "the words before it say that it is the current value"),
)


def _is_bracketed_baseline(
    candidate: CuedFigure, noted: Sequence[CuedFigure], context: TitleContext
) -> bool:
    """Tell "(currently 45 %)" from "(+50 %)" and "(last quarter: 12)"."""
    figure, flat = candidate.figure, context.flat
    inside = [other for other in noted if other.bracket == candidate.bracket]
    opening = max(flat.rfind("(", 0, figure.start), flat.rfind("[", 0, figure.start))
    before = flat[opening : figure.start]
    now_behind = _NOW_BEHIND.match(flat, figure.end) is not None
    if inside[0] is not candidate:
        return False
    if _AGAINST.search(before):
        return now_behind
    return not _PAST.search(before) and (now_behind or _NOW.search(before) is not None)
