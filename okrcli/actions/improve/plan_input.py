"""Parses what is typed for an improvement plan: goal, dates, people and actions."""

from datetime import date
from decimal import Decimal

from okrcli.actions.checkin.entries import require_possible
from okrcli.actions.days import day_of
from okrcli.actions.identity import person_id
from okrcli.actions.records import parse_record
from okrcli.compute.amounts import amount_of
from okrcli.compute.better import gain
from okrcli.compute.kpis.standard import target_of_kpi
from okrcli.compute.reports.report import KpiReport
from okrcli.compute.rounding import full_number, short_number
from okrcli.errors import UsageError
from okrcli.frozen import frozen_dataclass
from okrcli.model.improvement import Action
from okrcli.model.kpi import Kpi
from okrcli.model.settings import Settings

BETWEEN = ";"


@frozen_dataclass
class PlanInput:
    """Parses what is typed for a plan for *kpi*.

    Attributes:
        report: The KPI as of today.
        settings: Know the people.
    """

    kpi: Kpi
    report: KpiReport
    settings: Settings
    today: date

    def goal(self, text: str) -> Decimal:
        """Return the goal's value.

        Raises:
            UsageError: It is not a number, not possible, or not better than the current value.
        """
        goal = amount_of(text, self.kpi.unit)
        require_possible(self.kpi, goal)
        now = self.report.value
        if now is not None and not _is_better(self.kpi, goal, now):
            raise UsageError(
                f"A goal of {full_number(goal)} is no better than the value now: {self.kpi.id} is"
                f" at {short_number(now)}, and {_good(self.kpi)}.",
                "Aim at a better value.",
            )
        return goal

    def until(self, text: str) -> date:
        """Return the goal's deadline.

        Raises:
            UsageError: It is not a date, or not in the future.
        """
        day = day_of(text)
        if day <= self.today:
            raise UsageError(f"The goal's date, {day}, is not after today, {self.today}.")
        return day

    def person(self, text: str) -> str:
        """Return the id of a person who may own things.

        Raises:
            UsageError: It is not the id of a person.
        """
        return person_id(text, self.settings)

    def due(self, text: str) -> date:
        """Return an action's deadline.

        Raises:
            UsageError: It is not a date, or in the past.
        """
        day = day_of(text)
        if day < self.today:
            raise UsageError(f"The action's date, {day}, is in the past: today is {self.today}.")
        return day

    def action(self, text: str) -> Action:
        """Return the action in `TITLE; OWNER; DATE`; the title may contain `;`.

        Raises:
            UsageError: Something is missing or wrong.
        """
        parts = [part.strip() for part in text.rsplit(BETWEEN, 2)]
        if len(parts) != 3 or not all(parts):
            raise UsageError(
                f"'{text}' is not an action.",
                "Write it as 'TITLE; OWNER; DATE', as in 'Train the night shift; ana; 2026-12-01'.",
            )
        title, owner, day = parts
        who = self.person(owner)
        return parse_record(Action, {"title": title, "owner": who, "due": self.due(day)})


def _is_better(kpi: Kpi, goal: Decimal, now: Decimal) -> bool:
    """Return whether *goal* is better; without a direction, any other value counts as better."""
    won = gain(kpi.direction, target_of_kpi(kpi), now, goal)
    return goal != now if won is None else won > 0


def _good(kpi: Kpi) -> str:
    """Return which values of *kpi* are better, in words."""
    if kpi.direction == "range":
        return "nearer to its target is better"
    words = {"up": "higher is better", "down": "lower is better"}
    return words.get(kpi.direction or "", "a plan has to lead to another value")
