"""Small files that would keep a reader busy for hours, were it to go back over them.

Each is so large that time by the square of it would not end; nothing here measures time.
"""

import pytest

from okrcli.checks.run import check
from okrcli.compute.kpis.suggestion import suggest
from okrcli.wording.titles.statement import read_statement
from tests.checks.workspaces import TODAY, loaded

pytestmark = pytest.mark.slow

_CHARACTERS = 1_000_000
_PIECES = [
    " ",
    "[",
    "(",
    "<",
    "{",
    "a ",
    "1 ",
    "1,",
    "e\u0301",
    "\u0300\u0316",
    "\u0345\u0300",
    "…",
]


@pytest.mark.parametrize("piece", _PIECES, ids=ascii)
def test_long_title_is_judged_in_time_that_grows_as_it_does(piece: str) -> None:
    title = f"a{piece * (_CHARACTERS // len(piece))}b"
    plan = loaded({"objectives/2026-Q4/one.yaml": f'title: "{title}" # read once\n'})
    assert {finding.place.path for finding in check(plan, TODAY)} >= {"objectives/2026-Q4/one.yaml"}


@pytest.mark.parametrize("piece", _PIECES, ids=ascii)
def test_long_sentence_is_read_in_time_that_grows_as_it_does(piece: str) -> None:
    sentence = f"Raise NPS from 40 to 60 {piece * (_CHARACTERS // len(piece))}"
    assert read_statement(sentence).text.startswith("Raise NPS from 40 to 60")


def test_kpis_are_suggested_for_the_beginning_of_a_long_text() -> None:
    assert suggest("nps csat churn " * 20_000, loaded({}), "en")
