"""The goalposts of a key result from its title: "Raise NPS from 40 to 60 by 2026-12-31"."""

from collections.abc import Callable, Mapping
from dataclasses import replace
from datetime import date

from okrcli.actions.new.draft import KeyResultDraft
from okrcli.actions.new.title_goals import is_kept, kept_goals, moved_goals, unit_word
from okrcli.checks.titles import Titles
from okrcli.frozen import frozen_dataclass
from okrcli.model.kpi import Kpi
from okrcli.model.plan import Plan
from okrcli.wording.roles.doubts import DOUBTS
from okrcli.wording.titles.statement import Statement, read_statement

_KEPT = "maintain"


@frozen_dataclass
class TitleFields:
    """What a title adds to what was typed.

    Attributes:
        typed: What was typed, completed from the title.
        read: What was read from the title, by option.
        unread: Words of a deadline that mean no certain day.
        doubt: Why no number was read from the title although there are some.
    """

    typed: KeyResultDraft
    read: Mapping[str, str]
    unread: str | None = None
    doubt: str | None = None

    @property
    def remarks(self) -> list[str]:
        """What was read and what was not; one sentence each."""
        lines = []
        if self.doubt:
            lines.append(f"No number is taken from the title. {self.doubt}")
        if self.read:
            values = ", ".join(
                f"{what.replace('_', ' ')} {text}"
                for what, text in self.read.items()
                if what != "unit"
            )
            lines.append(f"Read in the title: {values}.")
        if self.unread:
            lines.append(
                f"'{self.unread}' names no day, so without a date the end of the cycle counts."
            )
        return lines


def understood_in(plan: Plan, typed: KeyResultDraft, today: date) -> TitleFields:
    """Return *typed* completed from its title, read in the workspace's language and words."""
    read = Titles.of(plan.settings, today).read
    return fill_from_title(typed, typed.known_unit(plan), read, plan.kpis_by_id.get(typed.kpi))


def fill_from_title(
    typed: KeyResultDraft,
    unit: str | None,
    read: Callable[[str], Statement] = read_statement,
    kpi: Kpi | None = None,
) -> TitleFields:
    """Return *typed* with goals, unit and due date from its title.

    Args:
        typed: What was typed, which has priority.
        unit: The unit of the values, if known already.
        read: The reader of titles, with the workspace's language and words.
        kpi: The KPI; its direction decides which bound a level to keep is.
    """
    if not typed.is_said_by_title:
        return TitleFields(typed, {})
    statement = read(typed.title)
    said = _fields_in(typed, statement, unit, kpi)
    given = {"unit": typed.unit, "due": typed.due, **typed.goals}
    taken = {what: text for what, text in said.items() if text and not given.get(what)}
    goals = {what: (text,) for what, text in taken.items() if what not in {"unit", "due"}}
    completed = replace(
        typed,
        unit=taken.get("unit", typed.unit),
        due=taken.get("due", typed.due),
        goals={**typed.goals, **goals},
    )
    unread = None if said["due"] or typed.due else statement.deadline
    doubt = DOUBTS[statement.doubt] if statement.doubt else None
    return TitleFields(completed, taken, unread, doubt)


def _fields_in(
    typed: KeyResultDraft, statement: Statement, unit: str | None, kpi: Kpi | None
) -> dict[str, str]:
    """Return what the title says, by option, without what contradicts what was typed."""
    word = unit or unit_word(statement)
    if _is_kept(typed, statement):
        goals = dict(kept_goals(statement, word, kpi))
    else:
        goals = dict(moved_goals(statement, word))
        if typed.goals.get("target") or typed.goals.get("change"):
            goals |= {"target": "", "change": ""}
    has_a_level = any(text for what, text in goals.items() if what != "change")
    due = statement.deadline_date.isoformat() if statement.deadline_date else ""
    return {**goals, "unit": "" if unit or not has_a_level else word, "due": due}


def _is_kept(typed: KeyResultDraft, statement: Statement) -> bool:
    if typed.type == _KEPT:
        return True
    return is_kept(statement) and not typed.type and not any(typed.goals.values())
