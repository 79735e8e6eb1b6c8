"""What KPIs alert about, how bad it is, and in which words."""

from collections.abc import Sequence
from datetime import date, timedelta
from decimal import Decimal
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from okrcli.compute.kpis.alerts import AlertKind, KpiAlert, alerts_of
from okrcli.compute.reports.report_builder import snapshot_on
from okrcli.model.base import Record
from okrcli.model.checkin import CheckIn
from okrcli.model.finding import Severity
from okrcli.model.kpi import Kpi
from tests.builders import Numeric, a_checkin, a_day, a_kpi, a_plan, a_reading, an_improvement

DAY = "2026-11-16"
BREACH, REPEATED, STALE, SIGNAL = AlertKind


def _alerts(*records: Record, day: str | date = DAY) -> list[KpiAlert]:
    plan = a_plan(records)
    return list(alerts_of(plan, snapshot_on(plan, a_day(day))))


def _weekly(
    *values: Numeric, kpi: str = "nps", until: str = DAY, segment: str | None = None
) -> list[CheckIn]:
    """Return a reading a week, the last one of *values* on *until*."""
    first = a_day(until) - timedelta(weeks=len(values) - 1)
    return [
        a_checkin(first + timedelta(weeks=week), a_reading(value, kpi, segment=segment))
        for week, value in enumerate(values)
    ]


def _said(alerts: Sequence[KpiAlert]) -> list[tuple[str, str, str]]:
    return [(each.kind.value, each.severity.value, each.message) for each in alerts]


def test_healthy_kpi_does_not_alert() -> None:
    assert _alerts(a_kpi(60), *_weekly(55, 58, 61)) == []


def test_kpi_in_warning_does_not_alert() -> None:
    assert _alerts(a_kpi(60), *_weekly(59)) == []


def test_value_that_fell_behind_a_new_target_is_in_breach_since_then_whatever_is_read_later() -> (
    None
):
    raised = {"date": "2026-11-12", "field": "target", "was": 40, "now": 60, "why": "w"}
    kpi = a_kpi(60, amendments=[raised])
    [alert] = _alerts(kpi, *_weekly(48, 49), day="2026-11-16")
    assert "in breach since 2026-11-12: it is at 49," in alert.message


def test_alert_says_whose_kpi_it_is_and_where_it_stands() -> None:
    kpi = a_kpi(60, owner="ana", team="support", unit="points")
    assert _alerts(kpi, *_weekly(50, 40)) == [
        KpiAlert(
            kind=BREACH,
            severity=Severity.ERROR,
            kpi="nps",
            title="Net promoter score",
            unit="points",
            owner="ana",
            team="support",
            segment=None,
            value=Decimal(40),
            value_date=date(2026, 11, 16),
            message=(
                "nps has been in breach since 2026-11-09: it is at 40, and should be at least 60."
            ),
            improvement=None,
        )
    ]


@pytest.mark.parametrize(
    ("kpi", "value", "message"),
    [
        (a_kpi(5, direction="down"), 9, "it is at 9, and should be at most 5."),
        (a_kpi((20, 30), direction="range"), 9, "it is at 9, and should be 20 to 30."),
        (a_kpi(20, direction="range"), 9, "it is at 9, and should be 20."),
        (a_kpi(0), "-6.125", "it is at -6.125, and should be at least 0."),
        (a_kpi("0.05"), "0.012345", "it is at 0.01235, and should be at least 0.05."),
    ],
)
def test_breach_says_what_the_value_should_be(kpi: Kpi, value: Numeric, message: str) -> None:
    (alert,) = _alerts(kpi, *_weekly(value))
    assert alert.message == f"nps has been in breach since 2026-11-16: {message}"


def _climbing(**fields: Any) -> Kpi:
    """Return `nps` on its way from 40 to 60 in the fourth quarter."""
    aim = {"value": 60, "by": "2026-12-31", "since": "2026-10-01"}
    kpi = {"id": "nps", "title": "NPS", "direction": "up", "baseline": 40, "target": aim}
    return Kpi.model_validate(kpi | fields)


def test_kpi_on_its_way_does_not_alert_before_its_target_is_due() -> None:
    assert _alerts(_climbing(), *_weekly(46, 48, 50)) == []


def test_breach_on_the_way_says_what_the_line_asks_for() -> None:
    (alert,) = _alerts(_climbing(), *_weekly(50, 44))
    assert alert.message == (
        "nps has been in breach since 2026-11-16: it is at 44, and should be at least 50.11 on"
        " its way to 60 by 2026-12-31."
    )


def test_old_value_is_in_breach_from_the_day_on_which_its_line_left_it_behind() -> None:
    (breach,) = _alerts(
        _climbing(cadence="monthly"), *_weekly("46.6", until="2026-10-31"), day="2026-12-01"
    )
    assert "in breach since 2026-12-01: it is at 46.6," in breach.message


def test_repeated_breaches_are_judged_each_on_its_own_day() -> None:
    climbing = _climbing(alert={"breaches": 3, "of": 3})
    assert not any(each.kind is REPEATED for each in _alerts(climbing, *_weekly(48, 50, 42)))
    assert any(each.kind is REPEATED for each in _alerts(climbing, *_weekly(41, 42, 43)))


def test_breach_is_counted_from_the_last_value_that_was_none() -> None:
    (alert, *_) = _alerts(a_kpi(60), *_weekly(40, 58, 41, 42))
    assert "in breach since 2026-11-09" in alert.message


@pytest.mark.parametrize(
    ("settings_", "values", "count"),
    [
        ({}, (40, 40, 40), 1),
        ({}, (58, 40, 40), 0),
        ({}, (40, 40), 0),
        ({}, (40, 40, 40, 58), 0),
        ({"breaches": 2, "of": 3}, (40, 58, 40), 1),
        ({"breaches": 2, "of": 3}, (40, 40, 58), 1),
        ({"breaches": 2, "of": 3}, (40, 40, 58, 58), 0),
        ({"breaches": 2, "of": 3}, (40, 40), 1),
        ({"breaches": 1, "of": 1}, (40,), 1),
        ({"breaches": 1, "of": 2}, (40, 58, 58), 0),
    ],
)
def test_n_of_the_last_m_readings_in_breach_alert(
    settings_: dict[str, int], values: Sequence[Numeric], count: int
) -> None:
    alerts = _alerts(a_kpi(60, alert=settings_), *_weekly(*values))
    assert [each.kind for each in alerts].count(REPEATED) == count


def test_repeated_breach_says_how_often_and_when() -> None:
    kpi = a_kpi(60, alert={"breaches": 2, "of": 3})
    assert _said(_alerts(kpi, *_weekly(40, 40, 58))) == [
        (
            "repeated",
            "error",
            "nps was in breach in 2 of its last 3 readings, 2026-11-02 to 2026-11-16.",
        )
    ]
    once = a_kpi(60, alert={"breaches": 1, "of": 1})
    assert _alerts(once, *_weekly(40))[1].message == (
        "nps was in breach in its last reading, on 2026-11-16."
    )


@pytest.mark.parametrize(
    ("last", "message"),
    [
        ("2026-11-09", None),
        ("2026-11-08", "nps has no reading since 2026-11-08; one is due weekly."),
    ],
)
def test_stale_kpi_alerts_although_its_value_is_healthy(last: str, message: str | None) -> None:
    alerts = _alerts(a_kpi(60), *_weekly(75, until=last))
    assert _said(alerts) == ([("stale", "error", message)] if message else [])


def test_kpi_that_was_never_read_alerts() -> None:
    (alert,) = _alerts(a_kpi(60))
    assert (alert.kind, alert.value, alert.value_date) == (STALE, None, None)
    assert alert.message == "nps has no reading yet; one is due weekly."


def test_reading_of_a_later_day_is_not_known_yet() -> None:
    kpi, readings = a_kpi(60), _weekly(70, 40)
    assert _alerts(kpi, *readings, day="2026-11-15") == []
    assert [each.kind for each in _alerts(kpi, *readings)] == [BREACH]


STEADY = (50, 52, 50, 52, 50, 52, 50, 52, 50, 52)


@pytest.mark.parametrize(
    ("direction", "last", "severity", "verdict"),
    [
        ("up", 30, "error", "below the 38.45 that its own history makes likely, for the worse."),
        ("up", 72, "info", "above the 63.02 that its own history makes likely, for the better."),
        ("down", 72, "error", "above the 63.02 that its own history makes likely, for the worse."),
        ("down", 30, "info", "below the 38.45 that its own history makes likely, for the better."),
        ("range", 72, "error", "above the 63.02 that its own history makes likely."),
        ("range", 30, "error", "below the 38.45 that its own history makes likely."),
        (None, 30, "info", "below the 38.45 that its own history makes likely."),
    ],
)
def test_value_outside_of_the_limits_alerts_by_the_side_that_is_good(
    direction: str | None, last: int, severity: str, verdict: str
) -> None:
    """The means are 540/11 and 582/11, and the mean moving ranges 4 and 3.8."""
    alerts = _alerts(a_kpi(direction=direction), *_weekly(*STEADY, last))
    assert [(each.kind, each.severity) for each in alerts] == [(SIGNAL, severity)]
    assert alerts[0].message == f"nps is at {last}, {verdict}"


@pytest.mark.parametrize(
    ("values", "message"),
    [
        (
            (*STEADY, 30),
            "nps is at 30, below the 38.45 that its own history makes likely, for the worse.",
        ),
        (
            (60, 40, 60, 40, 60, 60, 60, *[49, 51] * 4, 49),
            "nps was below its mean of 51.81 in each of its last 9 readings, for the worse.",
        ),
        (
            (*STEADY, 47, 47, 47),
            (
                "nps has mostly been nearer to 44.98, its limit, than to its mean of 50.08"
                " since 2026-11-02, for the worse."
            ),
        ),
    ],
)
def test_each_signal_says_what_is_unlikely(values: Sequence[Numeric], message: str) -> None:
    assert [each.message for each in _alerts(a_kpi(), *_weekly(*values))] == [message]


def test_limit_that_no_value_can_reach_is_not_named() -> None:
    kpi, values = a_kpi(bounds=[Decimal(0), None]), (*["1.5", "2.5"] * 10, "0.5", "0.5", "0.5")
    (alert,) = _alerts(kpi, *_weekly(*values))
    assert "nearer to 0, its limit, than to its mean of 1.804" in alert.message


def test_signal_that_the_last_value_is_not_part_of_is_past() -> None:
    assert [each.kind for each in _alerts(a_kpi(), *_weekly(*STEADY, 30))] == [SIGNAL]
    assert _alerts(a_kpi(), *_weekly(*STEADY, 30, 51)) == []


def test_strongest_of_several_signals_is_told() -> None:
    near = (*STEADY * 5, 46, 46)
    (alert,) = _alerts(a_kpi(), *_weekly(*near, 47))
    assert "has mostly been nearer" in alert.message
    (alert,) = _alerts(a_kpi(), *_weekly(*near, 42))
    assert "makes likely" in alert.message


@pytest.mark.parametrize(
    ("kpi", "values"),
    [
        (a_kpi(alert={"xmr": False}), (*STEADY, 30)),
        (a_kpi(), (50, 52, 50, 52, 50, 52, 0)),
        (a_kpi(), (50,) * 20),
    ],
)
def test_kpi_without_a_history_or_without_xmr_has_no_signal(
    kpi: Kpi, values: Sequence[Numeric]
) -> None:
    assert _alerts(kpi, *_weekly(*values)) == []


def _segmented(**fields: Any) -> Kpi:
    return a_kpi(60, segments=["voice", "chat"], **fields)


def _by_segment(day: str, **values: Numeric) -> CheckIn:
    readings = [a_reading(value, segment=name) for name, value in values.items()]
    return a_checkin(day, *readings, name_end="0".join(values).ljust(8, "0"))


def test_segment_in_breach_is_a_warning_while_the_kpi_is_fine() -> None:
    (alert,) = _alerts(_segmented(), _by_segment(DAY, voice=90, chat=40))
    assert (alert.kind, alert.severity, alert.segment) == (BREACH, "warning", "chat")
    assert (alert.value, alert.value_date) == (Decimal(40), date(2026, 11, 16))
    assert alert.message == (
        "nps in chat has been in breach since 2026-11-16: it is at 40, and should be at least 60."
    )


def test_segments_come_after_the_kpis_own_value() -> None:
    alerts = _alerts(_segmented(), _by_segment(DAY, voice=42, chat=40))
    listed = [(each.severity, each.segment) for each in alerts]
    assert listed == [("error", None), ("warning", "voice"), ("warning", "chat")]


def test_segment_that_has_fallen_silent_is_a_warning() -> None:
    early = _by_segment("2026-11-02", voice=70, chat=70)
    (alert,) = _alerts(_segmented(), early, _by_segment(DAY, voice=70))
    assert (alert.kind, alert.severity, alert.segment) == (STALE, "warning", "chat")
    assert alert.message == "nps has no reading of chat since 2026-11-02; one is due weekly."


def test_segment_that_was_never_read_is_missed_once_another_is_read() -> None:
    (alert,) = _alerts(_segmented(), _by_segment(DAY, voice=70))
    assert alert.message == "nps has no reading of chat yet; one is due weekly."
    assert _alerts(_segmented(), *_weekly(70)) == []


def test_silent_segments_are_not_told_beside_a_stale_kpi() -> None:
    (alert,) = _alerts(_segmented(), _by_segment("2026-11-02", voice=70))
    assert (alert.kind, alert.segment) == (STALE, None)


RATIO = a_kpi(3, id="ratio", title="CLV to CAC", formula="clv / cac")
PARTS = (a_kpi(id="clv"), a_kpi(id="cac", direction="down"))


def test_computed_kpi_in_breach_alerts() -> None:
    readings = [*_weekly(15000, kpi="clv"), *_weekly(6000, kpi="cac")]
    assert _said(_alerts(RATIO, *PARTS, *readings)) == [
        (
            "breach",
            "error",
            "ratio has been in breach since 2026-11-16: it is at 2.5, and should be at least 3.",
        )
    ]


@pytest.mark.parametrize("clv", [(), ("2026-11-02",)])
def test_computed_kpi_leaves_it_to_its_inputs_to_be_stale(clv: tuple[str, ...]) -> None:
    readings = [*_weekly(5000, kpi="cac")]
    readings += [each for day in clv for each in _weekly(20000, kpi="clv", until=day)]
    above = a_kpi(1, id="above", formula="ratio * 2")
    alerts = _alerts(above, RATIO, *PARTS, *readings)
    assert [(each.kind, each.kpi) for each in alerts] == [(STALE, "clv")]


@pytest.mark.parametrize("status", ["active", "draft"])
def test_computed_kpi_awaits_the_first_readings_of_what_binds_already(status: str) -> None:
    clv = a_kpi(id="clv", added="2026-11-10", cadence="monthly", status=status)
    alerts = _alerts(RATIO, clv, PARTS[1], *_weekly(5000, kpi="cac"))
    assert [each.kpi for each in alerts] == ([] if status == "active" else ["ratio"])


@pytest.mark.parametrize(
    ("formula", "reason"),
    [
        ("clv / nothing", "There is no KPI 'nothing'."),
        ("clv / ratio", "The formulas form a loop: ratio → ratio."),
    ],
)
def test_computed_kpi_that_comes_to_nothing_alerts(formula: str, reason: str) -> None:
    ratio = a_kpi(3, id="ratio", formula=formula)
    alerts = _alerts(ratio, *PARTS, *_weekly(1, kpi="clv"), *_weekly(1, kpi="cac"))
    assert _said(alerts) == [("stale", "error", f"ratio has no value: {reason}")]


def test_computed_kpi_divided_by_0_alerts() -> None:
    alerts = _alerts(RATIO, *PARTS, *_weekly(1, kpi="clv"), *_weekly(0, kpi="cac"))
    assert [(each.kind, each.kpi, each.value) for each in alerts] == [(STALE, "ratio", None)]


def test_computed_kpi_without_a_value_alerts_of_no_earlier_one() -> None:
    readings = [*_weekly(1, 1, 1, 1, kpi="clv"), *_weekly(6, 6, 6, 0, kpi="cac")]
    assert [each.kind for each in _alerts(RATIO, *PARTS, *readings)] == [STALE]


def test_alert_names_the_plan_that_was_opened_last() -> None:
    plans = [
        an_improvement(id="first", opened="2026-11-02"),
        an_improvement(id="second", opened="2026-11-09"),
        an_improvement(id="later", opened="2026-11-30"),
        an_improvement(id="over", opened="2026-11-10", closed={"date": date(2026, 11, 12)}),
        an_improvement(id="others", kpi="csat", opened="2026-11-15"),
    ]
    (alert,) = _alerts(a_kpi(60), *_weekly(40), *plans)
    assert alert.improvement == "second"


def test_alerts_are_sorted_by_severity_then_kind_then_file() -> None:
    info = a_kpi(id="better")
    stale = a_kpi(60, id="stale")
    breach = a_kpi(60, id="breach", alert={"breaches": 1, "of": 1})
    alerts = _alerts(
        info,
        stale,
        breach,
        *_weekly(*STEADY, 72, kpi="better"),
        *_weekly(40, kpi="breach"),
    )
    assert [(each.kpi, each.kind) for each in alerts] == [
        ("breach", BREACH),
        ("breach", REPEATED),
        ("stale", STALE),
        ("better", SIGNAL),
    ]


VALUES = st.lists(st.integers(0, 100), min_size=9, max_size=20)


@given(VALUES, st.lists(st.integers(0, 100), min_size=1, max_size=5))
@settings(max_examples=40)
def test_later_readings_never_change_what_an_earlier_day_alerted(
    values: list[int], later: list[int]
) -> None:
    known = _weekly(*values)
    future = _weekly(*later, until=str(a_day(DAY) + timedelta(weeks=len(later))))
    assert _alerts(a_kpi(60), *known, *future) == _alerts(a_kpi(60), *known)


@pytest.mark.parametrize("fields", [{"status": "draft"}, {"added": "2026-12-01"}])
def test_kpi_that_binds_nobody_does_not_alert(fields: dict[str, str]) -> None:
    assert _alerts(a_kpi(60, **fields), *_weekly(80, 40, 41, 42)) == []
    assert _alerts(a_kpi(60, **fields)) == []


@given(
    st.lists(st.tuples(st.integers(0, 60), st.integers(30, 70)), max_size=6),
    st.integers(0, 100),
    st.sampled_from(["weekly", "monthly"]),
)
def test_breach_alert_is_there_exactly_when_the_report_says_breach(
    readings: list[tuple[int, int]], after: int, cadence: str
) -> None:
    first, kpi = date(2026, 10, 1), _climbing(cadence=cadence)
    made = [
        a_checkin(first + timedelta(days=days), a_reading(value), name_end=f"{number:08}")
        for number, (days, value) in enumerate(readings)
    ]
    plan = a_plan(kpi, made)
    snapshot = snapshot_on(plan, first + timedelta(days=after))
    alerts = [each for each in alerts_of(plan, snapshot) if each.kind is BREACH]
    assert bool(alerts) is (snapshot.kpis["nps"].health == "breach")
    for alert in alerts:
        since = date.fromisoformat(alert.message.partition("since ")[2][:10])
        assert first <= since <= snapshot.day
