"""Computed KPIs: values of every day on which an input changes, and reasons where there is none."""

import subprocess
import sys
from datetime import date
from decimal import Decimal

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from okrcli.compute.reports.report import KpiReport, Point
from okrcli.compute.reports.report_builder import snapshot_on
from okrcli.model.checkin import CheckIn
from okrcli.model.kpi import Kpi
from tests.builders import Numeric, a_checkin, a_day, a_kpi, a_plan, a_reading

RATIO = a_kpi(3, id="ratio", formula="clv / cac")
CLV, CAC = a_kpi(id="clv", cadence="monthly"), a_kpi(id="cac")


def _read(*readings: tuple[str, str, Numeric]) -> list[CheckIn]:
    """Return a check-in for each day, KPI and value."""
    return [
        a_checkin(day, a_reading(value, kpi), name_end=f"{number:08}")
        for number, (day, kpi, value) in enumerate(readings)
    ]


def _reports(
    day: str, kpis: list[Kpi], *readings: tuple[str, str, Numeric]
) -> dict[str, KpiReport]:
    return dict(snapshot_on(a_plan(kpis, _read(*readings)), a_day(day)).kpis)


def _ratio(day: str, *readings: tuple[str, str, Numeric], kpi: Kpi = RATIO) -> KpiReport:
    return _reports(day, [kpi, CLV, CAC], *readings)["ratio"]


def _points(report: KpiReport) -> list[tuple[str, str]]:
    return [(str(day), str(value)) for day, value in report.series]


COURSE = (
    ("2026-11-02", "clv", 12_000),
    ("2026-11-04", "cac", 6_000),
    ("2026-11-09", "cac", 5_000),
    ("2026-11-16", "clv", 15_000),
    ("2026-11-16", "cac", 3_000),
)


def test_computed_kpi_has_a_value_on_every_day_on_which_an_input_has_one() -> None:
    report = _ratio("2026-11-20", *COURSE)
    assert _points(report) == [("2026-11-04", "2"), ("2026-11-09", "2.4"), ("2026-11-16", "5")]
    assert (report.value, report.value_date) == (Decimal(5), date(2026, 11, 16))
    assert (report.trend, report.health, report.reason) == (Decimal("2.6"), "healthy", None)
    assert (report.formula, report.next_due) == ("clv / cac", None)


def test_computed_kpi_on_an_earlier_day_knows_nothing_of_later_ones() -> None:
    assert _points(_ratio("2026-11-09", *COURSE)) == [("2026-11-04", "2"), ("2026-11-09", "2.4")]


def test_computed_kpi_needs_a_value_of_each_input() -> None:
    report = _ratio("2026-11-03", *COURSE)
    assert (report.value, report.series, report.health) == (None, (), "no_data")
    assert report.reason == "cac has no value."


def test_computed_kpi_without_any_reading_says_so() -> None:
    report = _ratio("2026-11-03")
    assert report.reason == "None of the KPIs in its formula has a value."
    assert report.stale


def test_computed_kpi_that_divides_by_0_has_no_value_until_it_does_no_more() -> None:
    course = (("2026-11-02", "clv", 9), ("2026-11-02", "cac", 3), ("2026-11-09", "cac", 0))
    report = _ratio("2026-11-10", *course)
    assert (report.value, report.value_date, report.trend) == (None, None, None)
    assert (report.health, report.reason) == ("no_data", "It divides by cac, which is 0.")
    assert _points(report) == [("2026-11-02", "3")]
    again = _ratio("2026-11-16", *course, ("2026-11-16", "cac", 1))
    assert (again.value, again.reason) == (Decimal(9), None)
    assert _points(again) == [("2026-11-02", "3"), ("2026-11-16", "9")]


def test_computed_value_out_of_bounds_is_no_value() -> None:
    share = a_kpi(id="ratio", formula="100 * clv / cac", bounds=[0, 100])
    report = _ratio("2026-11-10", ("2026-11-02", "clv", 4), ("2026-11-02", "cac", 3), kpi=share)
    assert report.value is None
    assert report.reason == "Its result is 133.3333, but the KPI can only be 0 to 100."


def test_rounding_puts_no_computed_value_out_of_bounds() -> None:
    share = a_kpi(id="ratio", formula="100 * (clv / cac * 3)", bounds=[100, None])
    report = _ratio("2026-11-10", ("2026-11-02", "clv", 1), ("2026-11-02", "cac", 3), kpi=share)
    assert report.value is not None
    assert 0 < 100 - report.value < Decimal("1E-20")


def test_computed_kpi_may_be_computed_from_computed_ones_in_any_order() -> None:
    kpis = [
        a_kpi(id="ratio", formula="clv / cac"),
        a_kpi(id="clv", formula="revenue / churn"),
        CAC,
        a_kpi(id="churn", formula="lost / customers"),
        *(a_kpi(id=name) for name in ("revenue", "lost", "customers")),
    ]
    readings = (
        ("2026-11-02", "revenue", 500),
        ("2026-11-02", "lost", 10),
        ("2026-11-02", "customers", 100),
        ("2026-11-02", "cac", 2_000),
        ("2026-11-09", "lost", 5),
    )
    reports = _reports("2026-11-10", kpis, *readings)
    assert list(reports) == [each.id for each in kpis]
    assert _points(reports["ratio"]) == [("2026-11-02", "2.5"), ("2026-11-09", "5")]


def test_input_without_a_value_leaves_none_of_an_earlier_day_in_force() -> None:
    kpis = [RATIO, CLV, a_kpi(id="cac", formula="cost / customers"), *_parts("cost", "customers")]
    readings = (
        ("2026-11-02", "clv", 9),
        ("2026-11-02", "cost", 6),
        ("2026-11-02", "customers", 2),
        ("2026-11-09", "customers", 0),
        ("2026-11-10", "clv", 8),
    )
    report = _reports("2026-11-10", kpis, *readings)["ratio"]
    assert (report.value, report.reason) == (None, "cac has no value.")
    assert _points(report) == [("2026-11-02", "3")]


def _parts(*names: str) -> list[Kpi]:
    return [a_kpi(id=name) for name in names]


@pytest.mark.parametrize(
    ("formula", "reason"),
    [
        ("clv / kac", "There is no KPI 'kac'."),
        ("clv / (cac", "The formula cannot be read: a value"),
        ("clv ** cac", "'clv ** cac' is not arithmetic"),
        ("ratio / cac", "The formulas form a loop: ratio → ratio."),
        ("2 + 3", "The formula names no KPI, so its value never changes."),
    ],
)
def test_formula_that_leads_nowhere_has_a_reason_and_no_value(formula: str, reason: str) -> None:
    kpi = a_kpi(3, id="ratio", formula=formula)
    report = _ratio("2026-11-20", *COURSE, kpi=kpi)
    assert report.reason is not None
    assert report.reason.startswith(reason)
    assert (report.value, report.series, report.health, report.stale) == (None, (), "no_data", True)


def test_formulas_in_a_loop_have_no_values_and_neither_has_what_needs_them() -> None:
    kpis = [
        a_kpi(id="a", formula="b + cac"),
        a_kpi(id="b", formula="c * 2"),
        a_kpi(id="c", formula="a - 1"),
        a_kpi(id="d", formula="b + cac"),
        CAC,
    ]
    reports = _reports("2026-11-20", kpis, ("2026-11-16", "cac", 1))
    loop = "The formulas form a loop: a → b → c → a."
    assert [reports[name].reason for name in "abcd"] == [loop, loop, loop, "b has no value."]
    assert all(reports[name].value is None and reports[name].stale for name in "abcd")


def test_long_chain_of_formulas_is_computed() -> None:
    chain = [a_kpi(id=f"k{n}", formula=f"k{n + 1} + 1") for n in range(1500)]
    reports = _reports("2026-11-20", [*chain, a_kpi(id="k1500")], ("2026-11-16", "k1500", 0))
    assert reports["k0"].value == 1500


@pytest.mark.parametrize(
    ("day", "stale"), [("2026-11-09", False), ("2026-11-10", True), ("2026-11-17", True)]
)
def test_computed_kpi_is_stale_when_an_input_is_by_its_own_cadence(day: str, stale: bool) -> None:
    readings = (("2026-11-02", "cac", 3), ("2026-11-02", "clv", 9), ("2026-11-10", "clv", 9))
    assert _ratio(day, *readings).stale is stale


def test_computed_kpi_is_as_fresh_as_its_inputs_are_by_their_cadences() -> None:
    readings = (("2026-11-02", "clv", 9), ("2026-11-20", "cac", 3))
    assert not _ratio("2026-11-21", *readings).stale
    daily = a_kpi(id="ratio", formula="clv / cac", cadence="daily")
    assert not _ratio("2026-11-25", *readings, kpi=daily).stale


def test_readings_of_a_computed_kpi_are_ignored() -> None:
    report = _ratio("2026-11-20", *COURSE, ("2026-11-18", "ratio", 99))
    assert report.value == Decimal(5)


def test_kpi_named_like_a_word_of_python_is_computed_from() -> None:
    kpis = [a_kpi(id="ratio", formula="yield / class"), *_parts("yield", "class")]
    readings = (("2026-11-16", "yield", 3), ("2026-11-16", "class", 2))
    assert _reports("2026-11-20", kpis, *readings)["ratio"].value == Decimal("1.5")


READINGS = st.tuples(
    st.dates(date(2026, 10, 1), date(2026, 12, 31)).map(str),
    st.sampled_from(["clv", "cac"]),
    st.integers(-3, 3),
)


@settings(max_examples=60)
@given(st.lists(READINGS, max_size=8), READINGS)
def test_later_reading_changes_no_computed_value_of_an_earlier_day(
    readings: list[tuple[str, str, int]], later: tuple[str, str, int]
) -> None:
    before = str(date.fromordinal(a_day(later[0]).toordinal() - 1))
    assert _ratio(before, *readings) == _ratio(before, *readings, later)


@settings(max_examples=60)
@given(st.lists(READINGS, max_size=8))
def test_computed_values_are_the_quotients_of_the_values_in_force(
    readings: list[tuple[str, str, int]],
) -> None:
    reports = _reports("2026-12-31", [RATIO, CLV, CAC], *readings)
    days = sorted({point.day for name in ("clv", "cac") for point in reports[name].series})
    expected = []
    for day in days:
        clv, cac = (_in_force(reports[name].series, day) for name in ("clv", "cac"))
        if clv is not None and cac:
            expected.append((day, clv / cac))
    assert list(reports["ratio"].series) == expected


def _in_force(series: tuple[Point, ...], day: date) -> Decimal | None:
    values = [point.value for point in series if point.day <= day]
    return values[-1] if values else None


def test_workspace_without_formulas_and_segments_loads_nothing_that_reads_them() -> None:
    code = (
        "import sys; from datetime import date; from tests.builders import a_kpi, a_plan;"
        "from okrcli.compute.reports.report_builder import snapshot_on;"
        "snapshot_on(a_plan(a_kpi()), date(2026, 11, 20));"
        "print(*(each for each in sys.modules if each.startswith('okrcli.compute')), 'graphlib'"
        " in sys.modules)"
    )
    ran = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    names = set(ran.stdout.split())
    late = {
        "kpis.formula",
        "kpis.computed",
        "kpis.segments",
        "kpis.survey",
        "reports.improvement_report",
    }
    assert "False" in names
    assert not names & {f"okrcli.compute.{name}" for name in late}
