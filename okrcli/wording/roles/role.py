"""The roles that a quantity can have, and the reasons for each."""

from typing import Literal, NamedTuple

Role = Literal["from", "to", "by", "aside"]
"""`aside` is everything that is not a goalpost: of whom, in which time, per how many."""


class Vote(NamedTuple):
    """One reason to give a quantity a role.

    Attributes:
        role: The role.
        weight: The weight of the reason; of several for one role, only the strongest counts.
        because: The reason, as `okr read --explain` says it.
    """

    role: Role
    weight: float
    because: str
