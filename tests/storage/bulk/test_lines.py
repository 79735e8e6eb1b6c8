import pytest
from hypothesis import given
from hypothesis import strategies as st

from okrcli.model.readings import DatedReading
from okrcli.storage.bulk.files import bulk_files
from okrcli.storage.yaml.places import walk
from okrcli.storage.yaml.reader import read
from tests.storage.bulk.imported import HEAD, PATH, TEXT, checked, ordinarily_read
from tests.storage.bulk.test_files import READINGS, SESSION
from tests.storage.parsers import INSTALLED


def _assert_alike(text: str, parser: str) -> None:
    """Check that the quick way through *text* tells the same as the ordinary one."""
    quick, ordinary = read(PATH, text.encode(), INSTALLED[parser]), ordinarily_read(text, parser)
    assert (quick.readable, quick.findings) == (ordinary.readable, ordinary.findings)
    assert quick.ignores == ordinary.ignores
    if ordinary.readable:
        assert repr(quick.data) == repr(ordinary.data)
        one, other = checked(quick), checked(ordinary)
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
    document = read(PATH, content, INSTALLED[parser])
    assert document.ready is not None
    _assert_alike(content.decode(), parser)


_PIECES = [
    *"0-.,:#\"\\{}[] \n\t\r&!'é\x85",
    *["nps", "x: 1\n", "---\n", "...\n", "readings:\n", "# okr: ignore[C702]", "\\u00e9", "\\/"],
    *['"kpi": "nps", ', '  - {"kpi": "nps", "date": "2026-11-02", "value": 1}\n', "note: |\n"],
]


@pytest.mark.parametrize("parser", sorted(INSTALLED))
@given(
    at=st.integers(0, len(TEXT)), left_out=st.integers(0, 9), piece=st.sampled_from(["", *_PIECES])
)
def test_changed_bulk_file_is_read_as_any_other_yaml(
    parser: str, at: int, left_out: int, piece: str
) -> None:
    _assert_alike(TEXT[:at] + piece + TEXT[at + left_out :], parser)


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
    assert read(PATH, TEXT.encode()).ready is not None
    changed = TEXT.replace(old, new, 1)
    assert changed != TEXT
    assert read(PATH, changed.encode()).ready is None
    _assert_alike(changed, "python")


@pytest.mark.parametrize(
    ("old", "new", "message", "column"),
    [
        ("2026-11-03", "2026-02-30", "is not a day in the calendar", 29),
        ("2026-11-03", "20261103", "is not a date", 29),
        ('"csat"', '"CSAT"', "is not lower-case words", 13),
        ("83.50", "8" * 40, "is a number with too many digits", 52),
        ("83.50", '83.50, "segment": "Chat"', "is not lower-case words", 70),
        ("83.50", '83.50, "weight": -1', "is below 0", 69),
    ],
)
def test_refused_reading_has_its_line_and_column(
    old: str, new: str, message: str, column: int
) -> None:
    text = TEXT.replace(old, new, 1)
    document = read(PATH, text.encode())
    assert (document.ready, document.findings) == (None, ())
    [finding] = checked(document).findings
    assert message in finding.message
    assert finding.place == (PATH, 5, column)
    _assert_alike(text, "python")


def test_key_of_the_files_name_in_a_bulk_file_is_found() -> None:
    document = read(PATH, f"id: mine\n{TEXT}".encode())
    [finding] = checked(document).findings
    assert finding.message == "`id` cannot be a key of this file: the id is the file's name."


def test_lines_of_many_portions_are_read_as_any_other_yaml() -> None:
    lines = [
        f'  - {{"kpi": "nps", "date": "2026-11-{1 + number // 90:02}", "value": {number}}}\n'
        for number in range(1_800)
    ]
    _assert_alike(HEAD + "readings:\n" + "".join(lines), "python")
    lines[1_700] = lines[1_700].replace('"kpi"', '"KPI"')
    _assert_alike(HEAD + "readings:\n" + "".join(lines), "python")
