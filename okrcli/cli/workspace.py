"""Loads the workspace for commands that do not check its files."""

from collections.abc import Iterable, Sequence
from datetime import date
from pathlib import Path
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
    tell_left_out(workspace.root)
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
        plan = plan_for(workspace, day)
    tell_cut_off(workspace, day)
    return plan


def plan_as_it_went(invocation: Invocation, workspace: "Workspace", since: date) -> Plan:
    """Return the plan of *workspace* with what moved in silence; days from *since* on are judged.

    It is said where a shallow clone does not know all of them.
    """
    from okrcli.actions.story.silent_changes import with_silent_changes  # noqa: PLC0415  needs git

    with invocation.reading_history():
        plan = with_silent_changes(workspace.root, workspace.plan, workspace.today)
    tell_cut_off(workspace, since)
    return plan


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


def tell_left_out(root: Path) -> None:
    """Say which files of the workspace a sparse checkout leaves out: what they hold is missing."""
    from okrcli.history.sparse import may_be_sparse  # noqa: PLC0415  few checkouts are

    if not may_be_sparse(root):
        return
    from okrcli.actions.check.scope import files_missing  # noqa: PLC0415  as above

    try:
        missing = files_missing(root)
    except HistoryError:  # without git there is no sparse checkout either
        return
    if missing:
        remark(
            "Something is missing, because this sparse checkout leaves out"
            f" {listed_text(missing)}. `git sparse-checkout disable` takes all files in."
        )


def tell_cut_off(workspace: "Workspace", day: date) -> None:
    """Say so where a shallow clone cannot tell how goalposts stood on the past *day*."""
    if day < workspace.today:
        from okrcli.actions.story.cut_off import unknown_since  # noqa: PLC0415  only past days

        if why := unknown_since(workspace.root, day):
            remark(why)


def writable_workspace(invocation: Invocation, question: "Question | None" = None) -> "Workspace":
    """Load the workspace to write to it; where there is a *question*, it is asked nothing else.

    Raises:
        WorkspaceError: There is none, or its settings cannot be read.
    """
    workspace = readable_workspace(invocation, question)
    plan = workspace.plan
    if plan.refused:
        from okrcli.actions.refused import refused_on  # noqa: PLC0415  few workspaces have some

        tell_refused(refused_on(plan, invocation.today))
    if SETTINGS_FILE in plan.unreadable:
        raise WorkspaceError(
            f"{SETTINGS_FILE} has errors, so nothing is written.", "`okr check` shows them."
        )
    return workspace
