"""A key result from what was typed at the prompt or in options, for each type."""

import re
from collections.abc import Callable, Mapping
from dataclasses import replace
from typing import Any

from okrcli.actions.ids import free_id, id_from
from okrcli.actions.new.draft import Typed
from okrcli.actions.new.from_title import understood
from okrcli.actions.new.goals import goal_of
from okrcli.actions.records import parse_record
from okrcli.cli.messages import remark
from okrcli.cli.prompts import ask, ask_until, choose, required
from okrcli.errors import UsageError
from okrcli.model.base import ID_PATTERN
from okrcli.model.key_results import Binary, KeyResult, Maintain, Metric, Milestones, Step
from okrcli.model.plan import Plan
from okrcli.sources.amounts import amount_of

UNKNOWN = "unknown"


def key_result_of(plan: Plan, typed: Typed, common: Mapping[str, Any]) -> KeyResult:
    """Return the key result.

    Args:
        plan: Knows the KPI, which may give unit and baseline.
        typed: Its goalposts.
        common: What does not depend on the type; fields that the type lacks must be empty.

    Raises:
        UsageError: Something is missing, or cannot be read, or goes with another type.
    """
    if not typed.type_meant:
        raise UsageError(
            "It is not said how to measure it.",
            "Give --baseline and --target, --at-least or --at-most, --step, or --type binary.",
        )
    model = TYPES[typed.type_meant]
    unit = typed.known_unit(plan)
    goalposts = {
        "baseline": typed.baseline and _baseline(typed.baseline, unit),
        "target": typed.target and goal_of(typed.target, unit),
        "change": typed.change,
        "at_least": typed.at_least and amount_of(typed.at_least, unit),
        "at_most": typed.at_most and amount_of(typed.at_most, unit),
        "steps": steps_of(typed.steps),
    }
    fields = {**common, **goalposts, "unit": typed.unit, "type": typed.type_meant}
    _require_fields_of(model, fields)
    if model is Metric:
        _require_goal(plan, typed)
    if model is Milestones and not typed.steps:
        raise UsageError("It is not said which steps there are.", "Give --step once for each.")
    return parse_record(model, fields)


TYPES: Mapping[str, type[KeyResult]] = {
    "metric": Metric,
    "maintain": Maintain,
    "milestones": Milestones,
    "binary": Binary,
}


def steps_of(texts: tuple[str, ...]) -> tuple[Step, ...]:
    """Return the steps that *texts* say, each `id: title` or only a title."""
    steps: list[Step] = []
    for text in texts:
        before, colon, after = text.partition(":")
        has_id = bool(colon and after.strip() and re.fullmatch(ID_PATTERN, before.strip()))
        title = after.strip() if has_id else text.strip()
        taken = {step.id for step in steps}
        name = before.strip() if has_id else free_id(id_from(title) or "step", taken)
        steps.append(parse_record(Step, {"id": name, "title": title}))
    return tuple(steps)


def asked(plan: Plan, typed: Typed) -> Typed:
    """Return *typed* with the answers for what is still open."""
    typed = replace(
        typed,
        objective=typed.objective or ask_until("Which objective does it prove?", _known_to(plan)),
        title=ask_until("What will be different? As in: Raise NPS from 40 to 60", required),
    )
    sentence = understood(typed, typed.known_unit(plan))
    for line in sentence.told:
        remark(line)
    typed = sentence.typed
    meant = typed.type_meant or choose("How is it measured?", tuple(TYPES)) or "metric"
    return _QUESTIONS[meant](plan, replace(typed, type=meant))


def _known_to(plan: Plan) -> Callable[[str], str]:
    def known(ref: str) -> str:
        plan.objective(ref)
        return ref

    return known


def _ask_metric(plan: Plan, typed: Typed) -> Typed:
    typed = _ask_measure(plan, typed)
    unit = typed.known_unit(plan)
    baseline = typed.baseline or ask_until(
        "Where does it begin? A number [Enter: as the KPI]"
        if typed.kpi
        else "Where does it begin?",
        lambda text: _checked(text, lambda: _baseline(text, unit), needed=not typed.kpi),
    )
    target = (
        typed.target
        or typed.change
        or ask_until(
            "Where shall it be? A number, or LOW..HIGH",
            lambda text: _checked(text, lambda: goal_of(text, unit), needed=True),
        )
    )
    return replace(typed, baseline=baseline, target="" if typed.change else target)


def _ask_maintain(plan: Plan, typed: Typed) -> Typed:
    typed = _ask_measure(plan, typed)
    unit = typed.known_unit(plan)

    def bound(question: str) -> str:
        return ask_until(
            question, lambda text: _checked(text, lambda: amount_of(text, unit), needed=False)
        )

    return replace(
        typed,
        at_least=typed.at_least or bound("At least? [Enter: no lower end]"),
        at_most=typed.at_most or bound("At most? [Enter: no upper end]"),
    )


def _ask_milestones(_plan: Plan, typed: Typed) -> Typed:
    steps = list(typed.steps)
    while text := ask(f"Step {len(steps) + 1}, as in `pilot: Two teams use it` [Enter: no more]"):
        steps.append(text)
    return replace(typed, steps=tuple(steps))


def _ask_nothing(_plan: Plan, typed: Typed) -> Typed:
    return typed


_QUESTIONS: Mapping[str, Callable[[Plan, Typed], Typed]] = {
    "metric": _ask_metric,
    "maintain": _ask_maintain,
    "milestones": _ask_milestones,
    "binary": _ask_nothing,
}


def _ask_measure(plan: Plan, typed: Typed) -> Typed:
    kpi = typed.kpi or (choose("Its KPI", sorted(plan.kpis_by_id)) if plan.kpis_by_id else "")
    known = plan.kpis_by_id.get(kpi)
    if typed.unit or (known and known.unit):
        return replace(typed, kpi=kpi)
    return replace(typed, kpi=kpi, unit=ask("Of what, as in %, h, EUR? [Enter: a bare number]"))


def _checked(text: str, read: Callable[[], object], *, needed: bool) -> str:
    if text or needed:
        required(text)
        read()
    return text


def _baseline(text: str, unit: str | None) -> object:
    return UNKNOWN if text == UNKNOWN else amount_of(text, unit)


def _require_fields_of(model: type[KeyResult], fields: Mapping[str, Any]) -> None:
    """Refuse goalposts of another type, before pydantic calls them unknown keys."""
    for name, value in fields.items():
        if value not in (None, "", (), []) and name not in model.model_fields:
            option = f"--{name.removesuffix('s') if name == 'steps' else name}".replace("_", "-")
            raise UsageError(f"{option} does not go with the type {fields['type']}.")


def _require_goal(plan: Plan, typed: Typed) -> None:
    kpi = plan.kpis_by_id.get(typed.kpi)
    if not typed.target and not typed.change:
        raise UsageError("It is not said where it shall be.", "Give --target or --change.")
    if not typed.baseline and (kpi is None or kpi.baseline is None):
        raise UsageError(
            "It is not said where it begins.",
            "Give --baseline NUMBER, or --baseline unknown with --measure-by DATE.",
        )
