"""`okr audit`: whether the history was kept as it was recorded and agreed."""

from __future__ import annotations

import typer

from okrcli.cli.options import Invocation
from okrcli.cli.showing import Showing, shows
from okrcli.cli.start.imports import will_run
from okrcli.render import AUDIT_FORMATS

if will_run(__name__):
    from okrcli.actions.story.audit import audit_of


@shows(AUDIT_FORMATS, output=True)
def audit(invocation: Invocation, showing: Showing) -> None:
    """Tell whether check-ins, goalposts and approvals were kept, and by which commit they were not.

    All cycles are looked at, those that are over as well. Whether commits are signed is looked at
    where okr.yaml says `audit: {signatures: required}`. The exit code is 1 if there is an error.
    """
    with invocation.reading_history():
        day, now = invocation.today, invocation.now()
        found = audit_of(invocation.root(), day, now, invocation.cache())
    showing.show(found)
    if found.counts.error:
        raise typer.Exit(1)
