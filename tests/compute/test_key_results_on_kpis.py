"""Key results that take their values from KPIs, and the KPIs that guard key results."""

from datetime import date
from decimal import Decimal

import pytest

from okrcli.compute.reports.report import GuardReport, KeyResultReport, Pace
from okrcli.model.base import Record
from okrcli.model.key_results import KeyResult
from tests.builders import (
    a_checkin,
    a_key_result,
    a_kpi,
    a_maintain,
    a_reading,
    an_entry,
    an_objective,
)
from tests.compute.reported import the_key_result, with_entries

DAY = "2026-11-16"
RATIO = a_kpi(3, id="ratio", formula="clv / cac", unit="times", baseline=Decimal(1))
PARTS = (a_kpi(id="clv"), a_kpi(id="cac"))
ON_RATIO = {"id": "ratio", "kpi": "ratio"}


def _on_ratio(key_result: KeyResult, *checkins: Record, day: str = DAY) -> KeyResultReport:
    return the_key_result(day, an_objective(key_result), RATIO, *PARTS, *checkins)


def _read(day: str, clv: int, cac: int) -> Record:
    return a_checkin(day, a_reading(clv, "clv"), a_reading(cac, "cac"))


def test_key_result_takes_value_unit_and_baseline_from_a_computed_kpi() -> None:
    report = _on_ratio(a_key_result(None, 3, **ON_RATIO), _read("2026-11-09", 10, 5))
    assert (report.measured.baseline, report.measured.target, report.unit) == (
        Decimal(1),
        Decimal(3),
        "times",
    )
    assert (report.value, report.value_date) == (Decimal(2), date(2026, 11, 9))
    assert (report.measured.progress, report.measured.reason) == (Decimal("0.5"), None)
    assert report.last_checkin == date(2026, 11, 9)


def test_change_is_from_the_baseline_of_a_computed_kpi() -> None:
    report = _on_ratio(a_key_result(None, None, change="+2", **ON_RATIO))
    assert (report.measured.target, report.measured.progress) == (Decimal(3), None)


def test_key_result_without_a_computed_value_says_what_is_missing() -> None:
    report = _on_ratio(
        a_key_result(None, 3, **ON_RATIO), a_checkin("2026-11-09", a_reading(10, "clv"))
    )
    assert (report.value, report.measured.progress, report.pace) == (None, None, Pace.NO_DATA)
    assert report.measured.reason == "cac has no value."


def test_key_result_has_no_value_once_its_computed_kpi_has_none() -> None:
    checkins = (_read("2026-11-02", 10, 5), _read("2026-11-09", 10, 4), _read("2026-11-16", 10, 0))
    key_result = a_key_result(None, 3, **ON_RATIO)
    report = _on_ratio(key_result, *checkins)
    assert (report.value, report.value_date, report.measured.forecast) == (None, None, None)
    assert report.measured.reason == "It divides by cac, which is 0."
    assert [point.value for point in report.measured.series] == [Decimal(2), Decimal("2.5")]
    before = _on_ratio(key_result, *checkins, day="2026-11-15")
    assert before.value == Decimal("2.5")
    assert before.measured.forecast is not None


def test_maintained_computed_kpi_without_a_value_keeps_the_periods_that_were_held() -> None:
    checkins = (_read("2026-10-05", 10, 5), _read("2026-10-12", 10, 0))
    keeping = a_maintain(at_least=2, cadence="weekly", **ON_RATIO)
    report = _on_ratio(keeping, *checkins, day="2026-10-13")
    assert (report.measured.progress, report.pace, report.value) == (Decimal(1), Pace.NO_DATA, None)


def test_value_checked_in_for_a_key_result_on_a_computed_kpi_is_ignored() -> None:
    entry = an_entry(99, "2026-Q4/cx-leader/ratio", confidence=6)
    report = _on_ratio(
        a_key_result(None, 3, **ON_RATIO), _read("2026-11-09", 10, 5), a_checkin(DAY, entry)
    )
    assert (report.value, report.confidence) == (Decimal(2), 6)


@pytest.mark.parametrize(
    ("value", "health", "breached"),
    [(95, "healthy", ()), (85, "warning", ()), (70, "breach", ("csat",))],
)
def test_key_result_has_the_health_of_all_its_guards(
    value: int, health: str, breached: tuple[str, ...]
) -> None:
    report = the_key_result(
        DAY,
        an_objective(a_key_result(guards=["csat", "unknown", "ces"])),
        a_kpi(90, id="csat", title="CSAT"),
        a_kpi(2, id="ces", title="Effort", direction="down"),
        a_checkin("2026-11-10", a_reading(value, "csat")),
    )
    csat, ces = report.guards
    assert (csat.id, csat.title, csat.health, csat.stale) == ("csat", "CSAT", health, False)
    assert ces == GuardReport("ces", "Effort", "no_data", stale=True)
    assert report.breached_guards == breached


def test_guard_may_be_computed() -> None:
    report = _on_ratio(a_key_result(guards=["ratio"]), _read("2026-11-16", 10, 5))
    assert report.guards == (GuardReport("ratio", RATIO.title, "breach", stale=False),)
    assert report.breached_guards == ("ratio",)


def test_key_result_with_a_kpi_takes_its_values_from_the_readings() -> None:
    report = the_key_result(
        "2026-11-16",
        an_objective(a_key_result(40, 60, kpi="nps")),
        a_kpi(),
        a_checkin("2026-11-02", a_reading(44)),
        a_checkin("2026-11-09", an_entry(confidence=7)),
    )
    assert (report.value, report.value_date) == (Decimal(44), date(2026, 11, 2))
    assert (report.confidence, report.last_checkin) == (7, date(2026, 11, 9))


def test_value_checked_in_for_a_key_result_with_a_kpi_is_a_reading_of_the_kpi() -> None:
    report = the_key_result(
        "2026-11-16",
        an_objective(a_key_result(40, 60, kpi="nps")),
        a_kpi(),
        a_checkin("2026-11-02", a_reading(44)),
        a_checkin("2026-11-09", an_entry(47, confidence=7)),
    )
    assert (report.value, report.value_date) == (Decimal(47), date(2026, 11, 9))


def test_reading_beside_the_value_of_a_key_result_wins_in_one_checkin() -> None:
    report = the_key_result(
        "2026-11-16",
        an_objective(a_key_result(40, 60, kpi="nps")),
        a_kpi(),
        a_checkin("2026-11-09", an_entry(47), a_reading(48)),
    )
    assert report.value == 48


def test_key_result_with_an_unknown_kpi_still_takes_its_readings() -> None:
    report = with_entries(a_key_result(kpi="npss"), {"2026-11-02": a_reading(50, "npss")})
    assert report.measured.progress == Decimal("0.5")
