"""How the states of an examination look, and how many there are of each."""

from collections.abc import Mapping

from okrcli.compute.reports.report import Pace
from okrcli.compute.rounding import count_text
from okrcli.model.finding import Severity
from okrcli.render.drawing.style import PACES, SEVERITIES, Look
from okrcli.views.doctor import Examination, State

LOOKS: Mapping[State, Look] = {
    State.OK: PACES[Pace.DONE],
    State.NOTE: SEVERITIES[Severity.INFO],
    State.WARNING: SEVERITIES[Severity.WARNING],
    State.ERROR: SEVERITIES[Severity.ERROR],
}


def summary(examination: Examination) -> str:
    """Return how much is wrong, the worst first, in one sentence."""
    states = (State.ERROR, State.WARNING, State.NOTE)
    counts = [(examination.count(state), state.value) for state in states]
    told = ", ".join(count_text(count, word) for count, word in counts if count)
    return f"{told}." if told else "Nothing is wrong."
