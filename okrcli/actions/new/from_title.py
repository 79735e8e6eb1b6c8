"""The goalposts of a key result as its title says them: "Raise NPS from 40 to 60 by 2026-12-31"."""

import re
from collections.abc import Mapping
from dataclasses import dataclass, replace
from datetime import date
from typing import Any

from okrcli.actions.new.draft import Typed
from okrcli.compute.rounding import number_text
from okrcli.wording.numbers.parse import unit_of
from okrcli.wording.titles.statement import Statement, read_statement

_ISO = re.compile(r"(?<!\d)(\d{4})-(\d{2})-(\d{2})(?!\d)")
_DOTTED = re.compile(r"(?<!\d)(\d{1,2})\.(\d{1,2})\.(\d{4})(?!\d)")
_WORDS = re.compile(r"[^\W\d_]+|[%$€₽£]")
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
                f"'{self.unread}' names no day: say it with --due, or the cycle's end counts."
            )
        return lines


def understood(typed: Typed, unit: str | None) -> Understood:
    """Return *typed* with what its title says of baseline, target, change, unit and due date.

    Args:
        typed: What was typed; it comes before what the title says.
        unit: Of what is measured, where that is known already.
    """
    if typed.type not in {"", "metric"} or typed.at_least or typed.at_most or typed.steps:
        return Understood(typed, {})
    statement = read_statement(typed.title)
    word = unit or _unit_word(statement)
    said = {
        "baseline": _amount(statement, "from_", word),
        "target": _amount(statement, "to", word),
        "change": _change(statement) if statement.to is None else "",
        "unit": "" if unit else word,
    }
    if typed.target or typed.change:
        said = {**said, "target": "", "change": ""}
    if not said["baseline"] and not said["target"]:
        said["unit"] = ""
    said["due"] = _day(statement.deadline or "")
    read = {what: text for what, text in said.items() if text and not getattr(typed, what)}
    unread = None if said["due"] or typed.due else statement.deadline
    values: dict[str, Any] = {**read}
    return Understood(replace(typed, **values), read, unread)


def _amount(statement: Statement, end: str, word: str) -> str:
    """Return a number with the unit that the title says, which the caller compares with its own."""
    value = getattr(statement, end)
    if value is None:
        return ""
    said = _unit_word(statement)
    return " ".join(filter(None, (number_text(value), said or word)))


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
