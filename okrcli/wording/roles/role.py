"""The roles that a quantity can have, and the marks on both sides of it that speak for each."""

from typing import Literal, NamedTuple

Role = Literal["from", "to", "by", "aside"]
"""`aside` is everything that is no goalpost: of whom, in which time, per how many, what"
" once was."""


class Vote(NamedTuple):
    """One reason to give a quantity a role.

    Attributes:
        role: The role.
        weight: How much the reason counts; several add up to no more than the strongest.
        because: The reason, as `okr read --explain` says it.
    """

    role: Role
    weight: float
    because: str
