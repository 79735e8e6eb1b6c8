"""S101 and S102: the leading verb says what changes."""

from collections.abc import Iterator
from dataclasses import replace
from typing import Final

from okrcli.checks.context import CheckContext
from okrcli.checks.example_texts import key_result_text, of_key_result
from okrcli.checks.relevant.activity import counted_work
from okrcli.checks.rule import Rule
from okrcli.checks.subjects import KeyResultSubject, Subject
from okrcli.checks.titles import Verb
from okrcli.model.finding import Finding, RuleId, Severity
from okrcli.wording.titles.statement import Statement

_VAGUE_VERB = RuleId("S101", "vague-verb", Severity.ERROR)
_TASK_VERB = RuleId("S102", "task-verb", Severity.WARNING)

_VAGUE: Final = frozenset({"vague", "drive"})


def vague_verbs(context: CheckContext) -> Iterator[Finding]:
    """Find titles whose leading verb promises a gain of nothing in particular."""
    for objective in context.objectives_in_focus:
        yield from _vague(context, objective, is_bare=False)
    for subject in context.key_results_in_focus:
        is_bare = not (context.title_of(subject).has_number or subject.key_result.is_quantified)
        yield from _vague(context, subject, is_bare=is_bare)


def _vague(
    context: CheckContext, subject: Subject | KeyResultSubject, *, is_bare: bool
) -> Iterator[Finding]:
    statement = context.title_of(subject)
    verb = context.titles.verb_of(statement)
    if verb is None or not (verb.kind in _VAGUE or statement.verb_class == "vague"):
        return
    if verb.kind == "drive" and statement.from_ is not None and statement.to is not None:
        return  # "bring the share from 20 % to 95 %" says it
    message = f"'{verb.text}' in the title of {subject.ref} does not say what will be different."
    finding = subject.finding(_VAGUE_VERB, message, _NAME_WHAT_MOVES, "title")
    yield finding if is_bare else replace(finding, severity=Severity.INFO)


_NAME_WHAT_MOVES = "Name what moves, from where and to where, with a verb of change before it."


S101 = Rule(
    id=_VAGUE_VERB,
    explanation=(
        "To improve, to optimize, to strengthen: everybody agrees, and everybody means something "
        "else. In an objective such a verb is weak; in a key result without any number nobody "
        "can tell whether it was reached."
    ),
    source=(
        "«OKR: Guía Completa para el Desarrollo de OKRs Efectivos en Revenue Operations»: "
        "“improve the efficiency of sales” as what not to write"
    ),
    find=vague_verbs,
    examples={
        "en": of_key_result(
            "en",
            key_result_text("Improve the sales process", type="binary"),
            key_result_text("Cut the sales cycle from 45 to 35 days", baseline=45, target=35),
        ),
        "es": of_key_result(
            "es",
            key_result_text("Mejorar la eficiencia de ventas", type="binary"),
            key_result_text("Reducir el ciclo de ventas de 45 a 35 días", baseline=45, target=35),
        ),
        "ru": of_key_result(
            "ru",
            key_result_text("Улучшить работу поддержки", type="binary"),
            key_result_text("Сократить ожидание ответа с 8 до 2 часов", baseline=8, target=2),
        ),
    },
)


def task_verbs(context: CheckContext) -> Iterator[Finding]:
    """Find key results whose leading verb is work rather than its result."""
    for subject in context.key_results_in_focus:
        statement = context.title_of(subject)
        verb = context.titles.verb_of(statement)
        if verb and is_task(verb, statement) and not _is_service(verb, statement):
            message = f"'{verb.text}' in the title of {subject.ref} is work, not a result."
            yield subject.finding(_TASK_VERB, message, _MOVE_TO_INITIATIVES, "title")


_MOVE_TO_INITIATIVES = (
    "Say what will be different when it is done, and keep the work under `initiatives`."
)


def is_task(verb: Verb, statement: Statement) -> bool:
    """Return whether the leading verb names an activity by the word groups."""
    changes_with_numbers = verb.kind in {"shift", "make"}
    return verb.kind == "task" or (changes_with_numbers and statement.verb_class == "task")


def _is_service(verb: Verb, statement: Statement) -> bool:
    """Tell "answer 90 % of questions within an hour", which is a result, from work to do.

    A rising share is a result, too: "name a backup in 80 % of teams (currently 30 %)". The share of
    the work that is done is none.
    """
    is_from_to = statement.from_ is not None and statement.to is not None
    if is_from_to and statement.unit == "%" and counted_work(statement) is None:
        return True
    return verb.word in _SERVICES and statement.unit == "%" and statement.to is not None


_SERVICE_WORDS: Final = (
    "answer respond reply resolve solve serve process deliver fix activate onboard"
    " atender atienda responder responda contestar conteste resolver resuelva solucionar"
    " solucione entregar entregue activar active"
    " решить решать ответить отвечать обработать обрабатывать доставить доставлять"
)
_SERVICES: Final = frozenset(_SERVICE_WORDS.split())
"""Verbs of what a customer gets: with a share they measure how many do."""

S102 = Rule(
    id=_TASK_VERB,
    explanation=(
        "A task can be done on time and change nothing. A key result says what is different "
        "when the work has worked; the work itself is an initiative, which may be dropped as soon "
        "as another one moves the number more."
    ),
    source="Google re:Work: key results describe outcomes, not activities",
    find=task_verbs,
    in_strict=Severity.ERROR,
    examples={
        "en": of_key_result(
            "en",
            key_result_text("Launch a new CRM", type="binary"),
            key_result_text("95 % of sales work in the CRM each week", baseline=0, target=95),
        ),
        "es": of_key_result(
            "es",
            key_result_text("Implementar un nuevo CRM", type="binary"),
            key_result_text("Aumentar el uso del CRM del 0 al 95 %", baseline=0, target=95),
        ),
        "ru": of_key_result(
            "ru",
            key_result_text("Внедрить новую CRM", type="binary"),
            key_result_text("Довести долю сделок в CRM с 0 до 95%", baseline=0, target=95),
        ),
    },
)
