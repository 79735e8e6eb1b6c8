"""How key results are measured, by type; a new type is registered in `MEASURES`."""

from collections.abc import Mapping
from typing import Any

from okrcli.compute.progress.base import Answer, Ends, Evidence, Measure, ParsedAnswer
from okrcli.compute.progress.binary import BinaryMeasure
from okrcli.compute.progress.inputs import Input
from okrcli.compute.progress.maintain import MaintainMeasure
from okrcli.compute.progress.metric import MetricMeasure
from okrcli.compute.progress.milestones import MilestonesMeasure
from okrcli.compute.reports.report import Measured
from okrcli.model.key_results import KeyResult

# Each takes its own type, which a mapping cannot say.
MEASURES: Mapping[str, Measure[Any]] = {
    "metric": MetricMeasure(),
    "maintain": MaintainMeasure(),
    "milestones": MilestonesMeasure(),
    "binary": BinaryMeasure(),
}
"""How the key results of each type are measured, by the type's name in `type:`."""


def measure_of(key_result: KeyResult) -> Measure[Any]:
    """Return how *key_result* is measured."""
    return MEASURES[key_result.type]


def inputs_of_all_types() -> Mapping[str, Input]:
    """Return what people can fill in for any type, by field, in the order of the types."""
    return {input_.field: input_ for measure in MEASURES.values() for input_ in measure.inputs}


__all__ = [
    "MEASURES",
    "Answer",
    "Ends",
    "Evidence",
    "Measure",
    "Measured",
    "ParsedAnswer",
    "inputs_of_all_types",
    "measure_of",
]
