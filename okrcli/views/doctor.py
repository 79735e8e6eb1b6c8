"""What may keep okr from working in a folder, and what to do about it."""

from collections.abc import Sequence
from enum import StrEnum

from okrcli.frozen import frozen_dataclass
from okrcli.next_step import Hint


class State(StrEnum):
    """How something stands; only an error keeps okr from doing what it is for."""

    OK = "ok"
    NOTE = "note"
    WARNING = "warning"
    ERROR = "error"


@frozen_dataclass
class Diagnosis:
    """One thing that was looked at.

    Attributes:
        about: What it is, as in `git` or `identity`.
        message: How it stands.
        hints: What to do about it; none where nothing is to be done.
    """

    about: str
    state: State
    message: str
    hints: Sequence[Hint] = ()


@frozen_dataclass
class Examination:
    """All that was looked at, in the order in which it was."""

    diagnoses: tuple[Diagnosis, ...]

    def count(self, state: State) -> int:
        """Return how many are in *state*."""
        return sum(diagnosis.state is state for diagnosis in self.diagnoses)
