"""Steps that are done or not."""

from decimal import Decimal
from typing import Annotated, Literal

from annotated_types import MinLen

from okrcli.model.base import Day, Id, NotNegative, OkrModel, Text
from okrcli.model.key_results.base import KeyResultBase


class Step(OkrModel):
    """One step.

    Attributes:
        id: Lower-case words joined by `-`, once in the key result.
        title: What is done then.
        weight: How much it counts among the steps.
        due: The last day; without it, the key result's own.
    """

    id: Id
    title: Text
    weight: NotNegative = Decimal(1)
    due: Day | None = None


class Milestones(KeyResultBase):
    """Steps, each done or not, weighted; F14.

    Attributes:
        type: `milestones`: steps, each done or not.
        steps: The steps, one line each.
    """

    type: Literal["milestones"]
    steps: Annotated[tuple[Step, ...], MinLen(1)]
