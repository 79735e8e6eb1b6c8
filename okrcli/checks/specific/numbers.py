"""S108: an objective is words, its key results are the numbers."""

from collections.abc import Iterator
from typing import Final

from okrcli.checks.context import CheckContext
from okrcli.checks.example_texts import of_objective, text_of
from okrcli.checks.rule import Rule
from okrcli.model.finding import Finding, RuleId, Severity
from okrcli.wording.titles.statement import Statement

_NUMBER_IN_OBJECTIVE = RuleId("S108", "number-in-objective", Severity.INFO)
_A_FEW: Final = 10
"""A smaller count may be part of the idea, as in "one platform for two markets"."""
_MEASURED: Final = frozenset({"change", "reach", "keep"})


def numbers_in_objectives(context: CheckContext) -> Iterator[Finding]:
    """Find measures in the titles of objectives."""
    for subject in context.objectives_in_focus:
        if has_measure(context.title_of(subject)):
            message = f"The title of {subject.ref} contains a measure."
            hint = "Say in words where you want to be, and make the number a key result."
            yield subject.finding(_NUMBER_IN_OBJECTIVE, message, hint, "title")


def has_measure(statement: Statement) -> bool:
    """Return whether a title says how much, and not only how many things it is about."""
    if not statement.has_number:
        return False
    if statement.by is not None or statement.from_ is not None:
        return True
    if statement.range is not None or statement.doubt is not None:
        return True
    if statement.to is None:
        return False
    if statement.unit not in {None, "count"}:
        return True
    return statement.verb_class in _MEASURED and statement.to >= _A_FEW


S108 = Rule(
    id=_NUMBER_IN_OBJECTIVE,
    explanation=(
        "The objective says where we want to be, so that people want to come along; the key "
        "results prove that we are there. With a number in it the objective is a key result, and "
        "its own key results are tasks."
    ),
    source="Wodtke, Radical Focus: the objective is qualitative and inspiring",
    find=numbers_in_objectives,
    examples={
        "en": of_objective(
            text_of(title="Increase sales by 20 %"),
            text_of(title="Be the first choice of small shops"),
        ),
        "es": of_objective(
            text_of(title="Aumentar las ventas un 20 %"),
            text_of(title="Ser la primera opción de las tiendas pequeñas"),
        ),
        "ru": of_objective(
            text_of(title="Увеличить продажи на 20%"),
            text_of(title="Маленькие магазины выбирают нас первыми"),
        ),
    },
)
