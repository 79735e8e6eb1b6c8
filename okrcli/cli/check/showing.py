"""Shows the outcome of `okr check`: on standard output, in files, on a job's page."""

import os
from collections.abc import Iterable
from dataclasses import replace
from pathlib import Path

from okrcli.cli.messages import remark
from okrcli.cli.next_steps import COMMAND_LINE
from okrcli.cli.options.shared import AUTO
from okrcli.cli.outputs import Output, outputs_of, print_result, renderer_of, write_rendered
from okrcli.cli.workspace import folder_in_repository, in_github_actions
from okrcli.errors import UsageError
from okrcli.frozen import frozen_dataclass
from okrcli.render import FINDING_FORMATS, FROM_REPOSITORY, RenderOptions
from okrcli.render.findings.statistics import statistics as counted_by_rule
from okrcli.render.findings.summary import summary
from okrcli.views.check import CheckOutcome

MAX_BYTES = 1024 * 1024
"""The most bytes that GitHub accepts from one step; it shows nothing of a larger file."""


@frozen_dataclass
class Showing:
    """How to show the outcome.

    Attributes:
        format: Of standard output; `None` for the counts by rule.
    """

    format: str | None
    outputs: tuple[Output, ...]

    @classmethod
    def of(cls, name: str, outputs: Iterable[str], *, statistics: bool) -> "Showing":
        """Return what the options ask for.

        Raises:
            UsageError: An option names no format, or they contradict each other.
        """
        chosen = _automatic() if name == AUTO else name
        renderer_of(chosen, FINDING_FORMATS)
        if statistics and name != AUTO:
            raise UsageError(
                "--statistics shows counts in place of the findings.",
                f"Leave out --format, or write the findings to a file: --output {name}=PATH.",
            )
        files = tuple(outputs_of(outputs, FINDING_FORMATS))
        return cls(None if statistics else chosen, files)

    def show(self, outcome: CheckOutcome, options: RenderOptions, root: Path) -> None:
        """Write *outcome*, of the workspace *root*, everywhere."""
        if self._formats & FROM_REPOSITORY.keys():
            outcome = _from_repository(outcome, root)
        write_rendered(outcome, self.outputs, FINDING_FORMATS, options)
        print_result(self._text(outcome, options))
        if "github" in self._formats:
            add_to_job_summary(outcome)
        remark(summary(outcome))

    @property
    def _formats(self) -> set[str]:
        return {output.format for output in self.outputs} | {self.format or ""}

    def _text(self, outcome: CheckOutcome, options: RenderOptions) -> str:
        if self.format is None:
            return counted_by_rule(outcome)
        return FINDING_FORMATS[self.format](outcome, options)


def _automatic() -> str:
    return "github" if in_github_actions() else "text"


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
