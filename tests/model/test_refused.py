from dataclasses import replace

from okrcli.model.finding import BAD_READING, Finding, Place, Severity
from okrcli.model.refused import RefusedEntry, errors_of, files_with_errors
from tests.builders import a_checkin, a_day

PATH = a_checkin("2026-11-20").path


def an_entry(line: int, *findings: Finding) -> RefusedEntry:
    place = Place(PATH, line)
    return RefusedEntry(PATH, ("readings", line), place, a_day("2026-11-20"), findings)


def a_finding(line: int) -> Finding:
    return Finding.of(BAD_READING, Place(PATH, line), f"Line {line} is wrong.")


def test_what_is_wrong_with_several_entries_at_once_is_said_once() -> None:
    first, both, last = (a_finding(line) for line in (4, 5, 6))
    entries = [an_entry(4, first, both), an_entry(5, both), an_entry(6), an_entry(7, last)]

    assert errors_of(entries) == (first, both, last)
    assert errors_of([]) == ()


def test_file_whose_only_errors_are_those_of_entries_has_none_beside_them() -> None:
    of_entry, other = a_finding(4), a_finding(5)
    warning = replace(other, severity=Severity.WARNING)
    entries = [an_entry(4, of_entry)]

    assert files_with_errors([of_entry, other, other], entries) == [PATH]
    assert files_with_errors([of_entry, warning], entries) == []
