"""Since when KPIs have values."""

from datetime import date, timedelta

from hypothesis import given
from hypothesis import strategies as st

from okrcli.checks.history.first_values import FirstValues
from okrcli.compute.kpis.computed import with_inputs
from tests.builders import a_kpi, a_plan

NAMES = "abcdef"
START = date(2026, 10, 1)


@given(
    st.dictionaries(st.sampled_from(NAMES), st.lists(st.sampled_from(NAMES + "z"), max_size=3)),
    st.dictionaries(st.sampled_from(NAMES + "z"), st.integers(0, 9)),
)
def test_computed_kpi_has_a_value_when_all_are_read_that_it_is_computed_from(
    inputs: dict[str, list[str]], numbers: dict[str, int]
) -> None:
    formulas = {name: " + ".join(inputs.get(name, [])) or None for name in NAMES}
    plan = a_plan([a_kpi(id=name, formula=formula) for name, formula in formulas.items()])
    first = {name: START + timedelta(days=number) for name, number in numbers.items()}
    values = FirstValues(plan, first)

    for name, kpi in plan.kpis_by_id.items():
        read = [n for n in with_inputs([name], plan.kpis_by_id) if not formulas.get(n)]
        days = [first[n] for n in read if n in first]
        whole = max(days) if days and len(days) == len(read) else None
        assert values.day_of([kpi]) == first.get(name, whole)


def test_formula_of_the_past_counts_where_it_was_another() -> None:
    was, now = a_kpi(id="c", formula="a / b"), a_kpi(id="c", formula="a / 2")
    plan = a_plan([a_kpi(id="a"), a_kpi(id="b"), now])

    assert FirstValues(plan, {"a": START}).day_of([now]) == START
    assert FirstValues(plan, {"a": START}).day_of([was, now]) is None
    later = START + timedelta(days=1)
    assert FirstValues(plan, {"a": START, "b": later}).day_of([was, now]) == later


def test_kpi_that_is_read_has_the_day_of_its_reading() -> None:
    kpi = a_kpi(id="a")

    assert FirstValues(a_plan([kpi]), {"a": START}).day_of([kpi]) == START
    assert FirstValues(a_plan([kpi]), {}).day_of([kpi]) is None
