"""Why the numbers of a title are not used, in whole sentences, and how to correct the title."""

from collections.abc import Mapping
from typing import Final

from okrcli.wording.roles.title_context import Doubt

DOUBTS: Final[Mapping[Doubt, str]] = {
    "close": "The numbers can be read in two ways that are equally likely.",
    "direction": "The verb and the numbers point in opposite directions.",
    "share": "A share cannot be more than 100 %.",
    "units": "The two numbers are in different units.",
    "periods": "The two numbers are rates over different periods.",
    "part": "A part of a whole, such as 3 of 4, can be a count or a share.",
    "ratio": "A ratio such as 1:8 is no single number.",
}

CONTRADICTIONS: Final[Mapping[Doubt, str]] = {
    "direction": "Correct the verb or the numbers.",
    "share": "Correct the number, or name what it is a share of.",
    "units": "Write both numbers in the same unit.",
    "periods": "Write both rates for the same period.",
}
"""The doubts that are caused by the title itself, with how to correct each."""
