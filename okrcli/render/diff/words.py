"""What has moved since a revision, in words; texts of the files in them are not inert yet."""

from collections.abc import Callable, Iterator
from decimal import Decimal
from typing import NamedTuple

from okrcli.compute.rounding import count_text, listed_text, percent_text, short_number, with_unit
from okrcli.render.drawing.style import HEALTHS, PACES, Glyphs
from okrcli.render.story.words import event_text
from okrcli.views.report_diff import ChangedItem, Figures, ItemKind, ReportDiff

_NOUNS = {
    ItemKind.OBJECTIVE: ("objective", None),
    ItemKind.KEY_RESULT: ("key result", None),
    ItemKind.KPI: ("KPI", "KPIs"),
}


def value_move(item: ChangedItem, glyphs: Glyphs) -> str:
    """Return the value before and now, with the unit once; only one where they are the same.

    Where each is in a unit of its own, both are said.
    """
    before, now = _sides(item, _value)
    if item.before and item.now and _unit(item.before) != _unit(item.now):
        return _move(_with_unit(before, item.before), _with_unit(now, item.now), glyphs)
    if now:
        return _with_unit(_move(before, now, glyphs), item.now)
    return _move(_with_unit(before, item.before), now, glyphs)


def progress_move(item: ChangedItem, glyphs: Glyphs) -> str:
    """Return the progress before and now."""
    return _move(*_sides(item, lambda side: _percent(side.progress)), glyphs)


def pace_move(item: ChangedItem, glyphs: Glyphs) -> str:
    """Return the pace, or the health of a KPI, before and now."""
    return _move(*_sides(item, _pace), glyphs)


class ChangeText(NamedTuple):
    """One text about a thing, and whether that changed in silence."""

    text: str
    is_silent: bool = False


def what_changed(item: ChangedItem, glyphs: Glyphs) -> Iterator[ChangeText]:
    """Yield what else there is to say of *item*."""
    before, now = item.before, item.now
    if (before is None or now is None) and not item.events:
        yield ChangeText("new" if before is None else "gone")
    if before and now and before.confidence != now.confidence:
        was, is_now = _number(before.confidence), _number(now.confidence)
        yield ChangeText(f"confidence {_move(was, is_now, glyphs)}")
    for event in item.events:
        yield ChangeText(event_text(event, glyphs), event.is_silent)


def heading(diff: ReportDiff) -> str:
    """Return what is compared with what."""
    return f"{diff.cycle} as of {diff.day}, since {diff.revision} ({diff.commit[:8]}, {diff.made})"


def uncompared_text(diff: ReportDiff) -> str:
    """Return which files could not be compared; empty for none."""
    if not diff.uncompared:
        return ""
    return f"Not compared, because of errors: {listed_text(diff.uncompared)}."


def unchanged_text(diff: ReportDiff) -> str:
    """Return how many things are as they were; empty where none is."""
    counts = [
        count_text(diff.unchanged[kind], *_NOUNS[kind])
        for kind in ItemKind
        if diff.unchanged.get(kind)
    ]
    return f"As they were: {', '.join(counts)}." if counts else ""


def _sides(item: ChangedItem, part: Callable[[Figures], str]) -> tuple[str, str]:
    before, now = (part(side) if side else "" for side in (item.before, item.now))
    return before, now


def _move(before: str, now: str, glyphs: Glyphs) -> str:
    if before == now:
        return now
    return f"{before or glyphs.none} {glyphs.arrow} {now or glyphs.none}"


def _value(figures: Figures) -> str:
    if figures.words is not None:
        return figures.words
    return "" if figures.value is None else short_number(figures.value)


def _unit(figures: Figures) -> str | None:
    return None if figures.value is None else figures.unit


def _with_unit(text: str, figures: Figures | None) -> str:
    has_unit = figures is not None and figures.value is not None
    return with_unit(text, figures.unit) if figures and has_unit else text


def _percent(share: Decimal | None) -> str:
    return "" if share is None else percent_text(share)


def _pace(figures: Figures) -> str:
    if figures.pace is not None:
        return PACES[figures.pace].word
    return HEALTHS[figures.health].word if figures.health else ""


def _number(number: int | None) -> str:
    return "" if number is None else str(number)
