"""The table of what is asked for key results of each type."""

from okrcli.compute.inputs import INPUTS, inputs_of_all_types


def test_inputs_of_all_types_are_those_of_each_type_in_order() -> None:
    of_each = [input_ for inputs in INPUTS.values() for input_ in inputs]
    assert [*inputs_of_all_types().values()] == of_each
    assert [*inputs_of_all_types()] == [input_.field for input_ in of_each]
