"""`okr help`: the help of a command, or of what several commands share."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path
from typing import Annotated

import typer

from okrcli.cli.commands import COMMANDS
from okrcli.cli.messages import say
from okrcli.cli.options import Invocation, with_invocation
from okrcli.cli.start.imports import will_run
from okrcli.errors import UsageError
from okrcli.nearest import suggestion_hint

if will_run(__name__):
    from okrcli.cli.outputs import print_result

_TEXTS = Path(__file__).with_name("topics")

TOPICS: Mapping[str, str] = {
    "files": "What stands in which file, with an example of each.",
    "references": "How objectives, key results, KPIs, cycles and days are named.",
    "formulas": "How progress, pace, health and the rest are computed.",
    "numbers": "How numbers, dates and words are read.",
    "history": "What git is asked, and what it cannot tell.",
    "ci": "Exit codes, formats and options for CI.",
}


@with_invocation
def help(  # noqa: A001  the command's name
    invocation: Invocation,
    *,
    words: Annotated[
        list[str] | None,
        typer.Argument(
            metavar="[TOPIC|COMMAND...]", help="What to explain (default: list all topics)."
        ),
    ] = None,
) -> None:
    """Explain a topic or a command."""
    del invocation
    name = words[0] if words else None
    if words is None or name is None:
        _list_topics()
    elif name in TOPICS:
        print_result(topic_text(name))
    elif name in COMMANDS:
        _explain_command(words)
    else:
        hint = suggestion_hint(name, (*TOPICS, *COMMANDS))
        raise UsageError(f"There is no topic or command '{name}'.", hint)


def topic_text(name: str) -> str:
    """Return the text about a topic, at most 80 columns wide."""
    return (_TEXTS / f"{name}.txt").read_text(encoding="utf-8")


def _list_topics() -> None:
    say("Topics, each shown by okr help TOPIC:")
    for name, line in TOPICS.items():
        say(f"  {name:<12}{line}")
    say("Commands, each shown by okr help COMMAND:")
    for name, entry in COMMANDS.items():
        say(f"  {name:<12}{entry.help}")


def _explain_command(words: list[str]) -> None:
    from okrcli.cli.app import app  # noqa: PLC0415  it knows this command

    typer.main.get_command(app).main([*words, "--help"], prog_name="okr", standalone_mode=False)
