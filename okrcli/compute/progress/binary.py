"""Binary: done or not done."""

from okrcli.compute.progress.base import ONE, ZERO, Evidence, Measured
from okrcli.compute.reports.report import Pace
from okrcli.model.key_results import Binary


def measure_binary(key_result: Binary, evidence: Evidence) -> Measured:  # noqa: ARG001  # the table's signature
    """Return 0 or 1, and the pace by the due date alone; F14, F20.

    Values other than 0 and 1 are left out: rule C702 tells.
    """
    points = tuple(point for point in evidence.points if point.value in {ZERO, ONE})
    done = bool(points) and points[-1].value == ONE
    return Measured(
        progress=ONE if done else ZERO, pace=_pace(evidence, done=done), series=points, settled=done
    )


def _pace(evidence: Evidence, *, done: bool) -> Pace:
    if done:
        return Pace.DONE
    return Pace.MISSED if evidence.past_due else Pace.ON_TRACK
