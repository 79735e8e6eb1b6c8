"""Steps that are done or not."""

from typing import Annotated, ClassVar, Literal

from annotated_types import MinLen

from okrcli.model.key_results.base import KeyResult
from okrcli.model.key_results.step import Step


class Milestones(KeyResult):
    """Steps, each done or not, weighted; F14.

    Attributes:
        type: `milestones`: steps, each done or not.
        steps: The steps, one item each.
    """

    is_numeric: ClassVar[bool] = False

    type: Literal["milestones"]
    steps: Annotated[tuple[Step, ...], MinLen(1)]

    @property
    def listed_steps(self) -> tuple[Step, ...]:
        """Its steps."""
        return self.steps
