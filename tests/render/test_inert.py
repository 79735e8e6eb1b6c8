import json
import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from okrcli.render.inert import inert, inert_cell, inert_json, inert_markdown, inert_message


@given(st.text(alphabet=st.characters(exclude_categories=[])))
def test_inert_text_is_one_line_that_every_terminal_can_take(text: str) -> None:
    harmless = inert(text)

    assert len(harmless.splitlines()) <= 1
    assert not [letter for letter in harmless if unicodedata.category(letter) in {"Cc", "Cs"}]
    assert harmless.encode().decode() == harmless


@given(st.text())
def test_inert_text_is_inert_already(text: str) -> None:
    assert inert(inert(text)) == inert(text)


@pytest.mark.parametrize(
    "text",
    [
        "Снизить время ответа",
        "Reducir el ciclo — 45 días",
        "満足度",
        "e\u0301",
        "👩\u200d🚀",
        "C++: a",
    ],
)
def test_inert_text_is_unchanged_when_it_is_harmless(text: str) -> None:
    assert inert(text) == text


@pytest.mark.parametrize("mark", ["\u202e", "\u2066", "\x1b", "\x9b", "\x07", "\ud800", "\ufeff"])
def test_inert_text_shows_where_a_control_character_was(mark: str) -> None:
    assert inert(f"a{mark}b") == "a\ufffdb"


@pytest.mark.parametrize("start", list("=+-@＝＋－＠"))
def test_inert_cell_is_quoted_when_it_begins_like_a_formula(start: str) -> None:
    assert inert_cell(f" {start}cmd") == f"'{start}cmd"


def test_inert_cell_is_unchanged_when_it_is_no_formula() -> None:
    assert inert_cell("NPS = 47") == "NPS = 47"


def test_inert_markdown_escapes_what_makes_html_or_markup() -> None:
    assert inert_markdown("<b> & *x* | [y]") == r"&lt;b&gt; &amp; \*x\* \| \[y\]"


@given(st.text(alphabet=st.characters(exclude_categories=["Cs"])))
def test_inert_json_reads_the_same(text: str) -> None:
    document = json.dumps({"text": text}, ensure_ascii=False)

    assert json.loads(inert_json(document)) == {"text": text}


@pytest.mark.parametrize(
    "text", ["@here", "<!channel>", "<@U12>", "[words](https://x.org)", "＠all"]
)
def test_inert_message_calls_nobody_and_hides_no_address(text: str) -> None:
    harmless = inert_message(text)

    assert text not in harmless
    assert harmless.replace("\u2060", "") == text


@pytest.mark.parametrize("text", ["okr kpi record first_reply VALUE", "a @ b < c", "[x] (y)"])
def test_inert_message_is_unchanged_when_it_is_harmless(text: str) -> None:
    assert inert_message(text) == text
