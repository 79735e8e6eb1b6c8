"""`okr improve open` at the terminal: asks for what the command line left out."""

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from typing import TypeVar, get_args

from okrcli.actions.records import parse_record
from okrcli.cli.improve.input import PlanInput
from okrcli.cli.messages import remark
from okrcli.cli.prompts import ask, ask_until, required
from okrcli.compute.reports.key_result_report import Standing
from okrcli.errors import UsageError
from okrcli.model.improvement import Action, CauseType
from okrcli.model.kpi import Kpi
from okrcli.model.plan import Plan

CAUSES: tuple[str, ...] = get_args(CauseType)

_Answer = TypeVar("_Answer")


@dataclass(frozen=True, slots=True)
class PlanParts:
    """The parts of a plan; `None` or empty as long as they are not known."""

    cause: str | None = None
    why: str | None = None
    goal: Decimal | None = None
    by: date | None = None
    actions: tuple[Action, ...] = ()

    @property
    def missing(self) -> tuple[str, ...]:
        """The options that would give what is not known."""
        parts = {
            "--cause": self.cause,
            "--why": self.why,
            "--goal": self.goal,
            "--by": self.by,
            "--action": self.actions or None,
        }
        return tuple(option for option, part in parts.items() if part is None)


def kpi_asked(plan: Plan, standing: Standing) -> Kpi:
    """Return the KPI that is answered; those in breach are offered."""
    breached = [each.id for each in standing.kpis.values() if each.health == "breach"]
    if breached:
        remark(f"In breach: {', '.join(breached)}")
    return ask_until("Which KPI shall improve?", lambda text: plan.kpi(required(text)))


def asked(parts: PlanParts, reader: PlanInput, owner: str | None) -> PlanParts:
    """Return *parts* with the answers for those that are not known.

    Args:
        parts: What the command line said.
        reader: Judges the answers.
        owner: Who does the actions, unless somebody else is named.
    """
    unit = f", in {reader.kpi.unit}" if reader.kpi.unit else ""
    return PlanParts(
        cause=_known(parts.cause, f"What kind of cause? ({', '.join(CAUSES)})", _cause),
        why=_known(parts.why, "What is the cause, in a sentence?", required),
        goal=_known(parts.goal, f"Which value shall it reach{unit}?", reader.goal),
        by=_known(parts.by, "Until when? (YYYY-MM-DD)", reader.until),
        actions=parts.actions or tuple(_actions(reader, owner or "")),
    )


def _known(part: _Answer | None, question: str, read: Callable[[str], _Answer]) -> _Answer:
    return ask_until(question, read) if part is None else part


def _cause(text: str) -> str:
    fitting = [each for each in CAUSES if text and each.startswith(text.casefold())]
    if len(fitting) != 1:
        raise UsageError(f"Write one of {', '.join(CAUSES)}.")
    return fitting[0]


def _actions(reader: PlanInput, owner: str) -> Iterable[Action]:
    title = ask_until("What will be done? The first action", required)
    while title:
        fields = {
            "title": title,
            "owner": ask_until("  By whom?", lambda text: reader.person(text, "It"), owner),
            "due": ask_until("  Until when? (YYYY-MM-DD)", reader.due),
        }
        yield parse_record(Action, fields)
        title = ask("The next action [Enter: that is all]")
