"""What is due as a message to people: plain text, which calls nobody and carries no markup."""

from collections.abc import Iterator

from okrcli.printable import inert_message
from okrcli.render.reminders.reminders import Reminders, by_owner, since_text, what_text


def message_text(reminders: Reminders) -> str:
    """Return all of *reminders* below the name of each person."""
    return "\n\n".join("\n".join(_part(reminders, owner)) for owner, _ in by_owner(reminders.dues))


def message_title(reminders: Reminders) -> str:
    """Return the message's title."""
    return inert_message(f"{reminders.workspace}: due by {reminders.as_of}")


def _part(reminders: Reminders, owner: str | None) -> Iterator[str]:
    yield inert_message(reminders.name_of(owner))
    for due in reminders.dues:
        if due.owner == owner:
            yield inert_message(f"- {what_text(due)}, {since_text(due, reminders.as_of)}")
            yield f"  {inert_message(due.command)}"
