from decimal import Decimal

from okrcli.model.goalposts import Band
from okrcli.render.drawing.levels import counting_points, expected_ends, levels_of
from tests.render.samples import CYCLE, a_key_result, a_kpi, series


def test_values_of_before_the_start_count_only_where_there_are_no_others() -> None:
    values = series(*["30"] * 10, "47")

    assert counting_points(a_key_result(start=CYCLE.start, series=values)) == list(values[3:])
    assert counting_points(a_key_result(start=CYCLE.end, series=values)) == values


def test_expected_line_leads_to_the_nearest_end_of_a_range() -> None:
    band = Band(Decimal(55), Decimal(60))
    ends = expected_ends(a_key_result(start=CYCLE.start, target=band))

    assert ends == ((CYCLE.start, Decimal(40)), (CYCLE.end, Decimal(55)))
    assert expected_ends(a_key_result(start=CYCLE.start, expected=None)) == ()


def test_levels_are_the_target_or_the_ends_of_what_is_to_be_kept() -> None:
    kept = a_key_result(target=None, at_least=Decimal(90)).measured

    assert [(level.name, level.value) for level in levels_of(kept)] == [("at least", Decimal(90))]
    assert [level.value for level in levels_of(a_kpi())] == [50]
    assert levels_of(a_kpi(target=None)) == ()
