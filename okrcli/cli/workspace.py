"""Loads the workspace for commands that do not check its files."""

from collections.abc import Iterable, Sequence
from datetime import date
from typing import TYPE_CHECKING

from okrcli.cli.messages import remark
from okrcli.cli.next_steps import COMMAND_LINE
from okrcli.cli.options import Invocation
from okrcli.compute.rounding import listed_text
from okrcli.errors import HistoryError, WorkspaceError
from okrcli.model.finding import Finding
from okrcli.model.plan import Plan
from okrcli.model.refused import RefusedEntry, files_with_errors
from okrcli.storage.layout import SETTINGS_FILE

if TYPE_CHECKING:
    from okrcli.actions.workspace import Question, Workspace


def readable_workspace(invocation: Invocation, question: "Question | None" = None) -> "Workspace":
    """Load the workspace, and say which files have errors: what is missing there is missing here.

    Where there is a *question*, it is asked nothing else, and only errors about that are told.

    Raises:
        WorkspaceError: There is no workspace.
    """
    workspace = invocation.workspace(question)
    tell_errors(workspace.plan, workspace.plan.findings)
    if not workspace.plan.objectives:
        tell_sparse(invocation)
    return workspace


def plan_on(invocation: Invocation, day: date, question: "Question | None" = None) -> Plan:
    """Load the plan that a report of *day* is made of, as `readable_workspace` does.

    Of a past day, it has also what has moved in silence since.

    Raises:
        WorkspaceError: There is no workspace.
    """
    from okrcli.actions.workspace import plan_for  # noqa: PLC0415  `okr init` needs none

    workspace = readable_workspace(invocation, question)
    with invocation.reading_history():
        return plan_for(workspace, day)


def tell_errors(plan: Plan, findings: Iterable[Finding]) -> None:
    """Say in which files of *plan* there are errors among *findings*, but for refused entries."""
    if files := files_with_errors(findings, plan.refused):
        remark(
            "Something may be missing, because there are errors in"
            f" {listed_text(files)}. Run `okr check`."
        )


def tell_refused(entries: Sequence[RefusedEntry]) -> None:
    """Say that *entries* were left out of what is shown; nothing where there are none."""
    if entries:
        from okrcli.render.text.refused import refused_text  # noqa: PLC0415  few workspaces have some

        remark(refused_text(entries, COMMAND_LINE))


def tell_sparse(invocation: Invocation) -> None:
    """Say so when a sparse checkout may be why there is no objective."""
    from okrcli.history.repository import open_repository  # noqa: PLC0415  only when none is there

    try:
        repository = open_repository(invocation.root())
    except HistoryError:  # without git there is no sparse checkout either
        return
    if repository and repository.is_sparse():
        remark(
            "This is a sparse checkout, which may leave the objectives out."
            " `git sparse-checkout list` shows what it has, and `git sparse-checkout add` adds."
        )


def writable_workspace(invocation: Invocation, question: "Question | None" = None) -> "Workspace":
    """Load the workspace to write to it; where there is a *question*, it is asked nothing else.

    Raises:
        WorkspaceError: There is none, or its settings cannot be read.
    """
    workspace = readable_workspace(invocation, question)
    plan = workspace.plan
    if plan.refused:
        from okrcli.actions.refused import refused_on  # noqa: PLC0415  few workspaces have some

        entries, since = refused_on(plan, invocation.today), workspace.since
        # What is older has been replaced, and may or may not have been read.
        tell_refused([entry for entry in entries if since is None or entry.day >= since])
    if SETTINGS_FILE in plan.unreadable:
        raise WorkspaceError(
            f"{SETTINGS_FILE} has errors, so nothing is written.", "`okr check` shows them."
        )
    return workspace
