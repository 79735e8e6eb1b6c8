"""The workspace that a command is about to write to."""

from okrcli.cli.options import Invocation
from okrcli.errors import WorkspaceError
from okrcli.model.plan import Plan
from okrcli.storage.layout import SETTINGS_FILE


def writable_plan(invocation: Invocation) -> Plan:
    """Load the workspace to write to it.

    Raises:
        WorkspaceError: There is none, or its settings cannot be read.
    """
    plan = invocation.plan()
    if SETTINGS_FILE in plan.unreadable:
        raise WorkspaceError(
            f"{SETTINGS_FILE} has errors, so nothing is written.", "`okr check` shows them."
        )
    return plan
