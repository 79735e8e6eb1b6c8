"""What every key-result type is, and what it says of itself where types differ."""

from collections.abc import Mapping
from datetime import date
from decimal import Decimal
from typing import ClassVar

from okrcli.model.base import Cadence, Day, Id, KpiId, NotNegative, OkrModel, Text, WithAddedDay
from okrcli.model.changes.former import FormerField
from okrcli.model.changes.withdrawal import Withdrawal
from okrcli.model.key_results.amendment import SHARED_GOALPOSTS, KeyResultAmendment
from okrcli.model.key_results.step import Step


class KeyResult(OkrModel, WithAddedDay):
    """A measurable proof that the objective is reached.

    Attributes:
        id: Lower-case words joined by `-`, once in the objective.
        title: What proves it, measurably: "Raise NPS from 40 to 60".
        owner: The one who answers for it; without it, the objective's owner.
        unit: Of what the values are, as people write it: `"%"`, `h`, `EUR`, `points`. Not needed
            when the KPI gives it, nor for a bare number.
        kpi: The KPI whose readings are its values: the name of its file.
        start: The first day of the expected line; without it, the cycle's first day.
        due: The last day; without it, the cycle's last day.
        weight: How much it counts in the objective's score; 0 is shown but not counted.
        cadence: How often a check-in is due; without it, the objective's cadence.
        guards: KPIs that must stay healthy while this moves.
        note: What is worth knowing about it.
        amendments: Every change of a goalpost after the cycle began.
        added: The day on which it was added; without it, the cycle's first. Before that day it
            stands in no report, and from then on its check-ins are due and its expected line runs.
        dropped: That it is given up, and since when: it counts before that day.
        formerly: The names that it had, as in `cx-leader/score`: check-ins that name it so count.

    What a type says of all its key results:

    - `own_goalposts`: Its fields that only an amendment may change once the cycle has begun.
    - `is_numeric`: Whether values are numbers in a unit, which can be readings of the KPI.
    - `keeps_a_level`: Whether it is reached by keeping something as it is.
    """

    own_goalposts: ClassVar[tuple[str, ...]] = ()
    is_numeric: ClassVar[bool] = True
    keeps_a_level: ClassVar[bool] = False

    id: Id
    title: Text
    owner: Id | None = None
    unit: Text | None = None
    kpi: KpiId | None = None
    start: Day | None = None
    due: Day | None = None
    weight: NotNegative = Decimal(1)
    cadence: Cadence | None = None
    guards: tuple[KpiId, ...] = ()
    note: Text | None = None
    amendments: tuple[KeyResultAmendment, ...] = ()
    added: Day | None = None
    dropped: Withdrawal | None = None
    formerly: tuple[FormerField, ...] = ()
    type: str

    @classmethod
    def goalposts(cls) -> tuple[str, ...]:
        """Return its fields that only an amendment may change once the cycle has begun."""
        return (*cls.own_goalposts, *SHARED_GOALPOSTS)

    def counts_on(self, day: date) -> bool:
        """Return whether it is there on *day*, and not given up by then."""
        return self.exists_on(day) and (self.dropped is None or day < self.dropped.date)

    @property
    def is_quantified(self) -> bool:
        """Whether the fields say what a title may leave out: a number, bounds or steps."""
        return True

    @property
    def listed_steps(self) -> tuple[Step, ...]:
        """Its steps; none where its type has none."""
        return ()

    @property
    def dates(self) -> Mapping[str, date | None]:
        """The days that it states, by field."""
        return {"start": self.start, "due": self.due}
