"""A number that must stay where it is good."""

from typing import ClassVar, Literal

from pydantic import ConfigDict, model_validator
from pydantic_core import PydanticCustomError

from okrcli.choices import Cadence
from okrcli.model.base import Number
from okrcli.model.key_results.base import KeyResult


class Maintain(KeyResult):
    """A number that stays within its bounds, both inclusive, in every period of *cadence*; F12.

    Attributes:
        type: `maintain`: a number that must stay where it is good.
        at_least: The lowest good value.
        at_most: The highest good value.
        cadence: The length of a period: the value must be good in every one of them, and a check-in
            is due as often. Default: weekly.
    """

    model_config = ConfigDict(
        json_schema_extra={
            "if": {"required": ["at_most"]},
            "else": {
                "required": ["at_least"],
                "errorMessage": "Give `at_least`, `at_most` or both.",
            },
        }
    )

    own_goalposts: ClassVar[tuple[str, ...]] = ("at_least", "at_most", "cadence")
    keeps_a_level: ClassVar[bool] = True

    type: Literal["maintain"]
    at_least: Number | None = None
    at_most: Number | None = None

    @property
    def period(self) -> Cadence:
        """The length of a period, in each of which the value must be good."""
        return self.cadence or "weekly"

    @model_validator(mode="after")
    def _has_a_bound(self) -> "Maintain":
        low, high = self.at_least, self.at_most
        if low is None and high is None:
            raise PydanticCustomError("no_bound", "needs `at_least`, `at_most` or both")
        if low is not None and high is not None and low > high:
            raise PydanticCustomError("bound_order", "has `at_least` above `at_most`")
        return self
