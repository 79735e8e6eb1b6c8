"""Who agreed, and to what."""

from collections.abc import Sequence
from datetime import date
from typing import Annotated, Protocol

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
    """

    who: Id
    date: Day
    seal: Seal | None = None


class _Approved(Protocol):
    @property
    def approved_by(self) -> Sequence[Approval]: ...


class Approvable:
    """A record that people agree to, with their approvals in `approved_by`."""

    def approved_since(self: _Approved) -> date | None:
        """Return the day on which somebody first agreed to it; `None` when nobody did."""
        return min((approval.date for approval in self.approved_by), default=None)
