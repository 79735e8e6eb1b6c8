"""What people are asked for to create a key result; a new type is registered in `INPUTS`.

It stands apart from how key results are measured, which takes long to import, so that the help of a
command has it without that.
"""

from collections.abc import Mapping, Sequence

from okrcli.compute.inputs.base import Input
from okrcli.compute.inputs.maintain import MAINTAIN
from okrcli.compute.inputs.metric import METRIC
from okrcli.compute.inputs.milestones import MILESTONES

INPUTS: Mapping[str, Sequence[Input]] = {
    "metric": METRIC,
    "maintain": MAINTAIN,
    "milestones": MILESTONES,
    "binary": (),
}
"""By the type's name in `type:`, the fields that people fill in besides those of all types."""


def inputs_of_all_types() -> Mapping[str, Input]:
    """Return what people can fill in for any type, by field, in the order of the types."""
    return {input_.field: input_ for inputs in INPUTS.values() for input_ in inputs}


__all__ = ["INPUTS", "Input", "inputs_of_all_types"]
