"""A step of a key result."""

from decimal import Decimal

from okrcli.model.base import Day, Id, NotNegative, OkrModel, Text, WithAddedDay


class Step(OkrModel, WithAddedDay):
    """One step.

    Attributes:
        id: Lower-case words joined by `-`, once in the key result.
        title: What is done then.
        weight: How much it counts among the steps.
        due: The last day; without it, the key result's own.
        added: The day on which it was added; without it, the cycle's first. Before that day it does
            not count.
    """

    id: Id
    title: Text
    weight: NotNegative = Decimal(1)
    due: Day | None = None
    added: Day | None = None
