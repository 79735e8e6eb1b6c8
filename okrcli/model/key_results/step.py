"""A step of a key result."""

from decimal import Decimal

from okrcli.model.base import Day, Id, NotNegative, OkrModel, Text, WithAddedDay
from okrcli.model.changes.withdrawal import Withdrawal


class Step(OkrModel, WithAddedDay):
    """One step.

    Attributes:
        id: Lower-case words joined by `-`, once in the key result.
        title: What is done then.
        weight: How much it counts among the steps.
        due: The last day; without it, the key result's own.
        added: The day on which it was added; without it, the cycle's first. Before that day it does
            not count.
        dropped: That it is given up, and since when: from that day on it does not count.
    """

    id: Id
    title: Text
    weight: NotNegative = Decimal(1)
    due: Day | None = None
    added: Day | None = None
    dropped: Withdrawal | None = None
