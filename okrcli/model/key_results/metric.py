"""A number that moves from its baseline to its target."""

from collections.abc import Mapping
from datetime import date
from typing import ClassVar, Literal

from pydantic import ConfigDict, model_validator
from pydantic_core import PydanticCustomError

from okrcli.model.base import Day
from okrcli.model.goalposts import Baseline, ChangeField, Target
from okrcli.model.key_results.base import KeyResult


class Metric(KeyResult):
    """A number that moves from *baseline* to *target*, or by *change*.

    Attributes:
        type: `metric`: a number that moves from its baseline to its target.
        baseline: The value at the start; `unknown` if it will be measured by the day in
            `measure_by`.
        measure_by: The day by which an unknown baseline will be measured.
        target: The value to reach, or a range to move into: `[low, high]`.
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
                        "errorMessage": "Keep only one of `target` and `change`.",
                    },
                },
                {
                    "if": {
                        "properties": {"baseline": {"const": "unknown"}},
                        "required": ["baseline"],
                    },
                    "then": {
                        "required": ["measure_by"],
                        "errorMessage": "Add `measure_by`, the date by which it will be measured.",
                    },
                },
            ]
        }
    )

    own_goalposts: ClassVar[tuple[str, ...]] = ("baseline", "target", "change", "measure_by")

    type: Literal["metric"] = "metric"
    baseline: Baseline | None = None
    measure_by: Day | None = None
    target: Target | None = None
    change: ChangeField | None = None

    @property
    def is_quantified(self) -> bool:
        """Whether it states a target or a change."""
        return self.target is not None or self.change is not None

    @property
    def dates(self) -> Mapping[str, date | None]:
        """The days that it states, by field."""
        return {**super().dates, "measure_by": self.measure_by}

    @model_validator(mode="after")
    def _has_one_aim(self) -> "Metric":
        if self.target is not None and self.change is not None:
            raise PydanticCustomError(
                "two_aims", "has both `target` and `change`: keep only one of them"
            )
        if self.baseline == "unknown" and self.measure_by is None:
            raise PydanticCustomError(
                "no_measure_by",
                "has an unknown baseline: add `measure_by`, the date by which it will be measured",
            )
        return self
