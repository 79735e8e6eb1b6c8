"""Every format of `okr remind`, whole, and what none may let through."""

import json
import re
import subprocess
import sys
from datetime import timedelta
from html import escape

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from rich.cells import cell_len

from okrcli.cli.next_steps import COMMAND_LINE
from okrcli.next_step import NextStep
from okrcli.render import REMINDER_FORMATS, RenderOptions
from okrcli.render.reminders.message import message_text, message_title
from okrcli.render.reminders.words import since_text
from okrcli.views.reminders import Reminders, by_owner
from tests.render.golden import assert_golden
from tests.render.kpi_samples import WORKSPACE, a_due, full_reminders
from tests.render.samples import DAY, HOSTILE
from tests.render.test_reports import CONTROLS

TERMINALS = {
    "reminders-20.txt": RenderOptions(COMMAND_LINE, width=20),
    "reminders-80.txt": RenderOptions(COMMAND_LINE, width=80),
    "reminders-120.txt": RenderOptions(COMMAND_LINE, width=120),
    "reminders-ascii-80.txt": RenderOptions(COMMAND_LINE, width=80, ascii=True),
    "reminders-colour-80.ansi": RenderOptions(COMMAND_LINE, width=80, colour=True),
}
MACHINES = {"json": "reminders.json", "markdown": "reminders.md"}
ANY_TEXT = st.text(min_size=1, max_size=80)


def drawn(reminders: Reminders, name: str = "text", width: int = 80) -> str:
    return REMINDER_FORMATS[name](reminders, RenderOptions(COMMAND_LINE, width=width))


def told(text: str) -> Reminders:
    return Reminders(text, DAY, (a_due(title=text),), {"ana": text})


@pytest.mark.parametrize("name", TERMINALS)
def test_text_of_reminders_is_the_golden_one_at_each_width(name: str) -> None:
    assert_golden(name, REMINDER_FORMATS["text"](full_reminders(), TERMINALS[name]))


@pytest.mark.parametrize("name", MACHINES)
def test_machine_format_of_reminders_is_the_golden_one(name: str) -> None:
    assert_golden(MACHINES[name], drawn(full_reminders(), name))


def test_message_is_the_golden_one() -> None:
    reminders = full_reminders()

    assert_golden(
        "reminders-message.txt",
        f"{message_title(reminders)}\n\n{message_text(COMMAND_LINE, reminders)}\n",
    )


def test_every_reminder_format_has_a_golden_file() -> None:
    assert {"text", *MACHINES} == set(REMINDER_FORMATS)


@pytest.mark.parametrize("width", range(20, 161, 7))
def test_text_of_reminders_fits_its_width_save_for_what_is_to_be_copied(width: int) -> None:
    lines = drawn(full_reminders(), width=width).splitlines()

    assert max(cell_len(line) for line in lines if not line.startswith("    okr ")) <= width


@given(ANY_TEXT)
@settings(max_examples=60)
@pytest.mark.parametrize("name", REMINDER_FORMATS)
def test_no_reminder_format_lets_control_characters_or_runner_commands_through(
    name: str, text: str
) -> None:
    shown = drawn(told(text + HOSTILE), name, width=200)

    assert not CONTROLS.search(shown)
    assert "##[" not in shown
    assert not any(line.lstrip().startswith("::") for line in shown.splitlines())


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


def test_markdown_of_reminders_mentions_nobody() -> None:
    assert not re.search(r"@\w|<script", drawn(full_reminders(), "markdown"))


@given(ANY_TEXT)
@settings(max_examples=60)
def test_json_of_reminders_gives_titles_back_exactly(text: str) -> None:
    document = json.loads(drawn(told(text), "json"))

    assert document["schema"] == "okrcli.reminders/1"
    assert document["dues"][0]["title"] == text
    assert document["dues"][0]["due"] == "2026-11-13"


@pytest.mark.parametrize(
    ("days", "said"),
    [
        (0, "due today"),
        (-1, "due since 2026-11-19, 1 day"),
        (-7, "due since 2026-11-13, 7 days"),
        (3, "due on 2026-11-23, in 3 days"),
    ],
)
def test_since_when_it_is_due_is_said(days: int, said: str) -> None:
    assert since_text(a_due(due=DAY + timedelta(days=days)), DAY) == said


def test_what_nobody_owns_comes_last() -> None:
    dues = [a_due(owner=None), a_due(owner="pavel"), a_due(owner="ana")]

    assert [owner for owner, _ in by_owner(dues)] == ["ana", "pavel", None]


def test_nothing_due_is_no_text() -> None:
    nothing = Reminders(WORKSPACE, DAY, ())

    assert drawn(nothing) == ""
    assert "Nothing is due." in drawn(nothing, "markdown")


@pytest.mark.parametrize("name", REMINDER_FORMATS)
def test_only_the_text_of_reminders_imports_rich(name: str) -> None:
    code = (
        "import sys; from okrcli.render import REMINDER_FORMATS, RenderOptions;"
        "from okrcli.cli.next_steps import COMMAND_LINE;"
        "from tests.render.kpi_samples import full_reminders;"
        f"REMINDER_FORMATS['{name}'](full_reminders(), RenderOptions(COMMAND_LINE));"
        "print('rich' in sys.modules)"
    )
    ran = subprocess.run([sys.executable, "-c", code], check=True, capture_output=True, text=True)

    assert ran.stdout == f"{name == 'text'}\n"


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
