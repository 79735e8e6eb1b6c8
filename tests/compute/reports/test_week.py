"""What people have said in the week that ends with a day."""

import pytest

from tests.builders import a_checkin, an_entry
from tests.compute.reported import report_on

DAY = "2026-11-16"


@pytest.mark.parametrize(
    ("day", "shown"),
    [("2026-11-09", False), ("2026-11-10", True), ("2026-11-16", True), ("2026-11-17", False)],
)
def test_week_is_the_seven_days_up_to_the_report_s(day: str, shown: bool) -> None:
    report = report_on(DAY, a_checkin(day, note="Slow.", kudos=[{"to": "pavel", "for": "help"}]))

    assert bool(report.notes) is shown
    assert bool(report.kudos) is shown


def test_newest_comes_first() -> None:
    report = report_on(
        DAY,
        a_checkin("2026-11-12", note="First."),
        a_checkin(DAY, note="Third.", recorded="2026-11-16T12:00:00Z"),
        a_checkin(DAY, note="Second.", recorded="2026-11-16T09:00:00Z"),
    )

    assert [each.note for each in report.notes] == ["Third.", "Second.", "First."]


def test_notes_on_single_entries_are_not_among_those_on_whole_check_ins() -> None:
    assert report_on(DAY, a_checkin(DAY, an_entry(50, note="Only this."))).notes == ()


def test_note_and_thanks_say_who_when_and_where_it_is_written() -> None:
    checkin = a_checkin(DAY, note="Slow.", kudos=[{"to": "pavel", "for": "help"}])
    report = report_on(DAY, checkin)

    (note,), (kudos,) = report.notes, report.kudos
    assert (note.day, note.by, note.path) == (checkin.date, "ana", checkin.path)
    assert (kudos.by, kudos.to, kudos.reason) == ("ana", "pavel", "help")
