"""Giving something up from a day on."""

from okrcli.model.base import Day, Id, OkrModel, Text


class Withdrawal(OkrModel):
    """Why something no longer counts, and since when.

    Attributes:
        date: The first day on which it does not count.
        why: The reason.
        approved_by: Who agreed to it.
    """

    date: Day
    why: Text
    approved_by: Id | None = None
