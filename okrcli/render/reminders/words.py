"""What is due, in words."""

from collections.abc import Mapping
from datetime import date

from okrcli.compute.reports.reminders import Due
from okrcli.compute.rounding import count_text
from okrcli.printable import inert

KINDS: Mapping[str, str] = {
    "checkin": "check-in",
    "reading": "reading",
    "follow_up": "follow-up",
    "action": "action",
}


def what_text(due: Due) -> str:
    """Return what is due, with the name that commands use for it."""
    return inert(f"{KINDS[due.kind]}: {named_text(due)}")


def named_text(due: Due) -> str:
    """Return what it is about: title, segment and reference."""
    return f"{due.title}, {due.segment} ({due.ref})" if due.segment else f"{due.title} ({due.ref})"


def since_text(due: Due, day: date) -> str:
    """Return since when it is due, or when it will be."""
    late = (day - due.due).days
    if late == 0:
        return "due today"
    if late > 0:
        return f"due since {due.due}, {count_text(late, 'day')}"
    return f"due on {due.due}, in {count_text(-late, 'day')}"
