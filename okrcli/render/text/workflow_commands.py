"""GitHub's workflow commands, which annotate the lines of a pull request."""

from collections.abc import Mapping

from okrcli.model.finding import Severity
from okrcli.printable import inert

SHOWN = 10
"""How many annotations of each severity GitHub shows for one step."""

_COMMANDS: Mapping[Severity, str] = {
    Severity.ERROR: "error",
    Severity.WARNING: "warning",
    Severity.INFO: "notice",
}


def workflow_command(
    severity: Severity, message: str, *, file: str, title: str, line: int = 1, column: int = 1
) -> str:
    """Return the line that annotates *file*, a posix path from the repository's root."""
    return (
        f"::{_COMMANDS[severity]} file={_property(file)},line={line},col={column},"
        f"title={_property(title)}::{_data(message)}"
    )


def _data(text: str) -> str:
    return inert(text).replace("%", "%25")


def _property(text: str) -> str:
    return _data(text).replace(":", "%3A").replace(",", "%2C")
