"""What is asked for a number that stays within its bounds."""

from okrcli.compute.inputs.base import Input

MAINTAIN = (
    Input(
        "at_least",
        "Lower bound of a `maintain` key result.",
        question="Lower bound? [Enter: none]",
        is_optional=True,
    ),
    Input(
        "at_most",
        "Upper bound of a `maintain` key result.",
        question="Upper bound? [Enter: none]",
        is_optional=True,
    ),
)
