import pytest
from hypothesis import given
from markdown_it import MarkdownIt

from okrcli.cli.next_steps import COMMAND_LINE
from okrcli.model.finding import LOSSY_TEXT, SCHEMA
from okrcli.render.findings.markdown import render_within
from okrcli.views.check import CheckOutcome
from tests.render.findings.outcomes import NOTE, OUTCOME, many, outcomes, rendered


def table_rows(markdown: str) -> list[list[str]]:
    """Return the cells of each row of the one table, as a reader of Markdown sees them."""
    tokens = MarkdownIt("commonmark").enable("table").parse(markdown)
    assert not [each for each in tokens if each.type == "html_block"]
    rows: list[list[str]] = []
    for token in tokens:
        if token.type == "tr_open":
            rows.append([])
        elif token.type == "inline" and rows:
            children = token.children or []
            assert {each.type for each in children} <= {"text", "text_special"}
            rows[-1].append("".join(each.content for each in children))
    return rows[1:]


@given(outcomes)
def test_markdown_has_a_row_of_plain_text_for_each_finding(outcome: CheckOutcome) -> None:
    rows = table_rows(rendered("markdown", outcome))

    assert [len(row) for row in rows] == [5] * len(outcome.findings)


def test_markdown_has_the_worst_first() -> None:
    outcome = CheckOutcome((*many(NOTE, 1), *many(LOSSY_TEXT, 1), *many(SCHEMA, 2)), 1)

    assert [row[3] for row in table_rows(rendered("markdown", outcome))] == [
        "schema 1",
        "schema 2",
        "lossy-text 1",
        "business-as-usual 1",
    ]


@pytest.mark.parametrize("size", [500, 1_000, 4_000, 5_400])
def test_markdown_within_a_size_says_what_is_left_out(size: int) -> None:
    outcome = CheckOutcome((*many(LOSSY_TEXT, 20), *many(SCHEMA, 60)), 1)
    text = render_within(outcome, size, COMMAND_LINE)
    table, _, rest = text.partition("\nThere was no room for ")

    assert len(text.encode()) <= size
    assert sum(int(word) for word in rest.split() if word.isdigit()) == 80 - len(table_rows(table))


def test_markdown_within_enough_room_is_the_whole() -> None:
    assert render_within(OUTCOME, 1_000_000, COMMAND_LINE) == rendered("markdown")
