"""T504: the cadence of check-ins is set."""

from collections.abc import Iterator

from okrcli.checks.context import CheckContext
from okrcli.checks.example_texts import objective_text
from okrcli.checks.rule import Example, Rule
from okrcli.model.finding import Finding, RuleId, Severity
from okrcli.model.objective import Objective
from okrcli.model.settings import Language

_NO_CADENCE = RuleId("T504", "no-cadence", Severity.WARNING)


def without_cadence(context: CheckContext) -> Iterator[Finding]:
    """Find that okr.yaml does not set a cadence although there is something to check in."""
    settings = context.plan.settings
    is_set = "checkin" in settings.model_fields_set and (
        "cadence" in settings.checkin.model_fields_set
    )
    if not is_set and any(
        _relies_on_settings(objective.objective) for objective in context.objectives
    ):
        message = "okr.yaml does not say how often check-ins are due; weekly is assumed."
        hint = "Agree on it, and write it as `checkin: {cadence: weekly}`."
        place = context.plan.place(settings, "checkin")
        yield Finding.of(_NO_CADENCE, place, message, hint, location=("checkin",))


def _relies_on_settings(objective: Objective) -> bool:
    """Return whether the cadence of *objective* is that of okr.yaml, and not its own."""
    own = [key_result.cadence for key_result in objective.key_results]
    return objective.cadence is None and (not own or None in own)


def _settings(language: Language) -> Example:
    return Example(
        path="okr.yaml",
        failing=f"version: 1\nlanguage: {language}\n",
        passing=f"version: 1\nlanguage: {language}\ncheckin: {{cadence: weekly}}\n",
        beside={"objectives/2026-Q4/cx-leader.yaml": objective_text(language)},
    )


T504 = Rule(
    id=_NO_CADENCE,
    explanation=(
        "Objectives die of silence. The team agrees how often it checks in, and what is later "
        "than that is shown as overdue."
    ),
    source=(
        "«El poder de la evaluación del desempeño basada en datos»: review weekly and monthly "
        "with the teams"
    ),
    find=without_cadence,
    examples={"en": _settings("en"), "es": _settings("es"), "ru": _settings("ru")},
)
