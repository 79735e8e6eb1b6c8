import json

import pytest
from hypothesis import given
from hypothesis import strategies as st

from okrcli.render.chat.slack import LONGEST_MESSAGE, slack_text
from tests.render.chat.messages import a_message
from tests.render.chat.validated import slack_blocks, slack_texts


def test_message_is_a_header_and_a_block_for_each_part() -> None:
    text = slack_text(a_message(lines=11))
    header, facts, section = slack_texts(text)
    assert (header, facts) == ("Raise NPS", "Raise NPS")
    lines = section.split("\n")
    assert (lines[0], lines[1]) == ("*Raise NPS*", "▲ Raise NPS: Raise NPS")
    assert lines[-1] == "… and 1 more"
    assert json.loads(text)["text"] == "Raise NPS: Raise NPS"


def test_slack_is_told_to_look_for_no_names_and_addresses() -> None:
    _, *sections = slack_blocks(slack_text(a_message()))
    assert all(block["text"]["verbatim"] for block in sections)


@pytest.mark.parametrize("text", ["x" * 300, "&" * 300, "満" * 300, "*`" * 150, "<!channel>" * 30])
def test_longest_message_is_within_the_limits(text: str) -> None:
    written = slack_text(a_message(text, lines=500, sections=60))
    assert sum(map(len, slack_texts(written))) <= LONGEST_MESSAGE


@given(st.text(min_size=1))
def test_no_text_calls_anybody_or_begins_a_line(text: str) -> None:
    written = slack_text(a_message(text))
    for shown in slack_texts(written):
        assert not {"<", ">"} & {*shown}
        assert "@here" not in shown
    assert slack_texts(written)[-1].count("\n") == 1


@pytest.mark.parametrize("text", ["<!channel>", "<@U12>", "<https://x.org|words>", "@here", "```"])
def test_markup_of_slack_is_shown_letter_by_letter(text: str) -> None:
    shown = slack_texts(slack_text(a_message(text)))[0]
    assert text not in shown
    plain = shown.replace("\u2060", "").replace("&lt;", "<").replace("&gt;", ">")
    assert plain == text
