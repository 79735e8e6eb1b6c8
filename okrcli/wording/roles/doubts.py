"""Why the numbers of a title are not read, in whole sentences, and what would mend that."""

from collections.abc import Mapping
from typing import Final

from okrcli.wording.roles.title_context import Doubt

DOUBTS: Final[Mapping[Doubt, str]] = {
    "close": "Two readings of the numbers are equally likely.",
    "direction": "The verb goes one way and the numbers go the other way.",
    "share": "A share cannot be more than 100 %.",
    "units": "The two numbers are in different units.",
    "periods": "The two numbers are rates of different periods.",
}

CONTRADICTIONS: Final[Mapping[Doubt, str]] = {
    "direction": "Correct the verb or the numbers.",
    "share": "Correct the number, or name what it is a share of.",
    "units": "Write both numbers in one unit.",
    "periods": "Write both rates for one period.",
}
"""The doubts of which the title itself is the cause, with what would mend each."""
