"""The workspace of a command that does not judge its files."""

from okrcli.cli.messages import remark
from okrcli.cli.options import Invocation
from okrcli.errors import WorkspaceError
from okrcli.model.finding import Severity
from okrcli.model.plan import Plan
from okrcli.storage.layout import SETTINGS_FILE

MOST_NAMED = 3
"""Of many files nobody reads every name here."""


def readable_plan(invocation: Invocation) -> Plan:
    """Load the workspace, and say which files have errors: what is missing there is missing here.

    Raises:
        WorkspaceError: There is none.
    """
    plan = invocation.plan()
    errors = (each for each in plan.findings if each.severity is Severity.ERROR)
    files = list(dict.fromkeys(each.place.path for each in errors))
    if files:
        more = f" and {len(files) - MOST_NAMED} more" if len(files) > MOST_NAMED else ""
        remark(
            "Something may be missing, because there are errors in"
            f" {', '.join(files[:MOST_NAMED])}{more}. Run `okr check`."
        )
    return plan


def writable_plan(invocation: Invocation) -> Plan:
    """Load the workspace to write to it.

    Raises:
        WorkspaceError: There is none, or its settings cannot be read.
    """
    plan = readable_plan(invocation)
    if SETTINGS_FILE in plan.unreadable:
        raise WorkspaceError(
            f"{SETTINGS_FILE} has errors, so nothing is written.", "`okr check` shows them."
        )
    return plan
