"""The goals in a title, as somebody would type them."""

import re
from collections.abc import Mapping
from decimal import Decimal
from typing import Final

from okrcli.compute.rounding import number_text
from okrcli.model.kpi import Kpi
from okrcli.wording.numbers.durations import in_unit, read_duration
from okrcli.wording.numbers.parse import unit_of
from okrcli.wording.roles.losses import speaks_of_a_loss
from okrcli.wording.titles.statement import Statement

_WORDS: Final = re.compile(r"[^\W\d_]+|[%$€₽£]")
_CLOCK: Final = re.compile(r"(?<![\d:])\d{1,3}(?::[0-5]\d){1,2}(?![\d:])")
_CHANGES: Final = {"relative": "%", "points": "pp", "absolute": ""}
_BOUND_OF_A_KPI: Final = {"up": "min", "down": "max"}
_NO_WORDS: Final = frozenset({None, "count", "x"})


def is_kept(statement: Statement) -> bool:
    """Return whether a title is about keeping something: a verb like *keep*, or only a bound.

    "Fewer than 3 outages a quarter" has no baseline that it could start from.
    """
    if statement.verb_class == "keep":
        return True
    is_a_state = statement.verb is None and statement.verb_class == "reach"
    level = statement.to is not None and statement.bound is not None
    return is_a_state and level and statement.from_ is None


def kept_goals(statement: Statement, word: str, kpi: Kpi | None) -> Mapping[str, str]:
    """Return the bounds of what is kept; none if nothing says which end a number is."""
    if statement.range is not None:
        low, high = (_number(end, statement, word) for end in statement.range)
        return {"at_least": low, "at_most": high}
    bound = statement.bound or (_BOUND_OF_A_KPI.get(str(kpi.direction)) if kpi else None)
    if statement.to is None or bound is None:
        return {}
    text = _number(statement.to, statement, word)
    return {"at_least": text} if bound == "min" else {"at_most": text}


def moved_goals(statement: Statement, word: str) -> Mapping[str, str]:
    """Return the baseline, and the target or the change."""
    baseline, goal = statement.from_, statement.to
    target = "" if goal is None else _number(goal, statement, word)
    if statement.range is not None:
        target = "..".join(number_text(end) for end in statement.range)
    return {
        "baseline": "" if baseline is None else _number(baseline, statement, word),
        "target": target,
        "change": "" if target else _change(statement),
    }


def unit_word(statement: Statement) -> str:
    """Return the unit as the title writes it, with the period of a rate.

    Empty for a bare number and for a count of things.
    """
    word = _measured_in(statement)
    if statement.per is None:
        return word
    return f"{word}/{statement.per}" if word else f"per {statement.per}"


def _measured_in(statement: Statement) -> str:
    if statement.unit in _NO_WORDS:
        return ""
    words = _WORDS.findall(statement.text)
    return next((word for word in words if unit_of([word]) == statement.unit), statement.unit or "")


def _number(value: Decimal, statement: Statement, word: str) -> str:
    """Return a number with the unit in the title, which the caller compares with its own.

    A rate has only the unit of the key result.
    """
    if word != (said := _measured_in(statement)) and (clock := _clock_of(statement, value)):
        return clock  # what 4:30 means, the unit of what is measured decides
    if statement.per is not None:
        return number_text(value)
    return " ".join(filter(None, (number_text(value), said or word)))


def _clock_of(statement: Statement, value: Decimal) -> str | None:
    """Return *value* as on a clock if the title has it so; `None` if it is in words."""
    clocks = _CLOCK.findall(statement.text) if statement.unit == "seconds" else ()
    for clock in clocks:
        length = read_duration(clock, "minutes")
        if length and in_unit(length, "seconds") == value:
            return str(clock)
    return None


def _change(statement: Statement) -> str:
    if statement.by is None or statement.direction not in {"increase", "decrease"}:
        return ""
    rises = statement.direction == "increase"
    below = statement.from_ is not None and statement.from_ < 0
    if below and speaks_of_a_loss(statement.flat):
        rises = not rises  # a loss of -200 that is cut by half is -100
    sign = "+" if rises else "-"
    return f"{sign}{number_text(statement.by)}{_CHANGES[statement.by_kind or 'absolute']}"
