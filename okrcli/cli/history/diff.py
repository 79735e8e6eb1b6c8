"""`okr report --diff REV`: what has moved since a commit, branch or tag."""

from collections.abc import Iterable
from datetime import date
from typing import TYPE_CHECKING

from okrcli.cli.options import Invocation
from okrcli.cli.outputs import (
    outputs_of,
    print_result,
    renderer_of,
    terminal_options,
    write_rendered,
)
from okrcli.render import DIFF_FORMATS

if TYPE_CHECKING:
    from okrcli.compute.reports.report import Pace
    from okrcli.model.plan import Plan


def show_diff(
    invocation: Invocation,
    since: str,
    plan: "Plan",
    *,
    day: date,
    chosen: "tuple[str | None, str | None, str | None, Pace | None]",
    format: str,  # noqa: A002  the option's name
    output: Iterable[str] | None,
    show_all: bool,
) -> None:
    """Show what has moved in the report of *plan* since the revision *since*; a table is text.

    What is *chosen* is a cycle, a team, an owner and a pace.
    """
    from okrcli.actions.story.diff import Choice, diff_since, revision_at  # noqa: PLC0415  --help

    render = renderer_of("text" if format == "table" else format, DIFF_FORMATS)
    outputs = outputs_of(output or (), DIFF_FORMATS)
    with invocation.reading_history():
        revision = revision_at(invocation.root(), since, invocation.today)
        diff = diff_since(revision, plan, day, Choice(*chosen))
    options = terminal_options(invocation, show_all=show_all)
    write_rendered(diff, outputs, DIFF_FORMATS, options)
    print_result(render(diff, options))
