"""A doubt about a recorded value that is probably a mistake."""

from okrcli.frozen import frozen_dataclass
from okrcli.next_step import NextStep


@frozen_dataclass
class Doubt:
    """Why a value is probably a mistake.

    Attributes:
        reason: A whole sentence.
        step: The next step that retracts the recorded value.
    """

    reason: str
    step: NextStep
