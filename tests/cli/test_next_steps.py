import re
import shlex
from collections.abc import Iterator, Mapping
from typing import Any

import pytest
import typer

from okrcli.cli.commands import COMMANDS
from okrcli.cli.next_steps import COMMAND_LINE
from okrcli.cli.start.lazy import load
from okrcli.next_step import NextStep, StepKind

QUOTED = re.compile(r"`(okr [^`]*)`")
OPTION = re.compile(r"(?<![\w-])--[a-z-]+")
EVERY_STEP = [NextStep(kind, "subject", "detail") for kind in StepKind]


@pytest.fixture(scope="module")
def options() -> Mapping[str, frozenset[str]]:
    """Return the options of every command, by its words."""
    return dict(options_of(name, load(entry)) for name, entry in COMMANDS.items()) | dict(
        options_of(f"{name} {inner}", command)
        for name, entry in COMMANDS.items()
        for inner, command in commands_in(load(entry))
    )


def commands_in(group: Any) -> Iterator[tuple[str, Any]]:
    for name in getattr(group, "commands", {}):
        _, command, _ = group.resolve_command(typer.Context(group), [name])
        yield name, command


def options_of(name: str, command: Any) -> tuple[str, frozenset[str]]:
    return name, frozenset(option for each in command.params for option in each.opts)


@pytest.mark.parametrize("step", EVERY_STEP, ids=lambda step: step.kind)
def test_step_is_worded_in_a_whole_sentence_of_commands_and_options_that_there_are(
    step: NextStep, options: Mapping[str, frozenset[str]]
) -> None:
    sentence = COMMAND_LINE.sentence(step)

    assert re.fullmatch(r"[A-Z`].*\.", sentence)
    for command in QUOTED.findall(sentence):
        require_known(command, options)
    assert set(OPTION.findall(sentence)) <= frozenset().union(*options.values())


def require_known(text: str, options: Mapping[str, frozenset[str]]) -> None:
    words = shlex.split(text)[1:]
    name = " ".join(words[:2]) if " ".join(words[:2]) in options else words[0]
    assert set(OPTION.findall(text)) <= options[name]


def test_hint_that_is_a_sentence_stays_as_it_is() -> None:
    assert COMMAND_LINE.sentence("Give it {one} % of `that`.") == "Give it {one} % of `that`."


@pytest.mark.parametrize(
    ("step", "command"),
    [
        (NextStep(StepKind.CHECK), "okr check"),
        (NextStep(StepKind.CHECK_IN_VALUE, "cx-leader/nps"), "okr checkin cx-leader/nps VALUE"),
        (NextStep.record_reading("nps"), "okr kpi record nps VALUE"),
        (NextStep.record_reading("nps", "chat"), "okr kpi record nps VALUE --segment chat"),
        (NextStep.finish_action("csat-plan", 2), "okr improve follow-up csat-plan --done 2"),
    ],
)
def test_command_is_what_to_type(step: NextStep, command: str) -> None:
    assert COMMAND_LINE.command(step) == command


def test_what_a_step_is_about_is_one_word_of_a_shell() -> None:
    command = COMMAND_LINE.command(NextStep(StepKind.SHOW_ITEM, "a; rm -rf ~ {subject} `x`"))

    assert shlex.split(command) == ["okr", "show", "a; rm -rf ~ {subject} `x`"]
