"""Progress by key-result type; a new type is registered in `MEASURES` and nowhere else here."""

from collections.abc import Callable, Mapping
from typing import Any

from okrcli.compute.progress.base import Evidence, Measured, score_of
from okrcli.compute.progress.binary import measure_binary
from okrcli.compute.progress.maintain import measure_maintain
from okrcli.compute.progress.metric import measure_metric
from okrcli.compute.progress.milestones import measure_milestones
from okrcli.model.key_results import Binary, KeyResult, Maintain, Metric, Milestones

# Each function takes its own type, which a mapping cannot say.
MEASURES: Mapping[type[KeyResult], Callable[[Any, Evidence], Measured]] = {
    Metric: measure_metric,
    Maintain: measure_maintain,
    Milestones: measure_milestones,
    Binary: measure_binary,
}


def measure(key_result: KeyResult, evidence: Evidence) -> Measured:
    """Return how far *key_result*, with the goalposts of the evidence's day, has come."""
    return MEASURES[type(key_result)](key_result, evidence)


__all__ = ["MEASURES", "Evidence", "Measured", "measure", "score_of"]
