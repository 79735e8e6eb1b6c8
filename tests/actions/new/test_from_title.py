import pytest

from okrcli.actions.new.draft import Typed
from okrcli.actions.new.from_title import understood


@pytest.mark.parametrize(
    ("title", "read"),
    [
        (
            "Raise NPS from 40 to 60 by 2026-12-31",
            {"baseline": "40", "target": "60", "due": "2026-12-31"},
        ),
        (
            "Reducir el ciclo de ventas de 45 a 35 días",
            {"baseline": "45 días", "target": "35 días", "unit": "días"},
        ),
        (
            "Повысить выручку с 10 до 12 млн ₽ к 15.12.2026",
            {
                "baseline": "10000000 ₽",
                "target": "12000000 ₽",
                "unit": "₽",
                "due": "2026-12-15",
            },
        ),
        ("Increase renewals by 15%", {"change": "+15%"}),
        ("Reduce the backlog by 10 tickets", {"change": "-10"}),
        ("Open a second office", {}),
        ("Raise NPS from 40 to 60 by 31.31.2026", {"baseline": "40", "target": "60"}),
    ],
)
def test_sentence_gives_what_it_says(title: str, read: dict[str, str]) -> None:
    sentence = understood(Typed(title=title), None)

    assert dict(sentence.read) == read
    assert {name: getattr(sentence.typed, name) for name in read} == read


def test_sentence_fills_only_what_was_not_typed() -> None:
    typed = Typed(title="Raise NPS from 40 to 60 by 2026-12-31", target="65", due="2026-12-01")
    sentence = understood(typed, "points")

    assert (sentence.typed.baseline, sentence.typed.target) == ("40 points", "65")
    assert (sentence.typed.due, sentence.typed.unit) == ("2026-12-01", "")


@pytest.mark.parametrize(
    "typed",
    [
        Typed(title="Raise NPS from 40 to 60", type="binary"),
        Typed(title="Raise NPS from 40 to 60", at_least="5"),
        Typed(title="Raise NPS from 40 to 60", steps=("pilot",)),
    ],
)
def test_sentence_is_not_read_for_what_is_no_metric(typed: Typed) -> None:
    assert understood(typed, None).typed == typed


def test_words_that_name_no_day_are_told() -> None:
    sentence = understood(Typed(title="Cut it from 10 to 4 hours within four months"), None)

    assert sentence.typed.due == ""
    assert len(sentence.told) == 2
    assert "--due" in sentence.told[1]
