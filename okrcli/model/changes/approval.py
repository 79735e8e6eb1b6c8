"""Who agreed, and to what."""

from collections.abc import Sequence
from datetime import date
from typing import Annotated, Literal, Protocol

from pydantic import StringConstraints

from okrcli.model.base import Day, Id, OkrModel, advice

Seal = Annotated[
    str,
    StringConstraints(pattern=r"^\d{1,3}:[0-9a-f]{64}$"),
    advice("A seal is written by okr: remove it where it is broken."),
]
"""The version of the form that is sealed, and the SHA-256 of what was agreed to."""


class Approval(OkrModel):
    """Who agreed to an objective or a KPI, and when.

    Attributes:
        who: Who agreed.
        date: The day on which they agreed.
        seal: What was agreed to, as a checksum that okr writes; without it, nobody can tell
            whether the text has changed since.
        status_before: `active` where it had been active without anybody's agreement; without it, it
            was a draft until that day.
    """

    who: Id
    date: Day
    seal: Seal | None = None
    status_before: Literal["active"] | None = None


class _Approved(Protocol):
    @property
    def approved_by(self) -> Sequence[Approval]: ...


class Approvable:
    """A record that people agree to, with their approvals in `approved_by`."""

    def draft_until(self: _Approved) -> date | None:
        """Return the day on which somebody first agreed to it, so that it was no draft any more.

        `None` when nobody did, or when it had been active before.
        """
        first = min(self.approved_by, key=lambda approval: approval.date, default=None)
        return None if first is None or first.status_before else first.date
