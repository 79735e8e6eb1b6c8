import re
from html import escape

import pytest
from hypothesis import given, settings

from okrcli.cli.next_steps import COMMAND_LINE
from okrcli.next_step import NextStep
from okrcli.render.reminders.message import message_text, message_title
from okrcli.views.reminders import Reminders
from tests.render.golden import assert_golden
from tests.render.kpi_samples import WORKSPACE, a_due, full_reminders
from tests.render.reminders.drawn import ANY_TEXT, told
from tests.render.samples import DAY, HOSTILE
from tests.render.test_reports import CONTROLS


def test_message_is_the_golden_one() -> None:
    reminders = full_reminders()

    assert_golden(
        "reminders-message.txt",
        f"{message_title(reminders)}\n\n{message_text(COMMAND_LINE, reminders)}\n",
    )


@given(ANY_TEXT)
@settings(max_examples=60)
def test_message_calls_nobody_and_obeys_no_control_character(text: str) -> None:
    reminders = told(f"{text}{HOSTILE} @here <!channel> <@U12> [safe](https://example.com)")
    message = f"{message_title(reminders)}\n{message_text(COMMAND_LINE, reminders)}"

    assert not CONTROLS.search(message)
    assert not re.search(r"[@<]\w|<[!@]|\]\(", message)
    assert len(message_text(COMMAND_LINE, reminders).splitlines()) == 3


def test_message_leaves_commands_as_they_are_typed() -> None:
    due = a_due(step=NextStep.record_reading("first_response_time", "chat"))

    message = message_text(COMMAND_LINE, Reminders(WORKSPACE, DAY, (due,)))

    assert COMMAND_LINE.command(due.step) in message


def many_dues(count: int, title: str = "Retention") -> Reminders:
    return Reminders(WORKSPACE, DAY, tuple(a_due(title=title) for _ in range(count)))


def test_message_ends_after_fifty_lines_and_says_how_many_more_there_are() -> None:
    lines = message_text(COMMAND_LINE, many_dues(1_000)).splitlines()

    shown = [line for line in lines if line.startswith("- ")]
    assert 48 <= len(lines) <= 54
    assert lines[-1] == f"… and {1_000 - len(shown):,} more"


@pytest.mark.parametrize("letter", ["x", "&", "я", "😀"])
@pytest.mark.parametrize("longest", [500, 2_000, 4_096])
def test_message_is_as_long_as_a_service_takes_also_as_html(letter: str, longest: int) -> None:
    reminders = many_dues(40, f"{letter} " * 5_000)
    plain = message_text(COMMAND_LINE, reminders, longest)
    escaped = message_text(COMMAND_LINE, reminders, longest, is_escaped=True)

    assert len(plain) <= longest
    assert len(escape(escaped).replace(" ", "&nbsp;").replace("\n", "<br/>")) <= longest
    assert {text.splitlines()[-1][:5] for text in (plain, escaped)} == {"… and"}


def test_titles_in_messages_are_cut() -> None:
    (due,) = [
        line
        for line in message_text(COMMAND_LINE, many_dues(1, "x" * 5_000)).splitlines()
        if "xx" in line
    ]

    assert due.count("x") == 199
    assert "x… (" in due
