import unicodedata

from hypothesis import given
from hypothesis import strategies as st

from tests.render.statement.rendered import rendered


@given(st.text())
def test_text_of_a_statement_steers_no_terminal(text: str) -> None:
    shown = rendered("text", text).replace("\n", "")

    assert [each for each in shown if unicodedata.category(each) in {"Cc", "Cs"}] == []
