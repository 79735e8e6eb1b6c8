"""The page of a GitHub job, to which `okr check` adds a table of all that it has found."""

import os
from pathlib import Path

from okrcli.cli.messages import remark
from okrcli.cli.next_steps import COMMAND_LINE
from okrcli.views.check import CheckOutcome

MAX_BYTES = 1024 * 1024
"""What GitHub takes from one step; of a larger file it shows nothing."""


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
