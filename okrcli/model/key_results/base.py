"""What all key-result types share, and what each type states where they differ."""

from collections.abc import Mapping
from datetime import date
from decimal import Decimal
from typing import Annotated, ClassVar

from okrcli.choices import Cadence
from okrcli.model.base import Day, Id, KpiId, NotNegative, OkrModel, Text, WithAddedDay
from okrcli.model.changes.amendment import FEW_FACTORS
from okrcli.model.changes.former import FormerNamesField
from okrcli.model.changes.withdrawal import Withdrawal
from okrcli.model.key_results.amendment import SHARED_GOALPOSTS, KeyResultAmendment
from okrcli.model.key_results.step import Step


class KeyResult(OkrModel, WithAddedDay):
    """A measurable proof that the objective is reached.

    Attributes:
        id: Lower-case words joined by `-`, unique in the objective.
        title: The measurable proof: "Raise NPS from 40 to 60".
        owner: The person who is accountable for it. Default: the objective's owner.
        unit: The unit of the values, as people write it: `"%"`, `h`, `EUR`, `points`. Not needed
            for a plain number, or when the KPI has one.
        kpi: The KPI whose readings are its values: the name of its file.
        start: The first day of the expected line. Default: the cycle's first day.
        due: The last day. Default: the cycle's last day.
        weight: Its weight in the objective's score; with 0 it is shown but does not count.
        cadence: How often a check-in is due. Default: the objective's cadence.
        guards: KPIs that must stay healthy while this key result moves.
        note: Anything worth knowing about it.
        amendments: Every change of a goalpost after the cycle began.
        added: The day on which it was added. Default: the cycle's first day. It appears in no
            report before that day; its check-ins are due, and its expected line runs, from then on.
        dropped: That it is given up, and since when; it still counts before that day.
        formerly: The names that it had, as in `cx-leader/score`; check-ins under these names still
            count.

    Class attributes of a type:

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
    amendments: Annotated[tuple[KeyResultAmendment, ...], FEW_FACTORS] = ()
    added: Day | None = None
    dropped: Withdrawal | None = None
    formerly: FormerNamesField = ()
    type: str

    @classmethod
    def goalposts(cls) -> tuple[str, ...]:
        """Return its fields that only an amendment may change once the cycle has begun."""
        return (*cls.own_goalposts, *SHARED_GOALPOSTS)

    @property
    def is_quantified(self) -> bool:
        """Whether its fields say how much, so that the title need not: a number, bounds, steps."""
        return True

    @property
    def listed_steps(self) -> tuple[Step, ...]:
        """Its steps; none where its type has none."""
        return ()

    @property
    def dates(self) -> Mapping[str, date | None]:
        """The days that it states, by field."""
        return {"start": self.start, "due": self.due}
