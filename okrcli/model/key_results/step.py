"""A step of a key result."""

from datetime import date
from decimal import Decimal

from okrcli.model.base import Day, Id, NotNegative, OkrModel, Text, WithAddedDay
from okrcli.model.changes.withdrawal import Withdrawal


class Step(OkrModel, WithAddedDay):
    """One step of a key result of type `milestones`.

    Attributes:
        id: Lower-case words joined by `-`, unique in the key result.
        title: What has been done when the step is done.
        weight: Its weight among the steps.
        due: The last day. Default: the key result's last day.
        added: The day on which it was added. Default: the cycle's first day. It does not count
            before that day.
        dropped: That it is given up, and since when; from that day on it does not count.
    """

    id: Id
    title: Text
    weight: NotNegative = Decimal(1)
    due: Day | None = None
    added: Day | None = None
    dropped: Withdrawal | None = None

    def counts_on(self, day: date) -> bool:
        """Return whether it existed on *day* and was not given up by then."""
        return self.exists_on(day) and (self.dropped is None or day < self.dropped.date)
