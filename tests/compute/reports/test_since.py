"""What became known of a day only after it."""

from datetime import date, timedelta, timezone

from okrcli.compute.reports.since import known_since
from tests.builders import a_checkin, a_key_result, a_plan, a_reading, an_entry, an_objective

DAY = date(2026, 11, 6)
REF = "2026-Q4/cx-leader/nps"
ON_TIME = a_checkin("2026-11-06", an_entry(42, REF), recorded="2026-11-06T09:00:00Z")
LATE = a_checkin(
    "2026-11-05", an_entry(41, REF), name_end="00000002", recorded="2026-11-09T09:00:00Z"
)
OBJECTIVE = an_objective(a_key_result())


def test_what_was_recorded_after_the_day_about_it_or_before_is_known_since() -> None:
    plan = a_plan(OBJECTIVE, ON_TIME, LATE)
    (known,) = known_since(plan, DAY)
    assert [known.what, known.ref, known.day, known.value] == [
        "recorded",
        REF,
        date(2026, 11, 5),
        41,
    ]
    assert [known.on, known.by, known.checkin] == [date(2026, 11, 9), "ana", LATE.id]


def test_what_was_recorded_on_the_day_or_is_about_a_later_one_is_not() -> None:
    later = a_checkin("2026-11-10", an_entry(43, REF), recorded="2026-11-10T09:00:00Z")
    assert known_since(a_plan(OBJECTIVE, ON_TIME, later), DAY) == ()


def test_day_of_recording_is_that_of_the_teams_zone() -> None:
    evening = a_checkin("2026-11-06", an_entry(42, REF), recorded="2026-11-07T02:00:00Z")
    plan = a_plan(OBJECTIVE, evening)
    assert len(known_since(plan, DAY)) == 1
    assert known_since(plan, DAY, timezone(timedelta(hours=-5))) == ()


def test_what_was_retracted_since_is_told_with_who_and_why() -> None:
    retraction = a_checkin(
        "2026-11-20",
        name_end="00000003",
        by="zoe",
        recorded="2026-11-20T09:00:00Z",
        retracted=[{"checkin": ON_TIME.id, "key_result": REF, "why": "Read wrongly."}],
    )
    (known,) = known_since(a_plan(OBJECTIVE, ON_TIME, retraction), DAY)
    assert [known.what, known.by, known.why, known.on] == [
        "retracted",
        "zoe",
        "Read wrongly.",
        date(2026, 11, 20),
    ]
    assert known_since(a_plan(OBJECTIVE, ON_TIME, retraction), date(2026, 11, 20)) == ()


def test_import_of_many_readings_is_one_with_their_number() -> None:
    readings = [a_reading(day, "nps", date=f"2026-10-0{day}") for day in (1, 2, 3)]
    imported = a_checkin("2026-11-09", *readings, recorded="2026-11-09T09:00:00Z")
    (known,) = known_since(a_plan(imported), DAY)
    assert [known.entries, known.day, known.value] == [3, date(2026, 10, 3), 3]
