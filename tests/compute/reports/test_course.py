"""What was recorded of a key result up to a day, and what of it counts."""

from datetime import date

from okrcli.compute.progress import Evidence
from okrcli.compute.reports.course import Course, course_and_evidence
from okrcli.compute.reports.report_builder import snapshot_on
from okrcli.model.base import Record
from okrcli.model.key_results import KeyResult
from tests.builders import (
    Q4,
    a_checkin,
    a_day,
    a_key_result,
    a_kpi,
    a_plan,
    a_reading,
    an_entry,
    an_objective,
)


def _known(day: str, key_result: KeyResult, *records: Record) -> tuple[Course, Evidence]:
    objective = an_objective(key_result)
    snapshot = snapshot_on(a_plan(objective, *records), a_day(day))
    return course_and_evidence(objective, key_result, Q4, snapshot)


def test_course_goes_on_after_the_due_date_and_what_counts_does_not() -> None:
    checkins = (a_checkin("2026-11-09", an_entry(44)), a_checkin("2026-11-18", an_entry(47)))
    course, evidence = _known("2026-11-20", a_key_result(due="2026-11-10"), *checkins)

    assert [point.value for point in course.points] == [44, 47]
    assert [point.value for point in evidence.points] == [44]
    assert (len(course.entries), len(evidence.entries)) == (2, 1)


def test_last_check_in_is_that_of_the_key_result_or_of_its_kpi() -> None:
    fed = a_key_result(kpi="csat")
    entry = a_checkin("2026-11-09", an_entry(None, confidence=7))
    reading = a_checkin("2026-11-16", a_reading(44, "csat"))

    assert _known("2026-11-20", fed)[0].last_checkin is None
    for records in ([entry, a_kpi(id="csat")], [entry, reading, a_kpi(id="csat")]):
        course, _ = _known("2026-11-20", fed, *records)
        assert course.last_checkin == date(2026, 11, 16 if reading in records else 9)


def test_value_of_a_computed_kpi_that_has_none_does_not_count() -> None:
    ratio = a_kpi(id="ratio", formula="nps / csat")
    readings = a_checkin("2026-11-16", a_reading(44), a_reading(0, "csat"))
    course, evidence = _known(
        "2026-11-20", a_key_result(kpi="ratio"), ratio, a_kpi(), a_kpi(id="csat"), readings
    )

    assert course.points == ()
    assert evidence.value is None
    assert evidence.no_value is not None
