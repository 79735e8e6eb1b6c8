"""M211: the numbers of a title agree with its words and with each other."""

from collections.abc import Iterator

from okrcli.checks.context import CheckContext
from okrcli.checks.example_texts import key_result_text, of_key_result
from okrcli.checks.rule import Rule
from okrcli.model.finding import Finding, RuleId, Severity
from okrcli.wording.roles.doubts import CONTRADICTIONS, DOUBTS

_CONTRADICTORY = RuleId("M211", "contradictory-title", Severity.WARNING)


def contradictory_titles(context: CheckContext) -> Iterator[Finding]:
    """Find titles whose numbers are impossible; M205 reports fields that contradict the verb."""
    for subject in context.key_results_in_focus:
        doubt = context.title_of(subject).doubt
        if doubt is None or doubt not in CONTRADICTIONS:
            continue
        if doubt == "direction" and subject.move and subject.move.way:
            continue
        message = f"The title of {subject.ref} contradicts itself. {DOUBTS[doubt]}"
        yield subject.finding(_CONTRADICTORY, message, CONTRADICTIONS[doubt], "title")


M211 = Rule(
    id=_CONTRADICTORY,
    explanation=(
        "A title that says one thing in words and another in numbers is understood in two ways, "
        "and each reader remembers the one that suits. Rates of two periods look like a change "
        "that they are not: 2 a quarter is less than 1 a month."
    ),
    source="Requirements practice (ISO/IEC/IEEE 29148): consistent, in itself and with others",
    find=contradictory_titles,
    examples={
        "en": of_key_result(
            "en",
            key_result_text("Reduce incidents from 2 a quarter to 1 a month"),
            key_result_text("Reduce incidents from 6 a quarter to 3 a quarter"),
        ),
        "es": of_key_result(
            "es",
            key_result_text("Subir la retención del 92 % al 120 %"),
            key_result_text("Subir la retención del 92 % al 97 %"),
        ),
        "ru": of_key_result(
            "ru",
            key_result_text("Снизить отток с 3 % до 5 %"),
            key_result_text("Снизить отток с 5 % до 3 %"),
        ),
    },
)
