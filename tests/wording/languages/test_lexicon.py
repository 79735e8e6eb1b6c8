import pytest

from okrcli.wording.languages.lexicon import GROUPS, LANGUAGES, Language, Lexicon, vocabulary_of


@pytest.mark.parametrize("language", LANGUAGES)
def test_vocabulary_has_folded_words_in_every_group(language: Language) -> None:
    vocabulary = vocabulary_of(language)
    groups = {sense.group for sense in vocabulary.verbs.values()} - {None}
    assert groups == set(GROUPS) - {"weasel", "placeholder", "vanity"}
    assert all(word == word.lower() and "ё" not in word for word in vocabulary.verbs)
    assert vocabulary.weasels
    assert vocabulary.placeholders
    assert vocabulary.vanities


@pytest.mark.parametrize(
    ("language", "forms", "group"),
    [
        ("en", ["reduce", "reduced", "reducing", "cut", "grew"], "change"),
        ("en", ["ship", "shipped", "shipping", "built"], "task"),
        ("es", ["aumentar", "aumente", "aumentemos", "reduzca", "crezcan"], "change"),
        ("es", ["logre", "consiga", "obtenga", "alcanzar"], "reach"),
        ("es", ["publique", "entregue", "lance", "construya"], "task"),
        ("ru", ["увеличить", "увеличим", "увеличьте", "снижен", "сократилось"], "change"),
        ("ru", ["проведено", "запущен", "реализуем", "нанято"], "task"),
    ],
)
def test_vocabulary_knows_the_forms_of_a_verb(
    language: Language, forms: list[str], group: str
) -> None:
    verbs = vocabulary_of(language).verbs
    assert {form: verbs[form].group for form in forms} == dict.fromkeys(forms, group)


def test_lexicon_without_changes_shares_the_vocabulary() -> None:
    assert Lexicon().vocabulary("es") is vocabulary_of("es")


def test_extended_lexicon_folds_what_it_adds_and_removes() -> None:
    lexicon = Lexicon().with_changes(
        add={"task": ["Évaluer"], "vanity": ["Kudos received"]}, remove={"weasel": ["ASAP"]}
    )
    vocabulary = lexicon.vocabulary("en")
    assert vocabulary.verbs["evaluer"].kind == "task"
    assert vocabulary.vanities["kudos"] == ("kudos received",)
    assert "asap" not in vocabulary.weasels
    assert "asap" in vocabulary_of("en").weasels


def test_extended_lexicon_moves_a_verb_from_its_group() -> None:
    lexicon = Lexicon().with_changes(add={"change": ["improve"]})
    sense = lexicon.vocabulary("en").verbs["improve"]
    assert (sense.kind, sense.direction) == ("change", "increase")


def test_extended_lexicon_takes_verbs_of_several_words() -> None:
    lexicon = Lexicon().with_changes(add={"vague": ["level up"]})
    assert [phrase for phrase, _ in lexicon.vocabulary("en").phrases["level"]] == ["level up"]


def test_extended_lexicon_keeps_earlier_changes() -> None:
    once = Lexicon().with_changes(add={"task": ["foo"]})
    twice = once.with_changes(add={"task": ["bar"]}, remove={"task": ["launch"]})
    verbs = twice.vocabulary("en").verbs
    assert {"foo", "bar"} <= verbs.keys()
    assert "launch" not in verbs
