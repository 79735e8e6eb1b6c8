"""K604 and K605: a KPI is fully defined, and is read as often as it changes."""

from collections.abc import Iterator, Sequence
from typing import Final

from okrcli.checks.context import CheckContext
from okrcli.checks.example_texts import text_of
from okrcli.checks.kpis.parts import parts_of
from okrcli.checks.rule import Example, Rule
from okrcli.checks.subjects import of_kpi
from okrcli.choices import Cadence
from okrcli.model.finding import Finding, RuleId, Severity
from okrcli.model.kpi import Kpi

_KPI_INCOMPLETE = RuleId("K604", "kpi-incomplete", Severity.ERROR)
_REVIEW_CADENCE = RuleId("K605", "review-cadence", Severity.INFO)

NEEDED: Final = ("baseline", "target", "direction", "unit", "why")
NEEDED_OF_PARTS: Final = ("unit", "why")


def incomplete_kpis(context: CheckContext) -> Iterator[Finding]:
    """Find KPIs that do not say what they are compared with, or why they are watched."""
    parts = parts_of(context)
    for kpi in context.plan.kpis:
        needed = NEEDED_OF_PARTS if kpi.id in parts else NEEDED
        missing = [f"`{key}`" for key in needed if getattr(kpi, key) is None]
        if missing:
            message = f"{kpi.id} has no {' and no '.join(missing)}."
            yield of_kpi(context.plan, kpi, _KPI_INCOMPLETE, message, _hint(missing))


def _hint(missing: Sequence[str]) -> str:
    add = "Add it" if len(missing) == 1 else "Add them"
    if "`baseline`" not in missing:
        return f"{add}."
    return f"{add}; a `baseline` that is still to be measured is `unknown`."


def _without(key: str, **fields: str) -> Example:
    return Example(
        path="kpis/kpi.yaml",
        failing=text_of(**{name: value for name, value in fields.items() if name != key}),
        passing=text_of(**fields),
    )


K604 = Rule(
    id=_KPI_INCOMPLETE,
    explanation=(
        "A number alone says nothing: 83 of what, is more better, where did it begin, where "
        "should it be, and why does anybody look? A KPI that answers these can be in breach, and "
        "somebody can act. What is only part of a formula needs a unit and a reason, and no more."
    ),
    source="«KPIs estratégicos para evaluar el éxito»: a reference value and a goal for each KPI",
    find=incomplete_kpis,
    examples={
        "en": _without(
            "target",
            title="Net Promoter Score",
            why="Who recommends us stays longer.",
            unit="points",
            direction="up",
            baseline="40",
            target="{value: 60}",
        ),
        "es": _without(
            "baseline",
            title="Coste de captación",
            why="Dice si crecer compensa.",
            unit="EUR",
            direction="down",
            baseline="320",
            target="{value: 260}",
        ),
        "ru": _without(
            "why",
            title="Время до первого ответа",
            why="Ожидание — первая причина жалоб.",
            unit="ч",
            direction="down",
            baseline="unknown",
            target="{value: 2}",
        ),
    },
)

_QUICK: Final = frozenset({"backlog", "queue", "response_time", "handle_time", "wait"})
_STEADY: Final = frozenset({"churn", "retention", "revenue", "margin", "clv", "cac", "repurchase"})
_TOO_SELDOM: Final[frozenset[Cadence]] = frozenset({"biweekly", "monthly", "quarterly"})
_UNFIT: Final[frozenset[Cadence]] = frozenset({"daily", "quarterly"})


def unfit_cadences(context: CheckContext) -> Iterator[Finding]:
    """Find KPIs read too rarely or too often, and acquisition costs without customer value.

    The ids of the catalogue tell which KPIs change quickly. A computed KPI is not read itself: its
    parts are.
    """
    ids = {kpi.id for kpi in context.plan.kpis}
    for kpi in context.kpis:
        if kpi.formula is None:
            yield from _unfit_cadence(context, kpi)
        if "cac" in kpi.id.split("_") and not any("clv" in id_.split("_") for id_ in ids):
            message = f"{kpi.id} says what a customer costs; no KPI says what one is worth."
            yield _finding(context, kpi, message, "Watch `clv` beside it, or their ratio.")


def _unfit_cadence(context: CheckContext, kpi: Kpi) -> Iterator[Finding]:
    if _is_like(kpi, _QUICK) and kpi.cadence in _TOO_SELDOM:
        message = f"{kpi.id} changes from day to day, but is read {kpi.cadence}."
        yield _finding(context, kpi, message, "Read it daily or weekly.")
    elif _is_like(kpi, _STEADY) and kpi.cadence in _UNFIT:
        message = f"{kpi.id} changes slowly, but is read {kpi.cadence}."
        yield _finding(context, kpi, message, "Read it weekly or monthly.")


def _is_like(kpi: Kpi, names: frozenset[str]) -> bool:
    return any(f"_{name}_" in f"_{kpi.id}_" for name in names)


def _finding(context: CheckContext, kpi: Kpi, message: str, hint: str) -> Finding:
    return of_kpi(context.plan, kpi, _REVIEW_CADENCE, message, hint, "cadence")


def _read(path: str, title: str, failing: str, passing: str) -> Example:
    return Example(
        path=path,
        failing=text_of(title=title, cadence=failing),
        passing=text_of(title=title, cadence=passing),
    )


K605 = Rule(
    id=_REVIEW_CADENCE,
    explanation=(
        "A queue that is looked at once a month has been forgotten for four weeks; churn that is "
        "looked at daily shows only noise. And the cost of a customer is high or low only beside "
        "what the customer is worth."
    ),
    source="«Indicador clave de rendimiento (KPI)», a glossary: how often to review KPIs",
    find=unfit_cadences,
    examples={
        "en": _read("kpis/first_response_time.yaml", "First response", "monthly", "daily"),
        "es": _read("kpis/churn_rate.yaml", "Bajas", "daily", "monthly"),
        "ru": _read("kpis/ticket_backlog.yaml", "Открытые заявки", "biweekly", "weekly"),
    },
)
