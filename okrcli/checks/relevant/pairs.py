"""R407: key results about speed, cost or volume are paired with quality."""

import re
from collections.abc import Iterator
from dataclasses import field
from typing import Final

from okrcli.checks.context import CheckContext
from okrcli.checks.example_texts import key_result_text, of_objective, text_of
from okrcli.checks.rule import Example, Rule
from okrcli.checks.subjects import KeyResultSubject, moves
from okrcli.compute.goalposts import unit_of
from okrcli.frozen import frozen_dataclass
from okrcli.model.finding import Finding, RuleId, Severity
from okrcli.model.key_results import KeyResult
from okrcli.model.objective import Objective
from okrcli.model.plan import Plan
from okrcli.wording.letters import flatten
from okrcli.wording.numbers.units import CURRENCIES, MILLISECONDS, UNITS, join_words

_UNPAIRED_SPEED = RuleId("R407", "unpaired-speed", Severity.INFO)

_QUALITY: Final = re.compile(
    r"\b(?:nps|csat|ces|fcr|quality|satisf\w+|errors?|defects?|accura\w+|complaints?|retention|churn"
    r"|rating\w*|calidad|errores|defectos|precision|exactitud|quejas|reclamos|retencion|abandono"
    r"|opiniones|bajas|primer contacto|first contact)\b"
    r"|(?<!\w)(?:качеств|удовлетвор|ошиб|жалоб|отток|удержан|оценк|возврат|точност|с первого)"
)


def unpaired_speed(context: CheckContext) -> Iterator[Finding]:
    """Find times and costs to be cut in objectives without a measure of quality."""
    has_quality = _QualityKeyResults(context.plan)
    for subject, move in moves(context.key_results):
        what = _saved_resource(subject) if move.way < 0 else None
        if what and not subject.key_result.guards and not has_quality.of(subject.objective):
            message = f"{subject.ref} saves {what}, and nothing shows whether quality suffers."
            hint = "Name a KPI under `guards`, or add a key result for quality."
            yield subject.finding(_UNPAIRED_SPEED, message, hint, "guards")


def _saved_resource(subject: KeyResultSubject) -> str | None:
    word = join_words((unit_of(subject.key_result, subject.kpi) or "").lower().split())
    if UNITS.get(word) in MILLISECONDS:
        return "time"
    return "money" if word in CURRENCIES else None


@frozen_dataclass
class _QualityKeyResults:
    """Finds objectives that measure quality, each examined only once."""

    plan: Plan
    _found: dict[str, bool] = field(default_factory=dict)

    def of(self, objective: Objective) -> bool:
        """Return whether a key result of *objective* measures quality."""
        if objective.ref not in self._found:
            self._found[objective.ref] = any(
                _is_quality(self.plan, key_result)
                for key_result in objective.key_results
                if key_result.dropped is None
            )
        return self._found[objective.ref]


def _is_quality(plan: Plan, key_result: KeyResult) -> bool:
    kpi = plan.kpis_by_id.get(key_result.kpi) if key_result.kpi else None
    if kpi and (kpi.family == "satisfaction" or kpi.survey or _speaks_of_quality(kpi.title)):
        return True
    return bool(key_result.guards) or _speaks_of_quality(key_result.title)


def _speaks_of_quality(text: str) -> bool:
    return _QUALITY.search(flatten(text)) is not None


_CSAT = {"kpis/csat.yaml": text_of(title="CSAT", unit="points", direction="up")}


def _hurry(language_title: str, unit: str, **passing: str) -> Example:
    fields = {"unit": unit, "baseline": "8", "target": "2"}
    example = of_objective(
        text_of(title="A") + f"key_results:\n{key_result_text(language_title, **fields)}",
        text_of(title="A")
        + f"key_results:\n{key_result_text(language_title, **fields, **passing)}",
    )
    return example._replace(beside={**example.beside, **_CSAT})


R407 = Rule(
    id=_UNPAIRED_SPEED,
    explanation=(
        "Answers get quicker when they get shorter, support cheaper when it gives up earlier. An "
        "indicator of speed or cost is paired with one of quality, so that the first is not "
        "reached at the price of the second."
    ),
    source="What Matters: pair quantity goals with quality goals; Grove, High Output Management",
    find=unpaired_speed,
    examples={
        "en": _hurry("Cut the first response from 8 to 2 hours", "h", guards="[csat]"),
        "es": _hurry("Reducir la primera respuesta de 8 a 2 horas", "horas", guards="[csat]"),
        "ru": _hurry("Сократить первый ответ с 8 до 2 часов", "часов", guards="[csat]"),
    },
)
