"""Done or not done."""

from typing import ClassVar, Literal

from okrcli.model.key_results.base import KeyResult


class Binary(KeyResult):
    """Done or not done; a check-in's value is 1 or 0. Its title is the goal.

    Attributes:
        type: `binary`: done or not done.
    """

    own_goalposts: ClassVar[tuple[str, ...]] = ("title",)
    is_numeric: ClassVar[bool] = False

    type: Literal["binary"]

    @property
    def is_quantified(self) -> bool:
        """Never: no field states how much."""
        return False
