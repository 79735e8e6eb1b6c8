"""Done or not done."""

from typing import Literal

from okrcli.model.key_results.base import KeyResultBase


class Binary(KeyResultBase):
    """Done or not done; a check-in's value is 1 or 0.

    Attributes:
        type: `binary`: done or not done.
    """

    type: Literal["binary"]
