"""What needs attention, in words."""

from collections.abc import Sequence
from itertools import groupby

from okrcli.compute.reports.report import Attention
from okrcli.compute.rounding import count_text
from okrcli.render.drawing.style import CONCERNS


def by_ref(attention: Sequence[Attention]) -> list[tuple[Attention, ...]]:
    """Return the concerns of each reference together, in the order of its most urgent one."""
    order = {each.ref: number for number, each in reversed(list(enumerate(attention)))}
    ranked = sorted(attention, key=lambda each: order[each.ref])
    return [tuple(group) for _, group in groupby(ranked, key=lambda each: each.ref)]


def why_text(item: Sequence[Attention]) -> str:
    """Return why *item*, the concerns of one reference, needs attention."""
    return ", ".join(map(_why, item))


def _why(attention: Attention) -> str:
    word = CONCERNS[attention.concern].word
    if attention.days is None:
        return word
    return f"{word} ({count_text(attention.days, 'day')})"
