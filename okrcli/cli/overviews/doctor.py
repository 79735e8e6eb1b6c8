"""`okr doctor`: what may keep okr from working here."""

from __future__ import annotations

from typing import Annotated

import typer

from okrcli.cli.options import Invocation
from okrcli.cli.showing import Showing, shows
from okrcli.cli.start.imports import will_run
from okrcli.render import DOCTOR_FORMATS

if will_run(__name__):
    from okrcli.actions.doctor.examine import examine
    from okrcli.cli.options.own import own_cache, own_state_folder
    from okrcli.views.doctor import State


@shows(DOCTOR_FORMATS)
def doctor(
    invocation: Invocation,
    showing: Showing,
    *,
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
    cache = own_cache()
    if clear_cache and cache:
        cache.clear()
    examination = examine(invocation.folder, own_state_folder(), cache)
    showing.show(examination)
    if examination.count(State.ERROR):
        raise typer.Exit(1)
