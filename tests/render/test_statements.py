"""What was read in a sentence, shown."""

import json
import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from okrcli.cli.next_steps import COMMAND_LINE
from okrcli.render import STATEMENT_FORMATS, RenderOptions
from okrcli.wording.titles.statement import read_statement
from tests.render.golden import assert_golden
from tests.render.samples import HOSTILE

SENTENCES = (
    "Raise NPS from 40 to 60 points by 2026-12-31",
    "Reducir el ciclo de ventas en un promedio de 10 días para el tercer trimestre",
    "Увеличить конверсию на 15 п.п. к концу квартала",
    "Mejorar la eficiencia de $X en varios equipos",
    "Launch the portal and double the number of visits",
    "Room 7",
    HOSTILE,
)
FILES = {"text": "statements.txt", "json": "statements.json"}


def rendered(name: str, text: str) -> str:
    return STATEMENT_FORMATS[name](read_statement(text), RenderOptions(COMMAND_LINE))


@pytest.mark.parametrize("name", FILES)
def test_statements_are_the_golden_ones(name: str) -> None:
    assert set(FILES) == set(STATEMENT_FORMATS)
    assert_golden(FILES[name], "".join(rendered(name, text) for text in SENTENCES))


@given(st.text())
def test_json_of_a_statement_is_one_line_whatever_it_says(text: str) -> None:
    line = rendered("json", text)

    assert line.splitlines() == [line.removesuffix("\n")]
    assert json.loads(line) == read_statement(text).as_json()


@given(st.text())
def test_text_of_a_statement_steers_no_terminal(text: str) -> None:
    shown = rendered("text", text).replace("\n", "")

    assert [each for each in shown if unicodedata.category(each) in {"Cc", "Cs"}] == []
