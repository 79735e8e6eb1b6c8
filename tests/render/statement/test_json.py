import json

from hypothesis import given
from hypothesis import strategies as st

from okrcli.wording.titles.statement import read_statement
from tests.render.statement.rendered import rendered


@given(st.text())
def test_json_of_a_statement_is_one_line_whatever_it_says(text: str) -> None:
    line = rendered("json", text)

    assert line.splitlines() == [line.removesuffix("\n")]
    assert json.loads(line) == read_statement(text).as_json()
