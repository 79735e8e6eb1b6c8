import pytest

from okrcli.wording.languages.lexicon import Kind, Language
from okrcli.wording.letters import flatten
from okrcli.wording.titles.leading_verb import Lead
from tests.wording.read_titles import lead_of


def words_of(lead: Lead | None, title: str) -> str | None:
    return lead and flatten(title)[lead.start : lead.end]


@pytest.mark.parametrize(
    ("title", "language", "verb", "kind"),
    [
        ("Cut churn to 5 %", "en", "cut", "change"),
        ("We want to cut churn", "en", "cut", "change"),
        ("Launches 3 sites", "en", None, None),
        ("Hold 3 meetings", "en", "hold", "task"),
        ("Achieve a reduction of 5 %", "en", "achieve a reduction", "change"),
        ("Reducción del 5 %", "es", "reduccion", "change"),
        ("Mantener el 5 %", "es", "mantener", "keep"),
        ("Рост выручки на 5 %", "ru", "рост", "change"),
        ("Growth drives us", "en", None, None),
        ("Launch readiness at 90 %", "en", None, None),
    ],
)
def test_verb_or_the_noun_for_it_leads_a_title(
    title: str, language: Language, verb: str | None, kind: Kind | None
) -> None:
    lead = lead_of(title, language)

    assert words_of(lead, title) == verb
    assert (lead and lead.sense.kind) == kind


def test_noun_is_an_action_without_an_actor() -> None:
    noun, verb = lead_of("Reducción del 5 %", "es"), lead_of("Reducir un 5 %", "es")

    assert noun is not None
    assert verb is not None
    assert (noun.is_noun, verb.is_noun) == (True, False)


@pytest.mark.parametrize(
    ("title", "language", "meant"),
    [
        ("Reduse churn to 5 %", "en", "reduce"),
        ("Icnrease NPS to 60", "en", "increase"),
        ("Aumntar el NPS", "es", "aumentar"),
        ("Увелчить NPS", "ru", "увеличить"),
        ("Reduce churn to 5 %", "en", None),
        ("Better answers", "en", None),
    ],
)
def test_verb_that_is_missed_by_one_letter_is_known(
    title: str, language: Language, meant: str | None
) -> None:
    lead = lead_of(title, language)

    assert (lead and lead.meant) == meant


def test_word_that_no_list_has_is_a_verb_by_its_object() -> None:
    lead = lead_of("Blorf the backlog")

    assert lead is not None
    assert (lead.is_unknown, lead.sense.kind) == (True, "task")
    assert lead_of("Blorf backlog") is None
