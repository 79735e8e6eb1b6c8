"""`okr log`: what has become of objectives, key results and KPIs."""

from __future__ import annotations

from typing import Annotated

import typer

from okrcli.cli.completion import complete_ref
from okrcli.cli.options import Invocation, with_invocation
from okrcli.cli.options.groups import output_option
from okrcli.cli.options.shared import format_option
from okrcli.cli.start.imports import will_run
from okrcli.render import LOG_FORMATS

if will_run(__name__):
    from okrcli.actions.story.story import story_of
    from okrcli.cli.outputs import print_result, renderer_of, terminal_options

MOST_EVENTS = 40
"""How many events the text shows; other formats have all."""


@with_invocation
def log(
    invocation: Invocation,
    *,
    ref: Annotated[
        str | None,
        typer.Argument(
            metavar="REF",
            help="Objective, key result or KPI, as it is called or was (default: everything).",
            autocompletion=complete_ref,
        ),
    ] = None,
    format: Annotated[str, format_option(LOG_FORMATS)] = "text",  # noqa: A002  the option's name
    show_all: Annotated[bool, output_option("--all", help="Show every event.")] = False,
) -> None:
    """Tell what the commits did: who created, amended, checked in or closed what, and when.

    The earliest comes first. What changed without an entry that says so is marked: goalposts that
    moved without an amendment, and check-ins that were edited or deleted.
    """
    render = renderer_of(format, LOG_FORMATS)
    with invocation.reading_history():
        story = story_of(invocation.root(), invocation.today, ref, invocation.now())
    shown = story.latest(MOST_EVENTS) if format == "text" and not show_all else story
    print_result(render(shown, terminal_options(invocation, show_all=show_all)))
