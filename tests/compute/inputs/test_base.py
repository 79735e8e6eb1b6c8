from decimal import Decimal

from okrcli.compute.inputs.base import Input, keep_text


def test_text_that_the_record_reads_stays_as_it_was_typed() -> None:
    assert keep_text(" +15% of baseline", "h") == " +15% of baseline"


def test_input_is_a_number_in_its_unit_that_calls_for_its_type_unless_it_says_otherwise() -> None:
    plain = Input("baseline", "where it starts")

    assert plain.read("90 min", "h") == Decimal("1.5")
    assert plain.calls_for_type
    assert (plain.is_day, plain.is_list, plain.is_optional) == (False, False, False)
    assert plain.is_goalpost
