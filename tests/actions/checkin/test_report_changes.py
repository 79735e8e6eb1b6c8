from collections.abc import Sequence
from datetime import date
from typing import Any

import pytest

from okrcli.actions.checkin.context import CheckinContext
from okrcli.actions.checkin.report_changes import ReportChanges
from okrcli.errors import UsageError
from okrcli.model.plan import Plan
from okrcli.sources.checkins.report_rows import ReportRow
from okrcli.sources.checkins.rows import Row
from tests.builders import (
    a_binary,
    a_checkin,
    a_key_result,
    a_kpi,
    a_plan,
    a_reading,
    an_entry,
    an_objective,
    milestones,
)

DAY = date(2026, 11, 20)
HOURS = "2026-Q4/cx-leader/hours"
NPS = "2026-Q4/cx-leader/nps"
STEPS = "2026-Q4/cx-leader/rollout"
OPEN = "2026-Q4/cx-leader/open"


def a_team(*more: Any) -> Plan:
    return a_plan(
        an_objective(
            a_key_result(24, 12, id="hours", unit="h"),
            a_key_result(kpi="nps"),
            milestones(1, 1, id="rollout"),
            a_binary(id="open"),
        ),
        a_kpi(),
        a_checkin("2026-11-06", a_reading(44), an_entry(20, HOURS, confidence=7)),
        *more,
    )


def changes(*rows: ReportRow, plan: Plan | None = None) -> Sequence[Row]:
    found = ReportChanges(CheckinContext(plan or a_team(), DAY, DAY))
    return [changed for row in rows if (changed := found.row_of(row)) is not None]


def of_hours(value: str, confidence: str = "7", **more: Any) -> ReportRow:
    then = date(2026, 11, 6)
    return ReportRow(2, "key_result", HOURS, value, then, confidence, then, **more)


def of_nps(value: str, kind: str = "kpi", **more: Any) -> ReportRow:
    ref = "nps" if kind == "kpi" else NPS
    return ReportRow(3, kind, ref, value, date(2026, 11, 6), **more)


def test_new_value_in_a_report_from_before_the_unit_changed_is_refused() -> None:
    assert [row.value for row in changes(of_hours("18", unit="h"))] == ["18"]
    assert changes(of_hours("20", unit="min")) == []
    with pytest.raises(UsageError, match="The report has hours in min, and it is in h"):
        changes(of_hours("1100", unit="min"))


def test_report_that_nobody_has_changed_says_nothing_new() -> None:
    rows = [of_hours("20"), of_nps("44"), of_nps("44.0", "key_result")]
    rows += [ReportRow(4, "key_result", STEPS, ""), ReportRow(5, "key_result", OPEN)]
    rows += [ReportRow(6, "objective", "2026-Q4/cx-leader"), ReportRow(7, "improvement", "x")]

    assert changes(*rows) == []


def test_value_that_somebody_has_filled_in_is_recorded() -> None:
    assert changes(of_hours("18")) == [Row(2, key_result=HOURS, value="18")]
    assert changes(of_nps("47,5")) == [Row(3, kpi="nps", value="47,5")]
    assert changes(ReportRow(5, "key_result", OPEN, "yes")) == [
        Row(5, key_result=OPEN, value="yes")
    ]


def test_value_that_was_known_when_the_report_was_written_does_not_come_back() -> None:
    later = a_checkin("2026-11-13", a_reading(50), an_entry(16, HOURS, confidence=9))
    corrected = a_checkin("2026-11-14", a_reading(45, date="2026-11-06"))

    assert changes(of_hours("20"), of_nps("44"), plan=a_team(later, corrected)) == []


def test_value_that_a_spreadsheet_has_cut_is_no_new_one() -> None:
    thirds = a_checkin("2026-11-06", a_reading("44.33333333333333333333"))
    row = of_nps("44.3333333333")

    assert changes(row, plan=a_team(thirds)) == []
    assert len(changes(of_nps("44.33"), plan=a_team(thirds))) == 1


def test_confidence_and_note_are_recorded_where_they_are_new() -> None:
    assert changes(of_hours("20", "5")) == [Row(2, key_result=HOURS, confidence="5")]
    assert changes(of_hours("20", note="slow")) == [Row(2, key_result=HOURS, note="slow")]
    noted = a_checkin("2026-11-13", an_entry(20, HOURS, note="slow", confidence=6))
    assert changes(of_hours("20", note="slow"), plan=a_team(noted)) == []


def test_value_of_a_kpi_is_recorded_once_wherever_it_stands() -> None:
    rows = [of_nps("47", "key_result"), of_nps("47")]

    assert changes(*rows) == [Row(3, key_result=NPS, value="47")]
    assert len(changes(of_nps("47", "key_result"), of_nps("48"))) == 2


def test_new_value_is_of_the_day_that_somebody_fills_in() -> None:
    row = of_nps("47")._replace(value_date=date(2026, 11, 19))

    assert changes(row) == [Row(3, kpi="nps", value="47", date="2026-11-19")]
    assert changes(of_nps("47", date=DAY)) == [Row(3, kpi="nps", value="47", date="2026-11-20")]


def test_steps_are_named_and_not_counted() -> None:
    with pytest.raises(UsageError, match="name those that are done in a column `done`"):
        changes(ReportRow(4, "key_result", STEPS, "1"))

    assert changes(ReportRow(4, "key_result", STEPS, "", done="step-1")) == [
        Row(4, key_result=STEPS, done="step-1")
    ]
