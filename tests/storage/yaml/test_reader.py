from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from okrcli.model.finding import Severity
from okrcli.storage.layout import MAX_BYTES
from okrcli.storage.yaml.events import PARSERS
from okrcli.storage.yaml.reader import read
from tests.storage.conftest import Read, only_finding
from tests.storage.parsers import INSTALLED


def test_reader_gives_plain_data(read_file: Read) -> None:
    document = read_file("title: NPS\nbounds: [-100, 100.0]\nalert: {xmr: true, of: ~}\n")
    assert document.data == {
        "title": "NPS",
        "bounds": [-100, Decimal("100.0")],
        "alert": {"xmr": True, "of": None},
    }
    assert document.findings == ()
    assert document.readable


def test_reader_keeps_text_that_another_reader_would_convert(read_file: Read) -> None:
    document = read_file('by: 2026-02-30\nat: 2026-11-20T09:12:44Z\nc: "12"\nb: "no"\nv: v1.2.3\n')
    assert list(document.data.values()) == [
        "2026-02-30",
        "2026-11-20T09:12:44Z",
        "12",
        "no",
        "v1.2.3",
    ]
    assert document.findings == ()


@pytest.mark.parametrize(
    ("content", "line"),
    [
        ("a: 1\n<<<<<<< HEAD\nb: 2\n=======\nb: 3\n>>>>>>> other\n", 2),
        ("a: 1\r\nb: 2\r\n=======\r\nb: 3\r\n>>>>>>> other\r\n", 3),
        ("a: 1\n>>>>>>>", 2),
    ],
)
def test_reader_tells_a_conflict_once_when_markers_are_left(
    read_file: Read, content: str, line: int
) -> None:
    code, found, column, message = only_finding(read_file(content))
    assert (code, found, column) == ("E001", line, 1)
    assert message == "The file contains an unresolved merge conflict."


def test_reader_accepts_ruled_lines_when_they_are_no_markers(read_file: Read) -> None:
    document = read_file(
        "# ======= KPIs =======\nnote: |\n  =======\n  <<<<<<< HEAD\na: x=======\n"
    )
    assert document.findings == ()


def test_reader_refuses_a_file_over_the_limit(read_file: Read) -> None:
    code, line, column, message = only_finding(read_file(b"a: " + b"x" * MAX_BYTES))
    assert (code, line, column) == ("E001", 1, 1)
    assert message == "The file has 8,388,611 bytes; the limit is 8,388,608."


@pytest.mark.parametrize(
    "title",
    ["Увеличить NPS с 40 до 60", "satisfacción «ñ»", "顧客満足度を上げる", "رضا العملاء", "🚀 60"],
)
def test_reader_reads_titles_in_any_script(read_file: Read, title: str) -> None:
    document = read_file(f"a: {title}\nb: 1\n")
    assert document.data["a"] == title
    assert document.span(("a",)) == (3, 3 + len(title))
    assert document.place(("b",))[1:] == (2, 4)


@pytest.mark.parametrize(
    ("content", "message"),
    [
        ("2026: 1\n", "The key `2026` is read as a value, not as text."),
        ("true: 1\n", "The key `true` is read as a value, not as text."),
        ("? {a: 1}\n: 2\n", "A mapping or list cannot be a key."),
        ("? [a]\n: 2\n", "A mapping or list cannot be a key."),
    ],
)
def test_reader_refuses_keys_that_are_no_text(read_file: Read, content: str, message: str) -> None:
    assert only_finding(read_file(content))[3] == message


def test_reader_reads_the_rest_when_a_key_is_a_number(read_file: Read) -> None:
    document = read_file("cycles:\n  2026: {start: 1}\nname: x\n")
    assert document.data == {"cycles": {"2026": {"start": 1}}, "name": "x"}
    assert document.findings[0].place[1:] == (2, 3)


@pytest.mark.parametrize(
    ("content", "value"),
    [
        ("a: {b: Why? Price}\n", {"b": "Why? Price"}),
        ("a: {b: https://okr.dev/x?y=1}\n", {"b": "https://okr.dev/x?y=1"}),
        ("a: [who?, 12:30:44Z]\n", ["who?", "12:30:44Z"]),
    ],
)
def test_reader_reads_question_marks_and_colons_between_brackets(
    read_file: Read, content: str, value: object
) -> None:
    document = read_file(content)
    assert document.data["a"] == value
    assert document.findings == ()


def test_reader_stops_at_a_hundred_problems(read_file: Read) -> None:
    document = read_file("a: 1\n" * 10_000)
    assert len(document.findings) == 101
    assert document.findings[-1].message == (
        "The file has more than 100 problems; the rest is not checked."
    )
    assert document.findings[-1].place.line == 102
    assert not document.readable


def test_reader_shows_control_characters_of_keys_harmlessly(read_file: Read) -> None:
    [finding] = read_file('"\\e[1m": 1\n"\\e[1m": 2\n').findings
    assert "The key `\ufffd[1m` occurs again here" in finding.message


_CHARACTERS = "abc:-?[]{},#&*!|>'\"%@` \n\t\r0.~=<é😀\ufeff\x85"
_PIECES = r"""a:|- |---|<<<<<<< |&a |*a|!!str |? |%YAML 1.1|\ud800|\U00110000|"\x|>-|||+"""
_FRAGMENTS = st.sampled_from([*_CHARACTERS, *_PIECES.split("|"), "\r\n", "\n  ", "|+\n "])
_YAML_LIKE = st.lists(_FRAGMENTS, max_size=40).map("".join).map(str.encode)


@pytest.mark.parametrize("parser", sorted(INSTALLED))
@given(raw=st.binary(max_size=200) | _YAML_LIKE)
def test_reader_gives_data_or_findings_for_any_bytes_at_all(parser: str, raw: bytes) -> None:
    document = read("x.yaml", raw, PARSERS[parser])
    assert document.readable or document.findings
    assert document.readable or document.data == {}
    assert isinstance(document.place(("a", 0, "b")).line, int)
    assert isinstance(document.ignores, tuple)
    assert all(
        finding.place.line >= 1 and finding.place.column >= 1 and finding.message
        for finding in document.findings
    )
    assert all(finding.severity in Severity for finding in document.findings)
