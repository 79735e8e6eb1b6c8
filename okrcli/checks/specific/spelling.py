"""S110: the leading verb is spelled correctly."""

from collections.abc import Iterable, Iterator
from itertools import chain
from typing import Final

from okrcli.checks.context import CheckContext
from okrcli.checks.example_texts import key_result_text, of_key_result
from okrcli.checks.rule import Rule
from okrcli.checks.subjects import KeyResultSubject, Subject
from okrcli.model.finding import Finding, RuleId, Severity

_MISSPELLED: Final = RuleId("S110", "misspelled-verb", Severity.INFO)


def misspelled_verbs(context: CheckContext) -> Iterator[Finding]:
    """Find leading verbs that differ from a verb of change by one letter."""
    subjects: Iterable[Subject | KeyResultSubject] = chain(
        context.objectives_in_focus, context.key_results_in_focus
    )
    for subject in subjects:
        statement = context.title_of(subject)
        if statement.verb is None or statement.verb_meant is None:
            continue
        meant = statement.verb_meant
        message = f"'{statement.verb.text}' in the title of {subject.ref} is read as '{meant}'."
        yield subject.finding(_MISSPELLED, message, f"Write '{meant}'.", "title")


S110 = Rule(
    id=_MISSPELLED,
    explanation=(
        "The verb says what will change, so a misspelt one is corrected when it is read. Whoever "
        "searches the plan for the verb, and every other program, reads what is there."
    ),
    source="The same care as for numbers: what can be misread will be",
    find=misspelled_verbs,
    examples={
        "en": of_key_result(
            "en",
            key_result_text("Reduse the wait from 9 to 4 minutes"),
            key_result_text("Reduce the wait from 9 to 4 minutes"),
        ),
        "es": of_key_result(
            "es",
            key_result_text("Aumetar las altas de 200 a 350"),
            key_result_text("Aumentar las altas de 200 a 350"),
        ),
        "ru": of_key_result(
            "ru",
            key_result_text("Увеличеть охват с 10 % до 15 %"),
            key_result_text("Увеличить охват с 10 % до 15 %"),
        ),
    },
)
