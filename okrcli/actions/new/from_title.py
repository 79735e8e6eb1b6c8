"""The goalposts of a key result as its title says them: "Raise NPS from 40 to 60 by 2026-12-31"."""

import re
from collections.abc import Mapping
from dataclasses import dataclass, replace
from datetime import date
from decimal import Decimal

from okrcli.actions.new.draft import Typed
from okrcli.compute.rounding import number_text
from okrcli.wording.numbers.durations import in_unit, read_duration
from okrcli.wording.numbers.parse import unit_of
from okrcli.wording.titles.statement import Statement, read_statement

_ISO = re.compile(r"(?<!\d)(\d{4})-(\d{2})-(\d{2})(?!\d)")
_DOTTED = re.compile(r"(?<!\d)(\d{1,2})\.(\d{1,2})\.(\d{4})(?!\d)")
_WORDS = re.compile(r"[^\W\d_]+|[%$€₽£]")
_CLOCK = re.compile(r"(?<![\d:])\d{1,3}(?::[0-5]\d){1,2}(?![\d:])")
_CHANGES = {"relative": "%", "points": "pp", "absolute": ""}


@dataclass(frozen=True, slots=True)
class Understood:
    """What a title said beside what was typed.

    Attributes:
        typed: With what the title says, where nothing else was typed.
        read: What was taken from the title, by option.
        unread: Words that say until when, but name no day.
    """

    typed: Typed
    read: Mapping[str, str]
    unread: str | None = None

    @property
    def told(self) -> list[str]:
        """What was read and what was not, in whole sentences."""
        lines = []
        if self.read:
            values = ", ".join(
                f"{what} {text}" for what, text in self.read.items() if what != "unit"
            )
            lines.append(f"Read in the title: {values}.")
        if self.unread:
            lines.append(
                f"'{self.unread}' names no day, so without a date the end of the cycle counts."
            )
        return lines


def understood(typed: Typed, unit: str | None) -> Understood:
    """Return *typed* with what its title says of baseline, target, change, unit and due date.

    Args:
        typed: What was typed; it comes before what the title says.
        unit: Of what is measured, where that is known already.
    """
    if not typed.is_said_by_title:
        return Understood(typed, {})
    statement = read_statement(typed.title)
    word = unit or _unit_word(statement)
    said = {
        "baseline": _amount(statement, "from_", word),
        "target": _amount(statement, "to", word),
        "change": _change(statement) if statement.to is None else "",
        "unit": "" if unit else word,
    }
    if typed.goals.get("target") or typed.goals.get("change"):
        said = {**said, "target": "", "change": ""}
    if not said["baseline"] and not said["target"]:
        said["unit"] = ""
    said["due"] = _day(statement.deadline or "")
    given = {"unit": typed.unit, "due": typed.due, **typed.goals}
    read = {what: text for what, text in said.items() if text and not given.get(what)}
    unread = None if said["due"] or typed.due else statement.deadline
    goals = {what: (text,) for what, text in read.items() if what not in {"unit", "due"}}
    completed = replace(
        typed,
        unit=read.get("unit", typed.unit),
        due=read.get("due", typed.due),
        goals={**typed.goals, **goals},
    )
    return Understood(completed, read, unread)


def _amount(statement: Statement, end: str, word: str) -> str:
    """Return a number with the unit that the title says, which the caller compares with its own."""
    value = getattr(statement, end)
    if value is None:
        return ""
    if word != (said := _unit_word(statement)) and (clock := _clock_of(statement, value)):
        return clock  # what 4:30 means, the unit of what is measured decides
    return " ".join(filter(None, (number_text(value), said or word)))


def _clock_of(statement: Statement, value: Decimal) -> str | None:
    """Return *value* as the title has it on a clock; `None` where it has it in words."""
    clocks = _CLOCK.findall(statement.text) if statement.unit == "seconds" else ()
    for clock in clocks:
        length = read_duration(clock, "minutes")
        if length and in_unit(length, "seconds") == value:
            return str(clock)
    return None


def _unit_word(statement: Statement) -> str:
    """Return the unit as the title writes it; empty for a bare number and for a count of things."""
    if statement.unit in {None, "count", "x"}:
        return ""
    words = _WORDS.findall(statement.text)
    return next((word for word in words if unit_of([word]) == statement.unit), statement.unit or "")


def _change(statement: Statement) -> str:
    if statement.by is None or statement.direction not in {"increase", "decrease"}:
        return ""
    sign = "+" if statement.direction == "increase" else "-"
    return f"{sign}{number_text(statement.by)}{_CHANGES[statement.by_kind or 'absolute']}"


def _day(text: str) -> str:
    """Return the day that *text* names in digits; empty where words would have to be guessed."""
    if iso := _ISO.search(text):
        parts = [int(part) for part in iso.groups()]
    elif dotted := _DOTTED.search(text):
        parts = [int(part) for part in reversed(dotted.groups())]
    else:
        return ""
    try:
        return date(*parts).isoformat()
    except ValueError:
        return ""
