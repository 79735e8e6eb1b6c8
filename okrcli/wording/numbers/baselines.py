"""The number a title starts from when it stands alone: "(currently 45 %)", "up from 12"."""

from collections.abc import Sequence
from typing import Final

from okrcli.wording.numbers.figures import Figure
from okrcli.wording.numbers.pairs import are_comparable, in_one_unit
from okrcli.wording.patterns import pattern
from okrcli.wording.titles.title_context import (
    Noted,
    Reading,
    Scene,
    compare,
    signed,
    unit_or_count,
)

_NOW: Final = pattern(
    r"\b(?:currently|current|today|now|baseline|up from|down from|from|was|were|presently|atm"
    r"|actual(?:mente|es)?|hoy|ahora|desde|linea base|base|antes|era|partiendo)\b"
    r"|(?<!\w)(?:текущ\w+|сейчас|сегодня|было|был[аи]?|базов\w+|исходн\w+|на данный момент|факт"
    r"|с|со)(?!\w)"
)
_NOW_BEHIND: Final = pattern(
    r"\s*(?:\w+\s+)?(?:currently|today|now|at present|at the moment|baseline"
    r"|actual(?:mente|es)?|hoy|ahora|(?:на\s+)?(?:сейчас|сегодня|текущ\w+|данный момент))(?!\w)"
)
_PAST: Final = pattern(
    r"\b(?:last|previous|prior|past)\s+(?:quarter|year|month|week|q|cycle|half)|\bprev\b|\bq[1-4]\b"
    r"|\b(?:trimestre|año|mes|semestre|ciclo|periodo)\s+(?:anterior|pasado)|\bvs\b|\bversus\b"
    r"|(?<!\w)(?:прошл|предыдущ)\w+"
)
_UP_FROM: Final = pattern(r"(?:\b(?:up|down)\s+from|,\s*(?:from|desde|с|от))(?:\s+\w+){0,3}\s*\W?$")
_REACH_BACK: Final = 40


def find_baseline(noted: Sequence[Noted], scene: Scene) -> Noted | None:
    """Return the figure that says where things stand now, if one does."""
    return next((each for each in noted if _is_baseline(each, noted, scene)), None)


def _is_baseline(each: Noted, noted: Sequence[Noted], scene: Scene) -> bool:
    if each.figure.sign == "+":
        return False
    if each.bracket:
        return len(noted) > 1 and _is_bracketed_baseline(each, noted, scene)
    if _NOW_BEHIND.match(scene.flat, each.figure.end):
        return len(noted) > 1
    if each.role == "now":
        return len(noted) > 1 or scene.changes
    return each.role == "from" and _is_stated_start(each, noted, scene)


def _is_bracketed_baseline(each: Noted, noted: Sequence[Noted], scene: Scene) -> bool:
    """Tell "(currently 45 %)" from "(+50 %)" and "(last quarter: 12)"."""
    figure, flat = each.figure, scene.flat
    inside = [other for other in noted if other.bracket == each.bracket]
    opening = max(flat.rfind("(", 0, figure.start), flat.rfind("[", 0, figure.start))
    before = flat[opening : figure.start]
    if inside[0] is not each or _PAST.search(before):
        return False
    return bool(_NOW.search(before) or _NOW_BEHIND.match(flat, figure.end))


def _is_stated_start(each: Noted, noted: Sequence[Noted], scene: Scene) -> bool:
    """Tell "to 60, from 40" and "increase … from $2M" from "feedback from 50 customers"."""
    start = each.figure.start
    if _UP_FROM.search(scene.flat, max(0, start - _REACH_BACK), start):
        return len(noted) > 1
    if scene.language == "ru":
        return False
    return scene.changes and (noted[0] is each or noted[0].role == "by")


def in_unit_of(baseline: Noted | None, rest: list[Noted]) -> list[Noted]:
    """Return those of *rest* that are in the unit of the baseline, or all when none is."""
    if baseline is None or baseline.figure.unit is None:
        return rest
    return [each for each in rest if each.figure.unit == baseline.figure.unit] or rest


def with_baseline(reading: Reading, baseline: Noted | None) -> Reading:
    """Return the reading with its baseline, both values in one unit."""
    if baseline is None or baseline.figure.value is None:
        return reading
    start = baseline.figure
    if reading.to is None:
        unit = reading.unit or unit_or_count(start)
        return reading._replace(from_=signed(start, baseline.figure.value), unit=unit)
    goal = Figure(reading.to, reading.unit if reading.unit != "count" else None, 0, 0)
    if not are_comparable(start.unit, goal.unit):
        return reading
    from_, to, unit = in_one_unit(start, goal)
    from_ = signed(start, from_)
    return reading._replace(
        from_=from_,
        to=to,
        by=None,
        by_kind=None,
        unit=unit or reading.unit,
        direction=compare(from_, to),
    )
