"""Shows the outcome of `okr check`: on standard output, in files, on a job's page."""

import os
from dataclasses import replace
from pathlib import Path

from okrcli.cli.messages import remark
from okrcli.cli.next_steps import COMMAND_LINE
from okrcli.cli.outputs import print_result
from okrcli.cli.showing import Showing
from okrcli.errors import UsageError
from okrcli.history.repository import folder_in_repository
from okrcli.render import FROM_REPOSITORY
from okrcli.render.findings.statistics import statistics as counted_by_rule
from okrcli.render.findings.summary import summary
from okrcli.views.check import CheckOutcome

MAX_BYTES = 1024 * 1024
"""The most bytes that GitHub accepts from one step; it shows nothing of a larger file."""


def require_findings_shown(showing: Showing) -> None:
    """Refuse a format of standard output, where that shows counts and no findings.

    Raises:
        UsageError: One was named.
    """
    if not showing.is_auto:
        raise UsageError(
            "--statistics shows counts in place of the findings.",
            f"Leave out --format, or write the findings to a file: --output {showing.format}=PATH.",
        )


def show_outcome(showing: Showing, outcome: CheckOutcome, root: Path, *, statistics: bool) -> None:
    """Show *outcome*, of the workspace *root*, or with *statistics* its counts by rule."""
    formats = showing.output_formats if statistics else showing.all_formats
    if formats & FROM_REPOSITORY.keys():
        outcome = _from_repository(outcome, root)
    if statistics:
        showing.write(outcome)
        print_result(counted_by_rule(outcome))
    else:
        showing.show(outcome)
    if "github" in formats:
        add_to_job_summary(outcome)
    remark(summary(outcome))


def _from_repository(outcome: CheckOutcome, root: Path) -> CheckOutcome:
    """Return *outcome* with the workspace's place in its repository, where there is one."""
    return replace(outcome, folder=folder_in_repository(root))


def add_to_job_summary(outcome: CheckOutcome) -> None:
    """Append *outcome* to the file that GitHub names, where it names one."""
    name = os.environ.get("GITHUB_STEP_SUMMARY")
    if not name:
        return
    try:
        _append(Path(name), outcome)
    except OSError as error:  # as in a container that cannot see it; what was found still counts
        reason = error.strerror or type(error).__name__
        remark(f"The findings are not in the job summary '{name}': {reason}.")


def _append(file: Path, outcome: CheckOutcome) -> None:
    from okrcli.render.findings.markdown import render_within  # noqa: PLC0415  only in such jobs

    with file.open("ab") as summary:
        written = summary.tell()
        gap = "\n" if written else ""
        text = gap + render_within(outcome, MAX_BYTES - written - len(gap), COMMAND_LINE)
        content = text.encode()
        if written + len(content) > MAX_BYTES:
            remark(f"The job summary '{file}' has no room left for the findings.")
            return
        summary.write(content)
