"""S104 and S106: no placeholders, and no weasel words."""

import re
from collections.abc import Iterable, Iterator
from dataclasses import replace
from itertools import chain
from typing import Final

from okrcli.checks.context import CheckContext
from okrcli.checks.example_texts import key_result_text, of_key_result
from okrcli.checks.rule import Rule
from okrcli.checks.subjects import KeyResultSubject, Subject
from okrcli.model.finding import Finding, RuleId, Severity
from okrcli.wording.letters import flatten, phrase_set
from okrcli.wording.titles.phrases import NUMBER_NEXT, Span
from okrcli.wording.titles.statement import Statement

_PLACEHOLDER = RuleId("S104", "placeholder", Severity.ERROR)
_WEASEL_WORD = RuleId("S106", "weasel-word", Severity.WARNING)

_LETTER_FOR_A_NAME: Final = re.compile(
    r"(?<=[^\W\d_] )(?<!\bof )(?<!\bto )(?<!\bby )(?<!\bat )(?<!\bin )(?<!\bde )(?<!\ba )"
    r"(?<!\ben )(?<!\bhasta )(?<!\bпо )(?<!\bдо )(?<!\bна )(?<!\bс )(?<!\bот )"
    r"[XYZХ](?![\w%$€£₽]| ?[%$€£₽])"
)
"""A letter after a noun, as in "product X"; after "to" it stands for a number."""


def placeholders(context: CheckContext) -> Iterator[Finding]:
    """Find titles with placeholders."""
    subjects: Iterable[Subject | KeyResultSubject] = chain(
        context.objectives_in_focus, context.key_results_in_focus
    )
    for subject in subjects:
        statement = context.title_of(subject)
        if statement.placeholder:
            yield _placeholder(context, subject, statement)


def _placeholder(
    context: CheckContext, subject: Subject | KeyResultSubject, statement: Statement
) -> Finding:
    named = _LETTER_FOR_A_NAME.sub("", statement.text)
    if named != statement.text and not context.titles.read(named, statement.lang).placeholder:
        message = f"The title of {subject.ref} calls something by a letter."
        finding = subject.finding(_PLACEHOLDER, message, "Write its name.", "title")
        return replace(finding, severity=Severity.INFO)
    message = f"In the title of {subject.ref} something is still to be filled in."
    hint = "Write the value; if nobody knows it yet, keep the objective a draft until then."
    return subject.finding(_PLACEHOLDER, message, hint, "title")


S104 = Rule(
    id=_PLACEHOLDER,
    explanation=(
        "A target of $X is a decision that has not been taken. It passes the meeting, and then "
        "everybody remembers another number."
    ),
    source="The agreement that SMART asks for needs a number: Doran 1981, “measurable”",
    find=placeholders,
    examples={
        "en": of_key_result(
            "en",
            key_result_text("Reach sales of $X in the new markets"),
            key_result_text("Reach sales of $250 000 in the new markets"),
        ),
        "es": of_key_result(
            "es",
            key_result_text("Alcanzar ventas de $X en los nuevos mercados"),
            key_result_text("Alcanzar ventas de 250 000 $ en los nuevos mercados"),
        ),
        "ru": of_key_result(
            "ru",
            key_result_text("Увеличить выручку на XX%"),
            key_result_text("Увеличить выручку на 12%"),
        ),
    },
)


def weasel_words(context: CheckContext) -> Iterator[Finding]:
    """Find words in key results in the place of a number."""
    for subject in context.key_results_in_focus:
        if subject.key_result.listed_steps:  # its steps say what it means
            continue
        statement = context.title_of(subject)
        weasel = next(
            (weasel for weasel in statement.weasels if _counts(weasel, statement, context)), None
        )
        if weasel:
            message = f"'{weasel.text}' in the title of {subject.ref} can mean anything."
            hint = "Write the number, or how it will be measured."
            yield subject.finding(_WEASEL_WORD, message, hint, "title")


def _counts(weasel: Span, statement: Statement, context: CheckContext) -> bool:
    """Return whether a word replaces a number, or blurs the one that follows it."""
    if context.titles.is_own("weasel", weasel):
        return True
    if not statement.has_number or flatten(weasel.text) in _BLURS_THE_WHOLE:
        return True
    return _NUMBER_NEXT.match(statement.text, weasel.end) is not None


_NUMBER_NEXT: Final = re.compile(
    rf"(?:\s(?:from|to|by|at|de|del|a|al|en|un|с|со|до|на))?{NUMBER_NEXT.pattern}"
)
"""One small word may come between a word that blurs and its number: "примерно с 30"."""

_BLURS_THE_WHOLE: Final = phrase_set(
    "or so|o algo asi|или около того|soon|in the near future|lo mas pronto posible|en breve"
    "|proximamente|скоро|вскоре|в ближайшее время|в скором времени|synergy|synergies"
    "|paradigm shift|sinergia|sinergias|cambio de paradigma|синергия|синергии|синергию"
    "|delightful|frictionless|excepcional|excepcionales|impecable|безупречный|безупречного"
    "|безупречное|безупречную|безупречные|исключительный|исключительное|исключительного"
    "|as quickly as possible|as fast as possible|as early as possible|at the earliest"
    "|in due course"
    "|lo mas rapido posible|tan pronto como sea posible|a la brevedad|en el menor tiempo posible"
    "|as soon as possible|asap|ideally|as much as possible|seamless|robust|world-class"
    "|world class|best-in-class|user-friendly|high-quality|state-of-the-art"
    "|lo antes posible|cuanto antes|idealmente|lo maximo posible|en lo posible|de calidad"
    "|de clase mundial|de primer nivel|de alta calidad|de vanguardia|в кратчайшие сроки"
    "|как можно скорее|как можно быстрее|в идеале|мирового уровня|высокого качества"
    "|по возможности"
)
"""Weasel words that a number does not make any clearer."""

S106 = Rule(
    id=_WEASEL_WORD,
    explanation=(
        "Several, approximately, as far as possible: such words sound like a promise and hold "
        "nothing that anybody could check when the cycle ends."
    ),
    source="Requirements practice (ISO/IEC/IEEE 29148): no vague and ambiguous terms",
    find=weasel_words,
    examples={
        "en": of_key_result(
            "en",
            key_result_text("Solve several problems of the checkout"),
            key_result_text("Solve 40 tickets about the checkout"),
        ),
        "es": of_key_result(
            "es",
            key_result_text("Resolver varios problemas de la tienda"),
            key_result_text("Resolver 40 tickets de la tienda"),
        ),
        "ru": of_key_result(
            "ru",
            key_result_text("Решить несколько проблем клиентов"),
            key_result_text("Решить 40 обращений клиентов"),
        ),
    },
)
