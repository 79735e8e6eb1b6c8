"""Steps that are done or not."""

from decimal import Decimal
from typing import Annotated, Literal

from annotated_types import Ge, MinLen

from okrcli.model.base import Day, Id, Number, OkrModel, Text
from okrcli.model.key_results.base import KeyResultBase


class Step(OkrModel):
    """One step; *due* is the key result's own when `None`."""

    id: Id
    title: Text
    weight: Annotated[Number, Ge(0)] = Decimal(1)
    due: Day | None = None


class Milestones(KeyResultBase):
    """Steps, each done or not, weighted; F14."""

    type: Literal["milestones"]
    steps: Annotated[tuple[Step, ...], MinLen(1)]
