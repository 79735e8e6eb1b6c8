"""Dates that computed KPIs have from what they are computed from."""

from datetime import date, timedelta

from hypothesis import given
from hypothesis import strategies as st

from okrcli.compute.kpis.computed import formulas_of, with_inputs
from okrcli.compute.kpis.formula import Formula
from okrcli.compute.kpis.inputs import last_amended, latest_of_inputs
from okrcli.model.kpi import Kpi
from tests.builders import a_kpi

NAMES = "abcdefg"
START = date(2026, 10, 1)


def kpis_of(inputs: dict[str, list[str]]) -> dict[str, Kpi]:
    """Return a KPI for each name, computed from the sum of its inputs if it has some."""
    return {
        name: a_kpi(id=name, formula=" + ".join(inputs.get(name, [])) or None) for name in NAMES
    }


def inputs_of(name: str, kpis: dict[str, Kpi]) -> frozenset[str]:
    formula = formulas_of(kpis).get(name)
    return with_inputs(formula.names, kpis) if isinstance(formula, Formula) else frozenset()


@given(
    st.dictionaries(st.sampled_from(NAMES), st.lists(st.sampled_from(NAMES + "z"), max_size=3)),
    st.dictionaries(st.sampled_from(NAMES + "z"), st.integers(0, 9)),
)
def test_latest_day_is_that_of_all_that_a_formula_reaches_also_in_loops(
    inputs: dict[str, list[str]], numbers: dict[str, int]
) -> None:
    kpis = kpis_of(inputs)
    days = {name: START + timedelta(days=number) for name, number in numbers.items()}

    reached = {name: [days[n] for n in inputs_of(name, kpis) if n in days] for name in kpis}
    assert latest_of_inputs(kpis, days) == {
        name: max(known) for name, known in reached.items() if known
    }


def test_chain_of_formulas_may_be_longer_than_python_can_call() -> None:
    chain = {f"k{n}": a_kpi(id=f"k{n}", formula=f"k{n - 1} + 1") for n in range(1, 5_000)}

    assert latest_of_inputs(chain, {"k0": START})["k4999"] == START


def test_kpi_is_amended_when_it_was_or_what_it_is_computed_from() -> None:
    def amended(day: str) -> list[dict[str, object]]:
        return [{"date": day, "field": "target", "was": 50, "now": 60, "why": "Less to do"}]

    kpis = {
        "a": a_kpi(60, id="a", amendments=amended("2026-11-02")),
        "b": a_kpi(60, id="b", formula="a / 2", amendments=amended("2026-10-05")),
        "c": a_kpi(60, id="c", amendments=amended("2026-10-12")),
        "d": a_kpi(60, id="d"),
    }

    november = date(2026, 11, 2)
    assert last_amended(kpis) == {"a": november, "b": november, "c": date(2026, 10, 12)}
