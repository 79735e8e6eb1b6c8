"""How key results are measured: each registered type as the module of its name says."""

from collections.abc import Mapping
from importlib import import_module
from typing import Any

from okrcli.compute.progress.base import Answer, Ends, Evidence, Measure, ParsedAnswer
from okrcli.compute.reports.report import Measured
from okrcli.model.key_results import KEY_RESULT_TYPES, KeyResult

# Each takes its own type, which a mapping cannot say.
MEASURES: Mapping[str, Measure[Any]] = {
    type_: import_module(f"{__name__}.{type_}").MEASURE for type_ in KEY_RESULT_TYPES
}
"""How the key results of each type are measured, by the type's name in `type:`."""


def measure_of(key_result: KeyResult) -> Measure[Any]:
    """Return how *key_result* is measured."""
    return MEASURES[key_result.type]


__all__ = [
    "MEASURES",
    "Answer",
    "Ends",
    "Evidence",
    "Measure",
    "Measured",
    "ParsedAnswer",
    "measure_of",
]
