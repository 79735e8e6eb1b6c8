"""What is asked for to make a key result."""

from collections.abc import Callable, Iterator
from dataclasses import replace
from datetime import date

from okrcli.actions.new.draft import USUAL_TYPE, KeyResultDraft
from okrcli.actions.new.from_title import understood_in
from okrcli.actions.new.named_kpi import kpi_named
from okrcli.cli.messages import remark, remark_all
from okrcli.cli.prompts import ask, ask_until, choose, confirm, require_answer
from okrcli.compute.inputs import INPUTS, Input
from okrcli.model.key_results import KEY_RESULT_TYPES
from okrcli.model.plan import Plan


def ask_for_key_result(plan: Plan, typed: KeyResultDraft, today: date) -> KeyResultDraft:
    """Return *typed* with the answers for what is still open, days counted from *today*."""
    typed = replace(
        typed,
        objective=typed.objective
        or ask_until("Which objective does it belong to?", _objective_reader(plan)),
        title=ask_until(
            "What will be different? As in: Raise NPS from 40 to 60 points", require_answer
        ),
    )
    sentence = understood_in(plan, typed, today)
    remark_all(sentence.remarks)
    typed = sentence.typed
    types = tuple(KEY_RESULT_TYPES)
    meant = typed.type_meant or choose("How is it measured?", types) or USUAL_TYPE
    typed = replace(typed, type=meant)
    if KEY_RESULT_TYPES[meant].is_numeric:
        typed = _ask_measure(plan, typed)
    for input_ in INPUTS[meant]:
        if input_.question:
            typed = replace(
                typed, goals={**typed.goals, input_.field: _answer(input_, plan, typed)}
            )
    return typed


def _objective_reader(plan: Plan) -> Callable[[str], str]:
    def require_objective(ref: str) -> str:
        plan.objective(ref)
        return ref

    return require_objective


def with_kpi_named(plan: Plan, typed: KeyResultDraft, *, can_ask: bool) -> KeyResultDraft:
    """Return *typed* with the KPI that its title names, if somebody at the terminal wants it."""
    is_numeric = KEY_RESULT_TYPES[typed.type_meant or USUAL_TYPE].is_numeric
    named = kpi_named(plan, typed.title, typed.unit) if is_numeric and not typed.kpi else None
    if named is None:
        return typed
    if not can_ask:
        remark(f"The title names the KPI {named.id}: with --kpi {named.id} its readings count.")
        return typed
    wanted = confirm(f"Take the values from the KPI {named.id} ({named.title})?")
    return replace(typed, kpi=named.id) if wanted else typed


def _ask_measure(plan: Plan, typed: KeyResultDraft) -> KeyResultDraft:
    typed = with_kpi_named(plan, typed, can_ask=True)
    kpi = typed.kpi or (choose("Its KPI", sorted(plan.kpis_by_id)) if plan.kpis_by_id else "")
    known = plan.kpis_by_id.get(kpi)
    if typed.unit or (known and known.unit):
        return replace(typed, kpi=kpi)
    return replace(typed, kpi=kpi, unit=ask("In what unit, as in %, h, EUR? [Enter: none]"))


def _answer(field: Input, plan: Plan, typed: KeyResultDraft) -> tuple[str, ...]:
    given = typed.goals.get(field.field, ())
    if field.is_list:
        return (*given, *_items(field, len(given)))
    if field.instead and typed.goals.get(field.instead):
        return ()
    if given:
        return given
    has_other = bool(typed.kpi and field.question_with_kpi)
    question = field.question_with_kpi if has_other else field.question
    unit, is_needed = typed.known_unit(plan), not (field.is_optional or has_other)
    text = ask_until(question, lambda text: _require_readable(text, field, unit, needed=is_needed))
    return (text,) if text else ()


def _items(field: Input, count: int) -> Iterator[str]:
    while text := ask(field.question.format(number=count + 1)):
        count += 1
        yield text


def _require_readable(text: str, field: Input, unit: str | None, *, needed: bool) -> str:
    if text or needed:
        require_answer(text)
        field.read(text, unit)
    return text
