import pytest
from hypothesis import given
from hypothesis import strategies as st

from okrcli.actions.new.short_ids import NewId, short_id
from okrcli.errors import UsageError
from okrcli.wording.titles.statement import read_statement


@pytest.mark.parametrize(
    ("title", "expected"),
    [
        ("Raise renewal rate from 80 to 90 % by 2026-12-31", "renewal-rate"),
        ("Cut churn from 8 to 5 %", "churn"),
        ("Answer within 4 hours, from 10 hours", "answer"),
        ("All contracts are in the CRM", "contracts-crm"),
        ("95 % of tickets are solved", "tickets-solved"),
        ("Reducir el tiempo de primera respuesta de 10 a 4 horas", "tiempo-primera-respuesta"),
        ("Снизить время первого ответа с 10 до 4 часов", "vremya-pervogo-otveta"),
        ("Don't lose customers", "dont-lose-customers"),
        ("100 %", "100"),
        ("!!!", ""),
    ],
)
def test_id_is_made_of_few_words_that_tell_what_it_is_about(title: str, expected: str) -> None:
    assert short_id(title, read_statement) == expected


def test_verb_stays_where_nobody_reads_the_title() -> None:
    assert short_id("Raise renewal rate") == "raise-renewal-rate"


@given(st.text())
def test_proposed_id_of_any_title_can_be_chosen(title: str) -> None:
    ids = NewId.of(title, ["objective", "a"], "objective")

    assert ids.chosen(ids.proposed) == ids.proposed


@pytest.mark.parametrize("chosen", ["a", "A", "", "two words", "../a", "a_b"])
def test_id_that_is_taken_or_none_is_refused(chosen: str) -> None:
    with pytest.raises(UsageError):
        NewId.of("Title", ["a"], "objective").chosen(chosen)
