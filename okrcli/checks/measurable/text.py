"""M208: the title and the fields agree."""

from collections.abc import Iterator
from datetime import date
from decimal import Decimal

from okrcli.checks.context import CheckContext
from okrcli.checks.example_texts import key_result_text, of_key_result
from okrcli.checks.measurable.agreement import Numbers, agree_in_unit
from okrcli.checks.rule import Rule
from okrcli.checks.subjects import KeyResultSubject
from okrcli.checks.timely.spoken import named_days
from okrcli.compute.goalposts import unit_of
from okrcli.compute.moves import Move
from okrcli.compute.rounding import number_text
from okrcli.model.finding import Finding, RuleId, Severity
from okrcli.model.goalposts import Band
from okrcli.wording.titles.statement import Statement

_TEXT_VERSUS_FIELDS = RuleId("M208", "text-versus-fields", Severity.WARNING)


def texts_versus_fields(context: CheckContext) -> Iterator[Finding]:
    """Find titles whose numbers, unit or date differ from the fields."""
    for subject in context.key_results_in_focus:
        statement = context.title_of(subject)
        if subject.key_result.is_numeric:
            yield from _other_numbers(subject, statement)
            yield from _other_unit(subject, statement)
        yield from _other_date(subject, statement)


def _other_numbers(subject: KeyResultSubject, statement: Statement) -> Iterator[Finding]:
    if not statement.has_number:
        return
    numbers, move = Numbers(statement), subject.move
    if move is None:
        yield from _other_ends(subject, statement, numbers)
    elif not isinstance(move.target, Band):  # the ends of a range read like from and to
        yield from _other_baseline(subject, move, statement, numbers)
        yield from _other_aim(subject, move, statement, numbers)


def _other_ends(
    subject: KeyResultSubject, statement: Statement, numbers: Numbers
) -> Iterator[Finding]:
    ends = [*subject.ends.by_field] if subject.ends else []
    if statement.to is not None and ends and not any(end in numbers for _, end in ends if end):
        yield _other(subject, ends[0][0], statement.to, ends[0][1])


def _other_baseline(
    subject: KeyResultSubject, move: Move, statement: Statement, numbers: Numbers
) -> Iterator[Finding]:
    start = move.start
    if statement.from_ is not None and start is not None and start not in numbers:
        yield _other(subject, "baseline", statement.from_, start)


def _other_aim(
    subject: KeyResultSubject, move: Move, statement: Statement, numbers: Numbers
) -> Iterator[Finding]:
    """A change may be stated as a target, and a target as a change: both are accepted."""
    target, start = move.target, move.start
    said = statement.to if statement.to is not None else statement.by
    if said is None or isinstance(target, Band):
        return
    aims = [] if target is None else [target]
    if move.change is not None:
        aims.append(abs(move.change.amount))
    if start is not None and target is not None:
        aims += [abs(target - start), *_share(start, target)]
    if aims and not any(aim in numbers for aim in aims):
        yield _other(subject, move.field, said, aims[0] if move.change is None else aims[-1])


def _share(baseline: Decimal, target: Decimal) -> tuple[Decimal, ...]:
    return (abs((target - baseline) * 100 / baseline),) if baseline else ()


def _other(subject: KeyResultSubject, key: str, said: Decimal, field: Decimal) -> Finding:
    message = (
        f"The title of {subject.ref} says {number_text(said)}, but `{key}` comes to "
        f"{number_text(field)}."
    )
    return subject.finding(_TEXT_VERSUS_FIELDS, message, "Correct the one that is wrong.", key)


def _other_unit(subject: KeyResultSubject, statement: Statement) -> Iterator[Finding]:
    unit = unit_of(subject.key_result, subject.kpi)
    states_values = statement.to is not None or statement.from_ is not None
    if statement.unit == "%" and _is_by_a_share(subject.move):
        return
    if unit and statement.unit and states_values and not agree_in_unit(statement.unit, unit):
        message = f"The title of {subject.ref} is in {statement.unit}, but its unit is {unit}."
        hint = "Correct the one that is wrong."
        yield subject.finding(_TEXT_VERSUS_FIELDS, message, hint, "unit")


def _is_by_a_share(move: Move | None) -> bool:
    return bool(move and move.change and move.change.kind.startswith("percent"))


def _other_date(subject: KeyResultSubject, statement: Statement) -> Iterator[Finding]:
    cycle = subject.cycle
    due = subject.key_result.due or (cycle.end if cycle else None)
    if statement.deadline is None or due is None:
        return
    days = named_days(statement.deadline, statement.lang, cycle)
    if days and not days.first <= due <= days.last:
        stated = _range_text(days.first, days.last)
        message = f"The title of {subject.ref} says {stated}, but it is due {due}."
        hint = "Write the day as `due:`, and leave it out of the title."
        yield subject.finding(_TEXT_VERSUS_FIELDS, message, hint, "due")


def _range_text(first: date, last: date) -> str:
    return str(first) if first == last else f"{first} to {last}"


M208 = Rule(
    id=_TEXT_VERSUS_FIELDS,
    explanation=(
        "People read the title, the program reads the fields. When they differ, half of the team "
        "works towards another number. After an amendment the title is what is forgotten."
    ),
    source="The practice of single sources: what is written twice will differ one day",
    find=texts_versus_fields,
    examples={
        "en": of_key_result(
            "en",
            key_result_text("Raise NPS from 40 to 60", unit="points", baseline=40, target=65),
            key_result_text("Raise NPS from 40 to 65", unit="points", baseline=40, target=65),
        ),
        "es": of_key_result(
            "es",
            key_result_text("Reducir la espera de 8 a 2 horas", unit="%", baseline=8, target=2),
            key_result_text("Reducir la espera de 8 a 2 horas", unit="h", baseline=8, target=2),
        ),
        "ru": of_key_result(
            "ru",
            key_result_text("Снизить отток с 5 до 3% к 30.11.2026", unit="%", baseline=5, target=3),
            key_result_text(
                "Снизить отток с 5 до 3% к 30.11.2026",
                unit="%",
                baseline=5,
                target=3,
                due="2026-11-30",
            ),
        ),
    },
)
