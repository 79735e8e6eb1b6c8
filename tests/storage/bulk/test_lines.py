from unittest.mock import patch

import pytest
from hypothesis import given
from hypothesis import strategies as st

from okrcli.model.checkin import CheckIn, DatedReading
from okrcli.model.finding import Location
from okrcli.storage.bulk.files import bulk_files
from okrcli.storage.records.validation import Validated, record_of
from okrcli.storage.yaml.document import Document
from okrcli.storage.yaml.places import walk
from okrcli.storage.yaml.reader import read
from tests.storage.bulk.test_files import READINGS, SESSION
from tests.storage.parsers import INSTALLED

_HEAD = "date: 2026-11-20\nby: ana\n"
_LINES = """\
  - {"kpi": "nps", "date": "2026-11-02", "value": 44, "segment": "chat", "weight": 12}
  - {"kpi": "csat", "date": "2026-11-03", "value": 83.50, "note": "Wave \\"2\\" # early"}
  - {"kpi": "nps", "date": "2026-11-03", "value": -4.5e1}
"""
_TEXT = f"{_HEAD}readings:\n{_LINES}"
_PATH = SESSION.path


def _ordinary(text: str, parser: str = "python") -> Document:
    with patch("okrcli.storage.yaml.reader._BULK_OPENING", "\0"):
        return read(_PATH, text.encode(), INSTALLED[parser])


def _checked(document: Document) -> Validated[CheckIn]:
    return record_of(CheckIn, document, {"path": _PATH, "id": SESSION.id})


def _assert_alike(text: str, parser: str) -> None:
    """Check that the quick way through *text* tells the same as the ordinary one."""
    quick, ordinary = read(_PATH, text.encode(), INSTALLED[parser]), _ordinary(text, parser)
    assert (quick.readable, quick.findings) == (ordinary.readable, ordinary.findings)
    assert quick.ignores == ordinary.ignores
    if ordinary.readable:
        assert repr(quick.data) == repr(ordinary.data)
        one, other = _checked(quick), _checked(ordinary)
        assert one == other
        assert repr(one.record) == repr(other.record)
        for location, node in walk(ordinary.places.root):
            found, exact = quick.places.nearest(location)
            assert exact
            assert found[:3] == node[:3]


@pytest.mark.parametrize("parser", sorted(INSTALLED))
@given(readings=READINGS)
def test_bulk_file_is_read_as_any_other_yaml(parser: str, readings: list[DatedReading]) -> None:
    [(_, content)] = bulk_files(SESSION, readings, lambda: SESSION.id)
    document = read(_PATH, content, INSTALLED[parser])
    assert document.ready is not None
    _assert_alike(content.decode(), parser)


_PIECES = [
    *"0-.,:#\"\\{}[] \n\t\r&!'é\x85",
    *["nps", "x: 1\n", "---\n", "...\n", "readings:\n", "# okr: ignore[C702]", "\\u00e9", "\\/"],
    *['"kpi": "nps", ', '  - {"kpi": "nps", "date": "2026-11-02", "value": 1}\n', "note: |\n"],
]


@pytest.mark.parametrize("parser", sorted(INSTALLED))
@given(
    at=st.integers(0, len(_TEXT)), left_out=st.integers(0, 9), piece=st.sampled_from(["", *_PIECES])
)
def test_changed_bulk_file_is_read_as_any_other_yaml(
    parser: str, at: int, left_out: int, piece: str
) -> None:
    _assert_alike(_TEXT[:at] + piece + _TEXT[at + left_out :], parser)


@pytest.mark.parametrize(
    ("old", "new"),
    [
        ('"value": 44', '"value": 44, "value": 45'),
        ('"kpi": "nps", "date": "2026-11-02"', '"date": "2026-11-02", "kpi": "nps"'),
        ('"value": 44', '"value": "44"'),
        ('"value": 44', '"value": .5'),
        ('"value": 44', '"value": null'),
        ('"value": 44', '"value":  44'),
        ('"weight": 12}', '"weight": 12}  # ana counted'),
        ("# early", "\\/ early"),
        ("# early", "\\ud83d\\ude00"),
        ("# early", "\\x41"),
        ("# early", "\t"),
        ('"segment": "chat"', '"segment": "ch\\u0061t"'),
        ("-4.5e1}\n", "-4.5e1}"),
        ("-4.5e1}\n", "-4.5e1}\n\n"),
        ("-4.5e1}\n", "-4.5e1}\nkudos:\n  - {to: pavel, for: help}\n"),
        ("-4.5e1}\n", "-4.5e1}\r\n"),
        ("by: ana\n", "by: ana\nreadings: []\n"),
        ("by: ana\n", "by: ana\nnote: Fix #12\n"),
        ("by: ana\n", "by: no\n"),
        ("by: ana\n", "by: ana\n...\n"),
        ("by: ana\n", "by: [ana\n"),
        ("date: 2026-11-20\n", "%YAML 1.2\n---\ndate: 2026-11-20\n"),
    ],
)
def test_reader_takes_the_ordinary_way_when_a_file_is_not_as_imports_write_it(
    old: str, new: str
) -> None:
    assert read(_PATH, _TEXT.encode()).ready is not None
    changed = _TEXT.replace(old, new, 1)
    assert changed != _TEXT
    assert read(_PATH, changed.encode()).ready is None
    _assert_alike(changed, "python")


@pytest.mark.parametrize(
    ("old", "new", "message", "column"),
    [
        ("2026-11-03", "2026-02-30", "is not a day in the calendar", 29),
        ("2026-11-03", "20261103", "is not a date", 29),
        ('"csat"', '"CSAT"', "is not lower-case words", 13),
        ("83.50", "8" * 40, "is a number too long to be meant", 52),
        ("83.50", '83.50, "segment": "Chat"', "is not lower-case words", 70),
        ("83.50", '83.50, "weight": -1', "is below 0", 69),
    ],
)
def test_refused_reading_has_its_line_and_column(
    old: str, new: str, message: str, column: int
) -> None:
    text = _TEXT.replace(old, new, 1)
    document = read(_PATH, text.encode())
    assert (document.ready, document.findings) == (None, ())
    [finding] = _checked(document).findings
    assert message in finding.message
    assert finding.place == (_PATH, 5, column)
    _assert_alike(text, "python")


def test_place_in_a_long_bulk_file_is_right() -> None:
    lines = [
        f'  - {{"kpi": "nps", "date": "2026-11-02", "value": {each}}}\n' for each in range(12_000)
    ]
    lines[10_112] = lines[10_112].replace("2026-11-02", "2026-11-31")
    document = read(_PATH, (_HEAD + "readings:\n" + "".join(lines)).encode())
    [finding] = _checked(document).findings
    assert finding.place == (_PATH, 10_116, 28)
    assert document.place(("readings", 11_999, "value")) == (_PATH, 12_003, 51)
    assert document.line_text(12_003).endswith('"value": 11999}')


def test_place_of_what_is_not_in_a_bulk_file_is_its_nearest_parent() -> None:
    quick, ordinary = read(_PATH, _TEXT.encode()), _ordinary(_TEXT)
    locations: list[Location] = [
        ("readings", 3),
        ("readings", "x"),
        ("readings", 0, "note"),
        ("kudos", 0),
    ]
    for location in locations:
        assert quick.place(location) == ordinary.place(location)
        assert quick.key_place(location) == ordinary.key_place(location)
        assert not quick.places.nearest(location)[1]


def test_key_of_the_files_name_in_a_bulk_file_is_found() -> None:
    document = read(_PATH, f"id: mine\n{_TEXT}".encode())
    [finding] = _checked(document).findings
    assert finding.message == "`id` is no key of this file: the id is the file's name."


def test_readings_of_a_bulk_file_are_equal_to_validated_ones() -> None:
    record = _checked(read(_PATH, _TEXT.encode())).record
    assert record is not None
    first = record.readings[0]
    again = type(first).model_validate(first.model_dump(exclude_unset=True))
    assert (first, first.model_fields_set) == (again, again.model_fields_set)
    assert first.model_copy(update={"note": "again"}).model_fields_set == {
        *["kpi", "date", "value", "segment", "weight", "note"]
    }
    assert first.model_fields_set == again.model_fields_set
