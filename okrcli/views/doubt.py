"""A doubt about a recorded value that is probably a mistake."""

from dataclasses import dataclass

from okrcli.next_step import NextStep


@dataclass(frozen=True, slots=True)
class Doubt:
    """Why a value is probably a mistake.

    Attributes:
        reason: A whole sentence.
        step: The next step that retracts the recorded value.
    """

    reason: str
    step: NextStep
