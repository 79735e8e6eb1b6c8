import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from okrcli.actions.ids import LONGEST, free_id, id_from, kpi_id_from
from okrcli.model.base import ID_PATTERN, KPI_ID_PATTERN


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Ana Ruiz", "ana-ruiz"),
        ("Клиенты возвращаются", "klienty-vozvrashchayutsya"),
        ("Año nuevo, ¡ya!", "ano-nuevo-ya"),
        ("Don't stop", "dont-stop"),
        ("---", ""),
        ("One two three four five six seven eight nine", "one-two-three-four-five-six-seven-eight"),
    ],
)
def test_id_is_made_of_the_words_of_any_script(text: str, expected: str) -> None:
    assert id_from(text) == expected


@given(st.text())
def test_id_from_any_text_is_an_id_or_empty(text: str) -> None:
    made = id_from(text)

    assert made == "" or (re.fullmatch(ID_PATTERN, made) and len(made) <= LONGEST)


@given(st.text())
def test_kpi_id_from_any_text_is_a_kpi_id_or_empty(text: str) -> None:
    made = kpi_id_from(text)

    assert made == "" or (re.fullmatch(KPI_ID_PATTERN, made) and len(made) <= LONGEST)


@given(st.sets(st.sampled_from(["a", "a-2", "a-3", "a-4", "b"])))
def test_free_id_is_never_one_that_is_taken(taken: set[str]) -> None:
    assert free_id("a", taken) not in taken


def test_free_id_is_the_wanted_one_when_nobody_has_it() -> None:
    assert free_id("nps", {"csat"}) == "nps"
    assert free_id("nps", {"nps"}, "_") == "nps_2"
