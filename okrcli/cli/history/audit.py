"""`okr audit`: whether the history was kept as it was recorded and agreed."""

from __future__ import annotations

from typing import Annotated

import typer

from okrcli.cli.options import Invocation, with_invocation
from okrcli.cli.options.shared import OutputOption, format_option
from okrcli.cli.start.imports import will_run
from okrcli.render import AUDIT_FORMATS

if will_run(__name__):
    from okrcli.actions.story.audit import audit_of
    from okrcli.cli.outputs import (
        outputs_of,
        print_result,
        renderer_of,
        terminal_options,
        write_rendered,
    )


@with_invocation
def audit(
    invocation: Invocation,
    *,
    format: Annotated[str, format_option(AUDIT_FORMATS)] = "text",  # noqa: A002  the option's name
    output: OutputOption = None,
) -> None:
    """Tell whether check-ins, goalposts and approvals were kept, and by which commit they were not.

    All cycles are looked at, those that are over as well. Whether commits are signed is looked at
    where okr.yaml says `audit: {signatures: required}`. The exit code is 1 if there is an error.
    """
    render = renderer_of(format, AUDIT_FORMATS)
    outputs = outputs_of(output or (), AUDIT_FORMATS)
    with invocation.reading_history():
        day, now = invocation.today, invocation.now()
        found = audit_of(invocation.root(), day, now, invocation.cache())
    options = terminal_options(invocation)
    write_rendered(found, outputs, AUDIT_FORMATS, options)
    print_result(render(found, options))
    if found.counts.error:
        raise typer.Exit(1)
