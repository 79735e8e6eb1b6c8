import pytest
from hypothesis import given
from hypothesis import strategies as st

from okrcli.render.chat.teams import MOST_BYTES, teams_text
from tests.render.chat.messages import a_message
from tests.render.chat.validated import card_in, card_lines


def test_message_is_a_block_for_each_line() -> None:
    assert card_lines(teams_text(a_message(lines=11))) == [
        "Raise NPS",
        "Raise NPS",
        "Raise NPS",
        *["▲ Raise NPS: Raise NPS"] * 10,
        "… and 1 more",
    ]


def test_status_has_a_colour_beside_its_symbol() -> None:
    line = card_in(teams_text(a_message()))["body"][-1]
    assert line["inlines"][0] == {"type": "TextRun", "text": "▲ ", "color": "Warning"}


@pytest.mark.parametrize("text", ["x" * 300, '"' * 300, "満" * 300, "\U0001f680" * 300])
def test_longest_message_is_within_the_limit(text: str) -> None:
    written = teams_text(a_message(text, lines=500, sections=60))
    assert len(written.encode()) <= MOST_BYTES
    assert card_lines(written)


@given(st.text(min_size=1))
def test_any_text_is_a_text_run_on_one_line(text: str) -> None:
    lines = card_lines(teams_text(a_message(text)))
    assert not {*"\x1b\n\u202e"} & {*"".join(lines)}
