"""Titles without deadlines, read as far as the test of one part of the reading needs."""

from okrcli.wording.languages.lexicon import Language, Lexicon
from okrcli.wording.letters import flatten
from okrcli.wording.numbers.figures import Figure
from okrcli.wording.roles.title_context import CuedFigure, TitleContext
from okrcli.wording.titles.leading_verb import Lead, find_lead
from okrcli.wording.titles.statement import read_statement


def lead_of(text: str, language: Language = "en") -> Lead | None:
    return find_lead(flatten(text), Lexicon().vocabulary(language), language)


def context_of(text: str, language: Language = "en") -> TitleContext:
    """Return what the numbers of *text* are read against, where its leading verb carries them."""
    lead = lead_of(text, language)
    return TitleContext(
        flat=flatten(text),
        language=language,
        vocabulary=Lexicon().vocabulary(language),
        kind=lead.sense.kind if lead else None,
        direction=lead.sense.direction if lead else None,
        verb_end=lead.end if lead else 0,
        speeds=lead is not None and lead.sense.speeds,
        rivals=lead is not None
        and lead.sense.group == "reach"
        and lead.sense.direction is not None,
    )


def noted_in(text: str, language: Language = "en") -> tuple[CuedFigure, ...]:
    """Return the numbers of *text*, each with the word before it that says what it is."""
    return read_statement(text, language).considered.noted


def figures_in(text: str, language: Language = "en") -> list[Figure]:
    return [noted.figure for noted in noted_in(text, language)]
