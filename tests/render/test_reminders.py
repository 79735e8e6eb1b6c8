"""Every format of `okr remind`, whole, and what none may let through."""

import subprocess
import sys

import pytest
from hypothesis import given, settings

from okrcli.cli.next_steps import COMMAND_LINE
from okrcli.render import REMINDER_FORMATS, RenderOptions
from okrcli.views.reminders import Reminders, by_owner
from tests.render.golden import assert_golden
from tests.render.kpi_samples import WORKSPACE, a_due, full_reminders
from tests.render.reminders.drawn import ANY_TEXT, drawn, told
from tests.render.samples import DAY, HOSTILE
from tests.render.test_reports import CONTROLS

TERMINALS = {
    "reminders-20.txt": RenderOptions(COMMAND_LINE, width=20),
    "reminders-80.txt": RenderOptions(COMMAND_LINE, width=80),
    "reminders-120.txt": RenderOptions(COMMAND_LINE, width=120),
    "reminders-ascii-80.txt": RenderOptions(COMMAND_LINE, width=80, ascii=True),
    "reminders-colour-80.ansi": RenderOptions(COMMAND_LINE, width=80, colour=True),
}
MACHINES = {
    "json": "reminders.json",
    "markdown": "reminders.md",
    "slack": "reminders-slack.json",
    "teams": "reminders-teams.json",
}


@pytest.mark.parametrize("name", TERMINALS)
def test_text_of_reminders_is_the_golden_one_at_each_width(name: str) -> None:
    assert_golden(name, REMINDER_FORMATS["text"](full_reminders(), TERMINALS[name]))


@pytest.mark.parametrize("name", MACHINES)
def test_machine_format_of_reminders_is_the_golden_one(name: str) -> None:
    assert_golden(MACHINES[name], drawn(full_reminders(), name))


def test_every_reminder_format_has_a_golden_file() -> None:
    assert {"text", *MACHINES} == set(REMINDER_FORMATS)


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
