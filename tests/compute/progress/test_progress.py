"""The table of the key-result types' measures."""

import re
from decimal import Decimal

import pytest

from okrcli.compute.inputs import INPUTS
from okrcli.compute.progress import MEASURES, ParsedAnswer, measure_of
from okrcli.errors import UsageError
from okrcli.model.key_results import KEY_RESULT_TYPES, KeyResult
from tests.builders import AnAnswer, a_binary, a_key_result, a_maintain, milestones


def test_every_key_result_type_has_a_measure_and_what_is_asked_for_it() -> None:
    assert [*KEY_RESULT_TYPES] == [*MEASURES] == [*INPUTS]


def test_key_result_is_measured_as_its_type_is() -> None:
    made = (a_key_result(), a_maintain(at_most=5), milestones(), a_binary())
    assert [measure_of(each) for each in made] == [*MEASURES.values()]


@pytest.mark.parametrize("hours", [a_key_result(unit="h"), a_maintain(at_most=5, unit="h")])
def test_numbers_are_read_in_the_unit_of_the_key_result(hours: KeyResult) -> None:
    measure = measure_of(hours)
    parsed = measure.read(hours, AnAnswer("4,5 h"))
    assert parsed == ParsedAnswer(Decimal("4.5"))
    assert measure.text_of(hours, parsed, ()) == "4.5"
    assert measure.read(hours, AnAnswer()) == ParsedAnswer()
    with pytest.raises(UsageError):
        measure.read(hours, AnAnswer("4 days"))


@pytest.mark.parametrize("type_", MEASURES)
def test_what_is_needed_are_inputs_and_inputs_are_fields(type_: str) -> None:
    measure = MEASURES[type_]
    names = {each.field for each in INPUTS[type_]}
    assert set(re.findall(r"{(\w+)}", measure.needed)) <= names
    assert names <= KEY_RESULT_TYPES[type_].model_fields.keys()
