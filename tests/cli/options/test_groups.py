"""The help of each command: options in groups, and examples that the command takes."""

import re
import shlex
from collections.abc import Iterator
from typing import Any

import pytest

from okrcli.cli.commands import COMMANDS
from okrcli.cli.options.groups import COMMON, SAVING
from okrcli.cli.start.lazy import Entry, load
from tests.cli.conftest import Okr


def _commands() -> Iterator[tuple[str, Entry]]:
    for name, entry in COMMANDS.items():
        if entry.commands:
            yield from ((f"{name} {below}", found) for below, found in entry.commands.items())
        else:
            yield name, entry


ALL = dict(_commands())


def sections_of(text: str) -> dict[str, str]:
    """Return the sections of a help by their titles, in their order."""
    parts = re.split(r"^(\w[\w ]*):\n", text, flags=re.MULTILINE)
    return dict(zip(parts[1::2], parts[2::2], strict=True))


@pytest.mark.parametrize("name", ALL)
def test_command_has_two_or_three_examples_that_it_takes(name: str) -> None:
    examples = ALL[name].examples

    assert 2 <= len(examples) <= 3
    for example in examples:
        words = shlex.split(example)
        path = name.split()
        assert words[: len(path)] == path
        command: Any = load(ALL[name])
        context = command.make_context(name, words[len(path) :])
        assert not [text for text in _texts(context.params) if text.startswith("--")]


def _texts(values: dict[str, object]) -> Iterator[str]:
    for value in values.values():
        for text in value if isinstance(value, list) else [value]:
            if isinstance(text, str):
                yield text


@pytest.mark.parametrize("name", ALL)
def test_help_ends_with_the_common_options_and_the_examples(okr: Okr, name: str) -> None:
    sections = sections_of(okr(*name.split(), "--help").out)

    *_, common, examples = sections
    assert (common, examples) == (COMMON, "Examples")
    assert sections["Examples"].splitlines() == [f"  okr {each}" for each in ALL[name].examples]
    for option in ("--root", "--today", "--no-input", "--color", "--ascii", "--help"):
        assert option in sections[COMMON]


def test_options_stand_in_groups(okr: Okr) -> None:
    sections = sections_of(okr("checkin", "--help").out)

    assert [*sections] == ["Arguments", "Values", SAVING, COMMON, "Examples"]
    saving = set(re.findall(r"^  (--[\w-]+)", sections[SAVING], re.MULTILINE))
    assert {"--by", "--push", "--no-commit", "--dry-run"} <= saving


def test_example_is_never_wrapped(okr: Okr, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("COLUMNS", "40")

    assert "  okr checkin cx-leader/nps 47 --confidence 7 --note" in okr("checkin", "--help").out
