"""Why the numbers of a title are not read, in whole sentences."""

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
