"""The quoted line and its caret, whatever stands in the file."""

import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st
from rich.cells import cell_len

from okrcli.cli.next_steps import COMMAND_LINE
from okrcli.model.finding import SCHEMA, Finding, Place
from okrcli.render import FINDING_FORMATS, RenderOptions
from okrcli.render.text.excerpt import excerpt
from okrcli.views.check import CheckOutcome
from tests.render.samples import HOSTILE

CONTROLS = {"Cc", "Cs", "Zl", "Zp"}


@pytest.mark.parametrize(
    ("line", "column", "shown", "before"),
    [
        ("  target: $X", 11, "  target: $X", 10),
        ("title: x   ", 8, "title: x", 7),
        ("\ttarget: $X", 10, " target: $X", 9),
        ("цель: забота", 7, "цель: забота", 6),
        ("名前: 顧客", 5, "名前: 顧客", 6),
        ("a: \x1b[31mred", 4, "a: \ufffd[31mred", 3),
        ("a: \u202edlrow", 4, "a: \ufffddlrow", 3),
        ("short", 99, "short", 5),
    ],
)
def test_excerpt_of_a_short_line_is_all_of_it(
    line: str, column: int, shown: str, before: int
) -> None:
    assert excerpt(line, column, 40, "…") == (shown, before)


def test_excerpt_of_a_long_line_is_about_what_is_meant() -> None:
    line = "a" * 500 + "X" + "b" * 500

    shown, before = excerpt(line, 501, 40, "…")
    assert (shown[0], shown[-1], shown[before]) == ("…", "…", "X")
    assert len(shown) <= 40


@given(st.text(), st.integers(1, 200), st.integers(20, 100))
def test_excerpt_is_inert_and_fits(line: str, column: int, width: int) -> None:
    shown, before = excerpt(line, column, width, "…")

    assert [each for each in shown if unicodedata.category(each) in CONTROLS] == []
    assert cell_len(shown) <= width
    assert before <= width


@given(st.text(st.characters(categories=["L", "N"]), min_size=1), st.data())
def test_caret_stands_below_the_character_that_is_meant(line: str, data: st.DataObject) -> None:
    at = data.draw(st.integers(0, len(line) - 1))
    shown, before = excerpt(line, at + 1, 2 * len(line) + 2, "…")

    assert (shown, before) == (line.rstrip(), cell_len(line[:at]))


def text_of(line: str, options: RenderOptions) -> str:
    place = Place("okr.yaml", 12, 3)
    finding = Finding.of(SCHEMA, place, "Wrong.", "Mend it.")
    outcome = CheckOutcome((finding,), 1, lines={("okr.yaml", 12): line})
    return FINDING_FORMATS["text"](outcome, options)


def test_text_quotes_the_line_between_finding_and_hint() -> None:
    assert text_of("a b c", RenderOptions(COMMAND_LINE)) == (
        "okr.yaml:12:3: error E002 schema: Wrong.\n    12 | a b c\n       |   ^\n    Mend it.\n"
    )


def test_text_quotes_no_empty_line() -> None:
    assert text_of("   ", RenderOptions(COMMAND_LINE)) == (
        "okr.yaml:12:3: error E002 schema: Wrong.\n    Mend it.\n"
    )


def test_text_says_in_ascii_that_a_line_goes_on() -> None:
    quoted = text_of("x" * 200, RenderOptions(COMMAND_LINE, ascii=True)).splitlines()[1]

    assert quoted.endswith("x...")
    assert len(quoted) == 80


def test_text_colours_the_caret_and_nothing_of_the_file() -> None:
    lines = text_of("a b c", RenderOptions(COMMAND_LINE, colour=True)).splitlines()

    assert lines[1] == "    12 | a b c"
    assert lines[2].startswith("       |   \x1b[")


def test_text_is_four_lines_whatever_the_line_holds() -> None:
    text = text_of(f"{HOSTILE}\u2028::error::x ##[error]", RenderOptions(COMMAND_LINE))

    assert len(text.splitlines()) == 4
    assert "::" not in text
    assert "##[" not in text
