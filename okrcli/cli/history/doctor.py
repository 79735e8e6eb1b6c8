"""`okr doctor`: what may keep okr from working here."""

from __future__ import annotations

from typing import Annotated

import typer

from okrcli.cli.options import Invocation, with_invocation
from okrcli.cli.options.shared import format_option
from okrcli.cli.start.imports import will_run
from okrcli.render import DOCTOR_FORMATS

if will_run(__name__):
    from okrcli.actions.doctor.examine import examine
    from okrcli.cli.checkin.unfinished import own_state_folder
    from okrcli.cli.options.cache import own_cache
    from okrcli.cli.outputs import print_result, renderer_of, terminal_options
    from okrcli.views.doctor import State


@with_invocation
def doctor(
    invocation: Invocation,
    *,
    format: Annotated[str, format_option(DOCTOR_FORMATS)] = "text",  # noqa: A002  the option's name
    clear_cache: Annotated[
        bool, typer.Option("--clear-cache", help="Remove what okr keeps of files that it has read.")
    ] = False,
) -> None:
    """Look for what may keep okr from working here, and say what to do about it.

    Programs, files, who you are, the state of the clone, locks and hooks are looked at; nothing is
    changed but by --clear-cache. It works without a workspace, without a repository and without
    git. The exit code is 1 if something has to be mended before okr can do its work, and 0 for
    notes and warnings.
    """
    render = renderer_of(format, DOCTOR_FORMATS)
    cache = own_cache()
    if clear_cache and cache:
        cache.clear()
    examination = examine(invocation.folder, own_state_folder(), cache)
    print_result(render(examination, terminal_options(invocation)))
    if examination.count(State.ERROR):
        raise typer.Exit(1)
