"""What was read in a sentence, shown."""

import pytest

from okrcli.render import STATEMENT_FORMATS
from tests.render.golden import assert_golden
from tests.render.samples import HOSTILE
from tests.render.statement.rendered import rendered

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


@pytest.mark.parametrize("name", FILES)
def test_statements_are_the_golden_ones(name: str) -> None:
    assert set(FILES) == set(STATEMENT_FORMATS)
    assert_golden(FILES[name], "".join(rendered(name, text) for text in SENTENCES))
