"""M205: words and numbers point in the same direction."""

import re
from collections.abc import Iterator
from dataclasses import replace
from decimal import Decimal
from typing import Final

from okrcli.checks.context import CheckContext
from okrcli.checks.example_texts import key_result_text, of_key_result, text_of
from okrcli.checks.rule import Rule
from okrcli.checks.subjects import KeyResultSubject, moves, of_kpi
from okrcli.compute.better import way_of
from okrcli.compute.moves import Move
from okrcli.model.finding import Finding, RuleId, Severity
from okrcli.model.kpi import Direction as KpiDirection
from okrcli.model.kpi import Kpi
from okrcli.wording.roles.losses import speaks_of_a_loss
from okrcli.wording.titles.statement import Statement

_DIRECTION_MISMATCH = RuleId("M205", "direction-mismatch", Severity.ERROR)

_WAYS: Final = {"increase": 1, "decrease": -1}
_DRAWN: Final = {1: "up", -1: "down"}
_SPEED: Final = re.compile(
    r"\b(?:speed\w*|fast\w*|quick\w*|accelerat\w*|slow\w*|velocidad|rapidez|agilidad|aceler\w*"
    r"|agiliz\w*|fren\w*)\b|(?<!\w)(?:скорост\w*|быстр\w*|ускор\w*|замедл\w*|разогн\w*|прокач\w*)"
)
"""Words of speed: the more speed, the less time."""


def direction_mismatches(context: CheckContext) -> Iterator[Finding]:
    """Find metrics that contradict their title or their KPI, and surveys of wrong direction."""
    for subject, move in moves(context.key_results_in_focus):
        yield from _against_title(context, subject, move)
        yield from _against_kpi(subject, move)
    for kpi in context.plan.kpis:
        natural = _natural(kpi)
        if natural and kpi.direction and kpi.direction != natural:
            message = (
                f"{kpi.id} is good when it goes {natural}, but `direction` is {kpi.direction}."
            )
            hint = f"Write `direction: {natural}`, or correct the survey."
            yield of_kpi(context.plan, kpi, _DIRECTION_MISMATCH, message, hint, "direction")


def _against_title(
    context: CheckContext, subject: KeyResultSubject, move: Move
) -> Iterator[Finding]:
    """Find a verb of change that contradicts the numbers.

    A verb such as "improve" fits any good direction. If the numbers agree with the KPI, the title
    may be about its opposite, such as retention while the KPI is churn: then it is a warning.
    """
    way, statement = move.way, context.title_of(subject)
    verb = context.titles.verb_of(statement)
    if verb is None or verb.kind not in {"change", "raise"} or statement.compound:
        return
    said = _WAYS.get(verb.direction or "", 0) * _sign(statement, move)
    if not way or not said or way == said or _SPEED.search(statement.flat):
        return
    message = f"{subject.ref} says '{verb.text}', but its numbers go {_DRAWN[way]}."
    hint = "Correct the verb or the numbers."
    finding = subject.finding(_DIRECTION_MISMATCH, message, hint, move.field)
    kpi_way = way_of(subject.kpi.direction) if subject.kpi else 0
    yield replace(finding, severity=Severity.WARNING) if kpi_way == way else finding


def _sign(statement: Statement, move: Move) -> int:
    """Return -1 for a loss below zero, which is cut towards zero, otherwise 1."""
    ends = [end for end in (move.start, move.target) if isinstance(end, Decimal)]
    below = bool(ends) and min(ends) < 0
    return -1 if below and speaks_of_a_loss(statement.flat) else 1


def _against_kpi(subject: KeyResultSubject, move: Move) -> Iterator[Finding]:
    """Find a change with the wrong sign; A303 reports two values in the wrong order."""
    kpi, way = subject.kpi, move.way
    wanted = way_of(kpi.direction) if kpi else 0
    if kpi and move.change is not None and way and wanted and way != wanted:
        message = (
            f"{subject.ref} goes {_DRAWN[way]}, but {kpi.id} is good when it goes {kpi.direction}."
        )
        hint = "Correct the sign of `change`, or the KPI's `direction`."
        yield subject.finding(_DIRECTION_MISMATCH, message, hint, "change")


def _natural(kpi: Kpi) -> KpiDirection | None:
    """Return the good direction of a survey's score."""
    if kpi.survey is None:
        return None
    if kpi.survey.type == "ces":
        versions: dict[int | None, KpiDirection] = {1: "down", 2: "up"}
        return versions.get(kpi.survey.version)
    return "up"


M205 = Rule(
    id=_DIRECTION_MISMATCH,
    explanation=(
        "When the verb says down and the numbers go up, one of them is wrong, and progress will "
        "be counted by the numbers. A change has a sign, a KPI a direction, and a survey of "
        "effort is better when it is lower."
    ),
    source=(
        "«El poder de la evaluación del desempeño basada en datos»: “improve the first response "
        "time by 25 %” means less of it"
    ),
    find=direction_mismatches,
    examples={
        "en": of_key_result(
            "en",
            key_result_text("Decrease open tickets", unit="tickets", baseline=40, target=60),
            key_result_text("Decrease open tickets", unit="tickets", baseline=60, target=40),
        ),
        "es": of_key_result(
            "es",
            key_result_text("Mejorar la primera respuesta un 25 %", kpi="wait", change="+25%"),
            key_result_text("Mejorar la primera respuesta un 25 %", kpi="wait", change="-25%"),
            wait=text_of(title="Primera respuesta", unit="h", direction="down", baseline=4),
        ),
        "ru": of_key_result(
            "ru",
            key_result_text("Снизить отток", unit="%", baseline=3, target=5),
            key_result_text("Снизить отток", unit="%", baseline=5, target=3),
        ),
    },
)
