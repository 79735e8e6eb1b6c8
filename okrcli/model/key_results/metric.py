"""A number that moves from its baseline to its target."""

from typing import Literal

from pydantic import ConfigDict, model_validator
from pydantic_core import PydanticCustomError

from okrcli.model.base import Day
from okrcli.model.goalposts import Baseline, ChangeField, Target
from okrcli.model.key_results.base import KeyResultBase


class Metric(KeyResultBase):
    """A number that moves from *baseline* to *target*, or by *change*.

    Attributes:
        type: `metric`: a number that moves from its baseline to its target.
        baseline: The value at the start; `unknown` while it is to be measured until `measure_by`.
        measure_by: Until when an unknown baseline will be measured.
        target: The value aimed at, or a range to move into: `[low, high]`.
        change: Instead of a target, a step from the baseline: `+15%`, `-10`, `+5pp` (percentage
            points) or `+15% of baseline`.
    """

    model_config = ConfigDict(
        json_schema_extra={
            "allOf": [
                {
                    "if": {"required": ["target"]},
                    "then": {
                        "properties": {"change": False},
                        "errorMessage": "Keep `target` or `change`: the one that was agreed.",
                    },
                },
                {
                    "if": {
                        "properties": {"baseline": {"const": "unknown"}},
                        "required": ["baseline"],
                    },
                    "then": {
                        "required": ["measure_by"],
                        "errorMessage": "Say with `measure_by` until when it will be measured.",
                    },
                },
            ]
        }
    )

    type: Literal["metric"] = "metric"
    baseline: Baseline | None = None
    measure_by: Day | None = None
    target: Target | None = None
    change: ChangeField | None = None

    @model_validator(mode="after")
    def _has_one_aim(self) -> "Metric":
        if self.target is not None and self.change is not None:
            raise PydanticCustomError(
                "two_aims", "has both `target` and `change`: keep the one that was agreed"
            )
        if self.baseline == "unknown" and self.measure_by is None:
            raise PydanticCustomError(
                "no_measure_by",
                "has an unknown baseline: say with `measure_by` until when it will be measured",
            )
        return self
