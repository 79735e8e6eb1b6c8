"""S109: letters and spaces that look like others."""

from collections.abc import Iterable, Iterator

from okrcli.checks.context import CheckContext
from okrcli.checks.example_texts import of_objective, text_of
from okrcli.checks.fix import SetText
from okrcli.checks.rule import Rule
from okrcli.checks.specific.tidy import oddities, tidy_text
from okrcli.model.base import Record
from okrcli.model.finding import Finding, Location, RuleId, Severity
from okrcli.model.improvement import Improvement
from okrcli.model.kpi import Kpi
from okrcli.model.objective import Objective
from okrcli.next_step import NextStep, StepKind

_ODD_CHARACTERS = RuleId("S109", "odd-characters", Severity.INFO)


def odd_characters(context: CheckContext) -> Iterator[Finding]:
    """Find texts with characters that are not what they look like.

    Check-ins are left alone: they are never edited.
    """
    for record, ref in _records(context):
        for location, text in _texts(record):
            if odd := oddities(text):
                message = f"This text has {' and '.join(odd)}."
                place, step = context.plan.place(record, *location), NextStep(StepKind.FIX)
                yield Finding.of(_ODD_CHARACTERS, place, message, step, ref, location=location)


def usual_characters(context: CheckContext) -> Iterator[SetText]:
    """Return the fixes that write the usual characters."""
    for record, _ in _records(context):
        for location, text in _texts(record):
            if oddities(text):
                yield SetText(record.path, location, tidy_text(text))


def _records(context: CheckContext) -> Iterator[tuple[Record, str | None]]:
    yield from ((objective.objective, objective.ref) for objective in context.objectives)
    yield from ((kpi, kpi.id) for kpi in context.plan.kpis)
    yield from (
        (improvement, None)
        for improvement in context.plan.improvements
        if improvement.closed is None
    )


def _texts(record: Record) -> Iterator[tuple[Location, str]]:
    if isinstance(record, Objective):
        yield from _of(record, (), "title", "why", "note")
        for index, key_result in enumerate(record.key_results):
            yield from _of(key_result, ("key_results", index), "title", "note")
            yield from _titles(("key_results", index, "steps"), key_result.listed_steps)
        for index, initiative in enumerate(record.initiatives):
            yield from _of(initiative, ("initiatives", index), "title", "note")
    elif isinstance(record, Kpi):
        yield from _of(record, (), "title", "why", "note")
    elif isinstance(record, Improvement):
        yield from _of(record.cause, ("cause",), "text")
        yield from _titles(("actions",), record.actions)


def _titles(location: Location, items: Iterable[object]) -> Iterator[tuple[Location, str]]:
    for index, item in enumerate(items):
        yield from _of(item, (*location, index), "title")


def _of(item: object, location: Location, *keys: str) -> Iterator[tuple[Location, str]]:
    for key in keys:
        if text := getattr(item, key):
            yield (*location, key), text


S109 = Rule(
    id=_ODD_CHARACTERS,
    explanation=(
        "Text copied from a document brings a low quotation mark for a comma, spaces that do not "
        "break, letters of another script. It looks right, and no search finds it."
    ),
    source="Unicode Technical Standard 39: confusable characters",
    find=odd_characters,
    fixes=usual_characters,
    examples={
        "en": of_objective(
            text_of(title="Every customer pays in c\u0430sh"),
            text_of(title="Every customer pays in cash"),
        ),
        "es": of_objective(
            text_of(title="Vender\u00a0sin esperas"),
            text_of(title="Vender sin esperas"),
        ),
        "ru": of_objective(
            text_of(title="Стать лидером отрасли\u201a который слушает"),
            text_of(title="Стать лидером отрасли, который слушает"),
        ),
    },
)
