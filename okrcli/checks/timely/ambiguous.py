"""T503: a deadline in words means exactly one day."""

from collections.abc import Iterator
from dataclasses import replace
from typing import Final

from okrcli.checks.context import CheckContext
from okrcli.checks.example_texts import key_result_text, objective_text
from okrcli.checks.rule import Example, Rule
from okrcli.checks.subjects import KeyResultSubject
from okrcli.checks.timely.spoken import MONTHS_IN, SpokenDeadline, days_in, days_within, read_spoken
from okrcli.model.cycle import Cycle
from okrcli.model.finding import Finding, RuleId, Severity
from okrcli.model.plan import Plan
from okrcli.model.settings import Language

_AMBIGUOUS_DATE = RuleId("T503", "ambiguous-date", Severity.ERROR)
_LONG_BOXES: Final = frozenset({"quarter", "trimester", "half", "year"})


def ambiguous_dates(context: CheckContext) -> Iterator[Finding]:
    """Find deadlines in titles that may mean several days, if no `due` says which.

    In a workspace with only one cycle there is less to confuse: then it is a warning.
    """
    has_several_cycles = len(context.plan.cycles) > 1
    for subject in context.key_results_in_focus:
        words, cycle = context.title_of(subject).deadline, subject.cycle
        if words is None or cycle is None or subject.key_result.due is not None:
            continue
        said = read_spoken(words, context.title_of(subject).lang)
        if said.year is not None and not said.is_fiscal:
            continue  # it names a day; whether it is the right one is rule M208's question
        if not _is_clear(said, cycle, context.plan):
            by_default = f"; it is due {cycle.end}" if cycle.end else ""
            message = f"'{words}' in the title of {subject.ref} can mean several days{by_default}."
            yield _finding(
                subject, message, Severity.ERROR if has_several_cycles else Severity.WARNING
            )
        elif has_several_cycles and said.box in _LONG_BOXES:
            message = (
                f"'{words}' in the title of {subject.ref} names no year; it is due {cycle.end}."
            )
            yield _finding(subject, message, Severity.INFO)


def _finding(subject: KeyResultSubject, message: str, severity: Severity) -> Finding:
    hint = "Write the day as `due:`, and leave it out of the title."
    return replace(subject.finding(_AMBIGUOUS_DATE, message, hint, "due"), severity=severity)


def _is_clear(said: SpokenDeadline, cycle: Cycle, plan: Plan) -> bool:
    """Return whether the words can only mean the last day of *cycle*, or one day in it."""
    if said.is_fiscal and "fiscal_start_month" not in plan.settings.calendar.model_fields_set:
        return False
    if cycle.end is None or said == SpokenDeadline():
        return said == SpokenDeadline()
    if said.is_relative:
        return said.months is not None and said.months == _months(cycle)
    if said.box and said.number is None:
        return MONTHS_IN[said.box] == _months(cycle) or _ends_with(said, cycle)
    if said.box == "month":
        return days_within(said, cycle) is not None
    days = days_in(said, cycle.end.year)
    return days is None or days.last == cycle.end


def _months(cycle: Cycle) -> int | None:
    """Return how many whole months a cycle has; `None` if it is open-ended."""
    return None if cycle.end is None else round(((cycle.end - cycle.start).days + 1) / 30.44)


def _ends_with(said: SpokenDeadline, cycle: Cycle) -> bool:
    """Return whether a time box such as the year ends on the cycle's last day."""
    if said.box is None or cycle.end is None:
        return False
    year = cycle.end.year
    numbers = range(1, 12 // MONTHS_IN[said.box] + 1)
    ends = (days_in(said._replace(number=number), year) for number in numbers)
    return said.box != "month" and any(end and end.last == cycle.end for end in ends)


def _by(language: Language, failing: str, passing: str) -> Example:
    def text(title: str) -> str:
        proof = key_result_text(title, unit="points", baseline=40, target=60)
        return objective_text(language, proof)

    return Example(
        path="objectives/2026/cx-leader.yaml",
        failing=text(failing),
        passing=text(passing),
        beside={"objectives/2026-Q4/other.yaml": "title: A\n"},
    )


T503 = Rule(
    id=_AMBIGUOUS_DATE,
    explanation=(
        "“By the end of the second quarter”, read in November, is over or far away; “in four "
        "months” depends on the day of the meeting; a fiscal year ends where the company says. "
        "A `due` date says it once and for all."
    ),
    source="Doran 1981: time-related, specify when",
    find=ambiguous_dates,
    examples={
        "en": _by("en", "Raise NPS from 40 to 60 in four months", "Raise NPS from 40 to 60"),
        "es": _by(
            "es",
            "Subir el NPS de 40 a 60 para el final del segundo trimestre",
            "Subir el NPS de 40 a 60 para el 30 de junio de 2026",
        ),
        "ru": _by(
            "ru",
            "Повысить NPS с 40 до 60 к концу финансового года",
            "Повысить NPS с 40 до 60 к 31 декабря 2026 года",
        ),
    },
)
