from datetime import UTC, date, datetime

import pytest

from okrcli.checks.checkins.possible import last_possible_day
from tests.checks.checkins.recorded import a_checkin, files_with
from tests.checks.workspaces import found_by


@pytest.mark.parametrize(
    ("reading", "message"),
    [
        ("{kpi: nps, value: 140}", "nps cannot be 140: it is -100 to 100."),
        ("{kpi: csat, value: -0.5}", "csat cannot be -0.5: it is 0 to 100."),
        ("{kpi: ces, value: 6}", "ces cannot be 6: it is 1 to 5."),
        ("{kpi: wait, value: -1}", "wait cannot be -1: it is at least 0."),
        ("{kpi: own, value: -5}", "own cannot be -5: it is 0 to 10."),
        (
            "{kpi: csat, value: 80, segment: sms}",
            "There is no segment 'sms': csat has chat, voice.",
        ),
        ("{kpi: nps, value: 8, segment: sms}", "There is no segment 'sms': nps has no segments."),
    ],
)
def test_reading_that_cannot_be_is_found(reading: str, message: str) -> None:
    (finding,) = found_by("C702", files_with(a_checkin(f"readings:\n  - {reading}\n")))
    assert finding.message == message
    assert finding.place.line == 5


@pytest.mark.parametrize(
    "entries",
    [
        "readings: [{kpi: nps, value: -100}, {kpi: csat, value: 100, segment: chat}]\n",
        "readings: [{kpi: unknown, value: 1000}]\n",
        "key_results: [{key_result: cx/live, value: 1}, {key_result: cx/nps, value: -7}]\n",
        "key_results: [{key_result: cx/course, done: [pilot], confidence: 6}]\n",
        "key_results: [{key_result: cx/unknown, value: 3}]\n",
    ],
)
def test_values_that_can_be_are_fine(entries: str) -> None:
    assert found_by("C702", files_with(a_checkin(entries))) == []


@pytest.mark.parametrize(
    ("entry", "message"),
    [
        (
            "{key_result: cx/live, value: 0.5}",
            "2026-Q4/cx/live is either done or not done: its value cannot be 0.5.",
        ),
        ("{key_result: 2026-Q4/cx/course, value: 1}", "2026-Q4/cx/course has steps, not a value."),
    ],
)
def test_value_that_does_not_fit_the_type_is_found(entry: str, message: str) -> None:
    (finding,) = found_by("C702", files_with(a_checkin(f"key_results:\n  - {entry}\n")))
    assert finding.message == message
    assert finding.ref == message.split(maxsplit=1)[0]


@pytest.mark.parametrize(("day", "count"), [(date(2026, 11, 18), 1), (date(2026, 11, 20), 0)])
def test_checkin_after_the_day_is_found_once(day: date, count: int) -> None:
    text = a_checkin("readings:\n  - {kpi: nps, value: 1}\n  - {kpi: csat, value: 1}\n")
    assert len(found_by("C702", files_with(text), day)) == count


def test_entries_own_date_after_the_day_is_found_at_the_date() -> None:
    text = a_checkin(
        "readings:\n  - {kpi: nps, date: 2027-11-20, value: 1}\n"
        "key_results:\n  - {key_result: cx/nps, date: 2026-11-21, value: 1}\n"
    )
    findings = found_by("C702", files_with(text))
    assert sorted(each.place.line for each in findings) == [5, 7]


def test_entries_own_date_of_the_day_itself_is_fine() -> None:
    text = a_checkin(
        "readings:\n  - {kpi: nps, date: 2026-11-20, value: 1}\n"
        "key_results:\n  - {key_result: cx/live, date: 2026-11-20, value: 1}\n"
    )
    assert found_by("C702", files_with(text)) == []


def test_value_of_a_key_result_that_reads_a_kpi_is_judged_as_a_reading() -> None:
    (finding,) = found_by(
        "C702", files_with(a_checkin("key_results:\n  - {key_result: cx/csat, value: 101}\n"))
    )
    assert finding.message.startswith("csat cannot be 101")
    assert finding.place.line == 5
    fine = a_checkin("key_results:\n  - {key_result: cx/csat, value: 75}\n")
    assert found_by("C702", files_with(fine)) == []


@pytest.mark.parametrize(
    ("recorded", "today", "last"),
    [
        (None, "2026-11-20", "2026-11-20"),
        ("2026-11-20T09:00", "2026-11-20", "2026-11-20"),
        ("2026-11-20T10:00", "2026-11-20", "2026-11-21"),
        ("2026-11-21T11:30", "2026-11-20", "2026-11-22"),
        ("2026-11-19T09:00", "2026-11-20", "2026-11-20"),
        ("2027-11-20T09:00", "2026-11-20", "2026-11-20"),
        ("2026-11-21T12:01", "2026-11-20", "2026-11-20"),
    ],
)
def test_last_possible_day_is_one_that_had_begun_somewhere(
    recorded: str | None, today: str, last: str
) -> None:
    moment = datetime.fromisoformat(recorded).replace(tzinfo=UTC) if recorded else None
    assert last_possible_day(moment, date.fromisoformat(today)) == date.fromisoformat(last)


def test_last_possible_day_has_no_day_after_the_last_one() -> None:
    assert last_possible_day(datetime.max.replace(tzinfo=UTC), date.max) == date.max
    late = datetime.max.replace(tzinfo=UTC)
    assert last_possible_day(late, date(9999, 12, 30)) == date(9999, 12, 30)
