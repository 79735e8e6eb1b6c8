"""K606: a KPI's direction and its target mean the same values."""

from collections.abc import Iterator
from typing import Final

from okrcli.checks.context import CheckContext
from okrcli.checks.example_texts import text_of
from okrcli.checks.rule import Example, Rule
from okrcli.checks.subjects import of_kpi
from okrcli.model.finding import Finding, RuleId, Severity
from okrcli.model.kpi import Kpi

_TARGET_SHAPE: Final = RuleId("K606", "target-shape", Severity.WARNING)


def contradicting_targets(context: CheckContext) -> Iterator[Finding]:
    """Find KPIs whose target is a range although one direction is better, or the reverse."""
    for kpi in context.kpis:
        if problem := _problem(kpi):
            message, hint = problem
            yield of_kpi(context.plan, kpi, _TARGET_SHAPE, message, hint, "direction")


def _problem(kpi: Kpi) -> tuple[str, str] | None:
    if kpi.target is None or kpi.direction is None:
        return None
    is_range = kpi.target.range is not None
    if is_range == (kpi.direction == "range"):
        return None
    if is_range:
        better = "higher" if kpi.direction == "up" else "lower"
        message = (
            f"{kpi.id} has `direction: {kpi.direction}`, but its target is a range: a value "
            f"{better} than the range counts as missed."
        )
        return message, "Write `direction: range`, or one number as `target: {value: …}`."
    message = (
        f"{kpi.id} has `direction: range`, but its target is one number: every other value "
        "counts as missed."
    )
    return message, "Write `target: {range: [LOWEST, HIGHEST]}`, or `direction: up` or `down`."


def _kpi(title: str, unit: str, target: str, failing: str, passing: str) -> Example:
    return Example(
        path="kpis/kpi.yaml",
        failing=text_of(title=title, unit=unit, direction=failing, target=target),
        passing=text_of(title=title, unit=unit, direction=passing, target=target),
    )


K606 = Rule(
    id=_TARGET_SHAPE,
    explanation=(
        "`direction: up` says that more is always better; a range says that too much is as bad as "
        "too little. A KPI with both is judged by its range, which may surprise whoever reads only "
        "the direction."
    ),
    source="the definition of a KPI's target: one number with a direction, or a range",
    find=contradicting_targets,
    examples={
        "en": _kpi("Occupancy of agents", "points", "{range: [70, 85]}", "up", "range"),
        "es": _kpi("Ocupación de los agentes", "points", "{range: [70, 85]}", "down", "range"),
        "ru": _kpi("Ответ за час", "points", "{value: 90}", "range", "up"),
    },
)
