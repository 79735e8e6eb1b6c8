"""`okr log`: what has become of objectives, key results and KPIs."""

from __future__ import annotations

from typing import Annotated

from okrcli.cli.options import Invocation
from okrcli.cli.options.shared import ref_argument
from okrcli.cli.showing import Showing, shows
from okrcli.cli.start.imports import will_run
from okrcli.render import LOG_FORMATS

if will_run(__name__):
    from okrcli.actions.story.story import story_of

MOST_EVENTS = 40
"""How many events the text shows; other formats have all."""


@shows(LOG_FORMATS, every="Show every event.")
def log(
    invocation: Invocation,
    showing: Showing,
    *,
    ref: Annotated[
        str | None,
        ref_argument(
            help="Objective, key result or KPI, as it is called or was (default: everything)."
        ),
    ] = None,
) -> None:
    """Tell what the commits did: who created, amended, checked in or closed what, and when.

    The earliest comes first. What changed without an entry that says so is marked: goalposts that
    moved without an amendment, and check-ins that were edited or deleted.
    """
    with invocation.reading_history():
        story = story_of(invocation.root(), invocation.today, ref, invocation.now())
    is_cut = showing.format == "text" and not showing.options.all
    showing.show(story.latest(MOST_EVENTS) if is_cut else story)
