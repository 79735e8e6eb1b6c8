"""`okr calendar`."""

from pathlib import Path

from icalendar import Calendar

from tests.cli.conftest import Okr


def test_calendar_is_written_and_printed(okr: Okr, root: Path) -> None:
    ran = okr("calendar", "--output", "ics=okrs.ics")
    assert ran.code == 0, ran.err
    content = (root / "okrs.ics").read_bytes()
    assert content.decode() == ran.out
    assert b"\r\n" in content
    assert len(Calendar.from_ical(content).events) > 2


def test_calendar_of_a_person_has_what_is_theirs(okr: Okr) -> None:
    everybody, pavel = okr("calendar").out, okr("calendar", "--owner", "pavel").out
    assert "(ana)" in everybody.replace("\r\n ", "")
    assert "(ana)" not in pavel.replace("\r\n ", "")


def test_unknown_person_and_format_are_refused(okr: Okr) -> None:
    assert okr("calendar", "--owner", "nobody-here").code == 3
    assert okr("calendar", "--format", "pdf").code == 2
