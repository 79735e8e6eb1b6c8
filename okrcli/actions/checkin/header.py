"""A check-in of items: its record, and the message of its commit."""

import secrets
from collections.abc import Sequence
from datetime import date, datetime

from okrcli.actions.checkin.item import Item
from okrcli.actions.identity import person_id
from okrcli.actions.records import parse_record
from okrcli.errors import UsageError
from okrcli.frozen import frozen_dataclass
from okrcli.history.message import checkin_message
from okrcli.model.checkin import CheckIn, Kudos
from okrcli.model.settings import Settings
from okrcli.storage.layout import checkin_id, checkin_path

_TOKEN_BYTES = 4


@frozen_dataclass
class CheckinHeader:
    """Who checks in, for which day, and the note and thanks besides values."""

    day: date
    by: str
    note: str = ""
    kudos: tuple[Kudos, ...] = ()

    @property
    def says_something(self) -> bool:
        """Whether there is something to record even without values."""
        return bool(self.note or self.kudos)

    def checkin(self, items: Sequence[Item], recorded: datetime) -> CheckIn:
        """Return the check-in of *items*, with a unique name.

        Raises:
            UsageError: The note is too long.
        """
        token = secrets.token_hex(_TOKEN_BYTES)
        fields = {
            "id": checkin_id(self.day, self.by, token),
            "path": checkin_path(self.day, self.by, token),
            "date": self.day,
            "by": self.by,
            "recorded": recorded,
            "note": self.note,
            "key_results": tuple(item.entry for item in items if item.entry),
            "readings": tuple(item.reading for item in items if item.reading),
            "kudos": self.kudos,
        }
        return parse_record(CheckIn, fields)


def message_of(checkin: CheckIn, items: Sequence[Item]) -> str:
    """Return the message of the commit of *checkin*, made of *items*."""
    notes = [checkin.note, *(entry.note for entry in checkin.key_results)]
    notes += [reading.note for reading in checkin.readings]
    notes += [f"Thanks to {kudos.to}: {kudos.reason}" for kudos in checkin.kudos]
    summaries = [item.summary for item in items]
    refs = dict.fromkeys(item.key_result for item in items if item.key_result)
    return checkin_message(
        summaries or _without_items(checkin), filter(None, notes), checkin.id, refs
    )


def checkin_lines(checkin: CheckIn, items: Sequence[Item]) -> list[str]:
    """Return what was recorded, one line per item."""
    return [item.summary_with_unit for item in items] or _without_items(checkin)


def _without_items(checkin: CheckIn) -> list[str]:
    return [f"kudos to {kudos.to}" for kudos in checkin.kudos] or ["note"]


def kudos_of(text: str, settings: Settings) -> Kudos:
    """Return the thanks in *text*, as in `pavel: cut the queue in half`.

    Raises:
        UsageError: It does not say to whom or what for, or the person is unknown.
    """
    to, _, reason = (part.strip() for part in text.partition(":"))
    if not to or not reason:
        raise UsageError(
            f"'{text}' does not say who is thanked for what.",
            "Write it as 'pavel: cut the queue in half'.",
        )
    to = person_id(to, settings)
    return parse_record(Kudos, {"to": to, "for": reason})
