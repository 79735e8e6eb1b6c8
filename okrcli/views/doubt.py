"""Why a value that was recorded is probably not meant."""

from dataclasses import dataclass

from okrcli.next_step import NextStep


@dataclass(frozen=True, slots=True)
class Doubt:
    """Why a value is probably not meant.

    Attributes:
        reason: A whole sentence.
        step: What takes the value back once it is recorded.
    """

    reason: str
    step: NextStep
