"""Workspaces in which something is amended, as of 2026-11-20."""

import difflib
from collections.abc import Mapping
from datetime import date
from pathlib import Path

from okrcli.actions.amend.agreed import agreed_named
from okrcli.actions.amend.amendments import AmendmentResult, amend_all
from okrcli.actions.amend.moves import Reason
from okrcli.actions.change import Change
from okrcli.actions.workspace import Workspace, open_workspace
from tests.cli.workspaces import FILES, write

DAY = date(2026, 11, 20)
BECAUSE = Reason(DAY, "scale changed")
PATH = "objectives/2026-Q4/cx-leader.yaml"

EARLIER = {
    name: text for name, text in FILES.items() if not name.startswith("checkins/2026/2026-11-20")
}
"""Without the check-ins of the day itself."""


def a_space(root: Path, files: Mapping[str, str] | None = None) -> Workspace:
    """Return the workspace *root*, after *files* were written to it."""
    return open_workspace(write(root, dict(files or {})), DAY)


def amended(
    space: Workspace,
    ref: str,
    *,
    step: str | None = None,
    factor: str = "",
    reason: Reason = BECAUSE,
    **texts: str,
) -> AmendmentResult:
    return amended_by(space, ref, texts, step=step, factor=factor, reason=reason)


def amended_by(
    space: Workspace,
    ref: str,
    texts: Mapping[str, str],
    *,
    step: str | None = None,
    factor: str = "",
    reason: Reason = BECAUSE,
) -> AmendmentResult:
    agreed = agreed_named(space, ref, step)
    return amend_all(space, agreed, texts, reason, factor=factor, name_of=lambda name: name)


def saved(space: Workspace, change: Change) -> Workspace:
    """Return the workspace after *change* was written."""
    space.save(change, commit=False)
    return open_workspace(space.root, space.today)


def new_lines(change: Change) -> list[str]:
    """Return the lines that *change* adds, and after `-` those that it takes away."""
    lines: list[str] = []
    for write_ in change.writes:
        before = (write_.expected or b"").decode().splitlines()
        different = difflib.unified_diff(before, write_.content.decode().splitlines(), n=0)
        shown = [line for line in different if not line.startswith(("---", "+++", "@@"))]
        lines += [line[1:] if line[0] == "+" else line for line in shown]
    return lines
