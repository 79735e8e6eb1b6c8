"""Pages of reports, drawn in this process."""

from datetime import date
from pathlib import Path

from okrcli.actions.report import Now, report_on
from okrcli.actions.report_page import report_page
from okrcli.actions.workspace import open_workspace
from okrcli.cli.next_steps import COMMAND_LINE
from okrcli.render import REPORT_FORMATS, RenderOptions
from tests.pages.hostile import TODAY


def page_of(root: Path, file: Path, day: date = TODAY, cycle: str | None = None) -> Path:
    """Write the page of the workspace at *root* to *file*."""
    workspace = open_workspace(root, max(day, TODAY))
    report = report_on(workspace.plan, day, cycle, now=Now.of(workspace))
    page = report_page(report, workspace.plan, whole=True)
    file.write_text(REPORT_FORMATS["html"](page, RenderOptions(COMMAND_LINE)), encoding="utf-8")
    return file
