import time
from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from okrcli.model.finding import Severity
from okrcli.storage import events
from okrcli.storage.document import Document
from okrcli.storage.events import PARSERS
from okrcli.storage.layout import MAX_BYTES
from okrcli.storage.reader import read
from tests.storage.conftest import Read
from tests.storage.parsers import INSTALLED, needs_c_parser

# Well above what a refusal takes, far below what reading the whole of a hostile file takes.
_REFUSED_WITHIN_SECONDS = 2.0


def _only_finding(document: Document) -> tuple[str, int, int, str]:
    [finding] = document.findings
    return finding.rule.code, finding.place.line, finding.place.column, finding.message


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


# Faults 1: conflict markers.
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
    code, found, column, message = _only_finding(read_file(content))
    assert (code, found, column) == ("E001", line, 1)
    assert message == "The file holds an unresolved merge conflict."


def test_reader_accepts_ruled_lines_when_they_are_no_markers(read_file: Read) -> None:
    document = read_file(
        "# ======= KPIs =======\nnote: |\n  =======\n  <<<<<<< HEAD\na: x=======\n"
    )
    assert document.findings == ()


# Faults 2: duplicate keys.
def test_reader_tells_the_second_key_and_keeps_the_first_when_a_key_is_twice(
    read_file: Read,
) -> None:
    document = read_file(
        "title: a\nt: {x: [1, {w: 2}], z: ~}\ntarget: 65\ntarget: {a: [60]}\nb: 1\n"
    )
    assert _only_finding(document) == (
        "E001",
        4,
        1,
        "The key `target` stands here again; line 3 has it first.",
    )
    assert document.data["target"] == 65
    assert document.place(("b",)).line == 5
    assert document.readable


def test_reader_tells_every_duplicate_when_there_are_several(read_file: Read) -> None:
    document = read_file("a: {b: 1, b: 2, 'b': 3}\na: 2\n")
    assert [finding.place[1:] for finding in document.findings] == [(1, 11), (1, 17), (2, 1)]
    assert document.data == {"a": {"b": 1}}


# Faults 7: alias bomb, self-reference.
@pytest.mark.parametrize(
    ("content", "column", "what"),
    [
        ("a: &a [x, x]\nb: &b [*a, *a]\nc: [*b, *b]\n", 4, "`&a` is an anchor"),
        ("a: &a [*a]\n", 4, "`&a` is an anchor"),
        ("a: *b\n", 4, "`*b` is an alias"),
        ("*a : 1\n", 1, "`*a` is an alias"),
        ("&a b: 1\n", 1, "`&a` is an anchor"),
        ("a: [&a {b: 1}]\n", 5, "`&a` is an anchor"),
        ("a: [*a]\n", 5, "`*a` is an alias"),
    ],
)
def test_reader_refuses_aliases_and_anchors(
    read_file: Read, content: str, column: int, what: str
) -> None:
    document = read_file(content)
    code, line, found, message = _only_finding(document)
    assert (code, line, found) == ("E001", 1, column)
    assert what in message
    assert not document.readable
    assert document.data == {}


# Faults 8 and 9: deep nesting.
@pytest.mark.parametrize(
    "content",
    [
        "a: " + "[" * 50_000,
        "a: " + "[" * 50_000 + "]" * 50_000,
        "a: " + "{a: " * 1_000,
        "".join(" " * depth + "a:\n" for depth in range(1_000)),
        "a:\n" + "- " * 50_000,
    ],
)
def test_reader_refuses_deep_nesting_at_once(read_file: Read, content: str) -> None:
    started = time.monotonic()
    code, _, _, message = _only_finding(read_file(content))
    assert time.monotonic() - started < _REFUSED_WITHIN_SECONDS
    assert code == "E001"
    assert message == "Mappings and lists are nested more than 64 deep here."


def test_reader_accepts_nesting_up_to_the_limit(read_file: Read) -> None:
    assert read_file("a: " + "[" * 63 + "]" * 63).findings == ()
    assert read_file("a: " + "[" * 64 + "]" * 64).findings[0].place == ("kpis/nps.yaml", 1, 67)


# Faults 10: tags, directives, several documents.
@pytest.mark.parametrize(
    ("content", "line", "column", "what"),
    [
        ("a: !!python/object/apply:os.system [ls]\n", 1, 4, "is a tag"),
        ("a: !mine x\n", 1, 4, "is a tag"),
        ("!mine\na: x\n", 1, 1, "is a tag"),
        ("a: [!!str 12]\n", 1, 5, "is a tag"),
        ("%YAML 1.1\n---\na: 1\n", 1, 1, "directive"),
        ("# x\n%FOO bar\n---\na: 1\n", 2, 1, "directive"),
        ("a: 1\n---\nb: 2\n", 2, 1, "second YAML document"),
        ("a: 1\n...\n---\nb: 2\n", 3, 1, "second YAML document"),
    ],
)
def test_reader_refuses_what_is_more_than_plain_yaml(
    read_file: Read, content: str, line: int, column: int, what: str
) -> None:
    document = read_file(content)
    code, found_line, found_column, message = _only_finding(document)
    assert (code, found_line, found_column) == ("E001", line, column)
    assert what in message
    assert not document.readable


def test_reader_accepts_the_marks_of_a_single_document(read_file: Read) -> None:
    document = read_file("---\na: 100%\n...\n")
    assert (document.data, document.findings) == ({"a": "100%"}, ())


# Faults 11: tabs, quotes, colons.
@pytest.mark.parametrize(
    ("content", "line", "column", "message"),
    [
        ("a:\n\t- b\n", 2, 1, "The line is indented with a tab."),
        ("a:\n  b: 1\n \tc: 2\n", 3, 2, "The line is indented with a tab."),
        ('a: 1\nb: "x\nc: 1\n', 2, 4, "The quote that opens here is never closed."),
        ("b: 'x\n", 1, 4, "The quote that opens here is never closed."),
        ("a: b: c\n", 1, 5, "A second `: ` in one line is not allowed outside quotes."),
    ],
)
def test_reader_says_where_the_syntax_is_wrong(
    read_file: Read, content: str, line: int, column: int, message: str
) -> None:
    document = read_file(content)
    assert _only_finding(document) == ("E001", line, column, message)
    assert document.findings[0].hint
    assert not document.readable


@pytest.mark.parametrize(
    "content", ["a: [1, 2\nb: 3\n", "a: {b: 1\n", "a\nb: 1\n", "a: @x\n", "a: '\\ud800'b"]
)
def test_reader_says_that_it_is_no_yaml_when_it_knows_no_better(
    read_file: Read, content: str
) -> None:
    document = read_file(content)
    [finding] = document.findings
    assert finding.rule.code == "E001"
    assert finding.message.endswith(".")
    assert document.data == {}


# Faults 12: no mapping.
@pytest.mark.parametrize(
    ("content", "message"),
    [
        ("", "The file is empty."),
        ("# only a comment\n", "The file is empty."),
        ("---\n", "The file is empty."),
        ("just text\n", "The file holds a single value, but a mapping is needed."),
        ("''\n", "The file holds a single value, but a mapping is needed."),
        ("- a\n- b\n", "The file holds a list, but a mapping is needed."),
    ],
)
def test_reader_refuses_a_root_that_is_no_mapping(
    read_file: Read, content: str, message: str
) -> None:
    assert _only_finding(read_file(content)) == ("E001", 1, 1, message)


# Faults 13: byte order mark, CRLF, no final newline.
@pytest.mark.parametrize(
    "content",
    [
        b"\xef\xbb\xbfa: 1\nb:\n  - c\n",
        b"a: 1\r\nb:\r\n  - c\r\n",
        b"a: 1\nb:\n  - c",
        b"\xef\xbb\xbfa: 1\r\nb:\r\n  - c",
    ],
)
def test_reader_accepts_what_editors_do_to_files(read_file: Read, content: bytes) -> None:
    document = read_file(content)
    assert document.data == {"a": 1, "b": ["c"]}
    assert document.findings == ()
    assert document.place(("b", 0))[1:] == (3, 5)
    assert document.place(("a",))[1:] == (1, 4)
    assert document.raw == content


# Faults 14: bytes that are no text.
@pytest.mark.parametrize(
    ("content", "line", "column", "what"),
    [
        (b"a: 1\nb: \xc3\xa9\xff\n", 2, 5, "not UTF-8: byte 0xff"),
        (b"\xef\xbb\xbfa: \xff", 1, 4, "not UTF-8"),
        (b"a: \xed\xa0\x80", 1, 4, "not UTF-8"),
        (b"a: x\x00y\n", 1, 5, "a NUL character (U+0000)"),
        (b"a: 1\nb: \xc2\x85\n", 2, 4, "a next-line character (NEL) (U+0085)"),
        (b"a: \x1b[31m", 1, 4, "a control character (U+001B)"),
        ("a: x\u2028y".encode(), 1, 5, "a line separator (U+2028)"),
        ("a: x\ufeffy".encode(), 1, 5, "a byte order mark (U+FEFF)"),
        ("a: 1\n".encode("utf-16"), 1, 1, "in UTF-16"),
        ("a: 1\n".encode("utf-32"), 1, 1, "in UTF-32"),
        ("a: 1\n".encode("utf-16-be"), 1, 1, "NUL"),
    ],
)
def test_reader_refuses_bytes_that_are_no_text(
    read_file: Read, content: bytes, line: int, column: int, what: str
) -> None:
    document = read_file(content)
    code, found_line, found_column, message = _only_finding(document)
    assert (code, found_line, found_column) == ("E001", line, column)
    assert what in message
    assert not document.readable


# Faults 11: the parser stops where the next thing begins, which is a line late or more.
@pytest.mark.parametrize(
    ("content", "line", "column", "bracket"),
    [
        ("a: 1\nb: {x: 1, y: 2\nc: 3\n", 2, 4, "{"),
        ("a: {\n", 1, 4, "{"),
        ("a: [\n\n\n# end\n", 1, 4, "["),
        ("k:\n  - {a: 1, b: 2\n  - {a: 2}\n", 2, 5, "{"),
        ("k:\n  - {a: 1, b: 2\n  - x\n", 2, 5, "{"),
        ("k:\n  - {a: [1, 2}\n", 2, 9, "["),
        ("k: {a: {b: 1\nc: 2\n", 1, 8, "{"),
        ("k: {a: 1]\n", 1, 4, "{"),
        ("k: {a: '}', b: \"}\"\nc: 2\n", 1, 4, "{"),
    ],
)
def test_bracket_that_is_never_closed_is_found_where_it_opens(
    read_file: Read, content: str, line: int, column: int, bracket: str
) -> None:
    code, found_line, found_column, message = _only_finding(read_file(content))
    assert (code, found_line, found_column) == ("E001", line, column)
    assert message == f"The `{bracket}` that opens here is never closed."


@pytest.mark.parametrize("content", ["a: {x: 1 y: 2}\n", "a: {x: 1, y: z: 2}\n", "a: [1 {}]\n"])
def test_error_between_brackets_that_are_closed_is_found_where_it_is(
    read_file: Read, content: str
) -> None:
    assert "never closed" not in _only_finding(read_file(content))[3]


def test_reader_accepts_control_characters_that_are_written_as_escapes(read_file: Read) -> None:
    assert read_file(r'a: "\x1b[31m\N"').data == {"a": "\x1b[31m\x85"}


@pytest.mark.parametrize("escape", [r"\0", r"\x00", r"\u0000", r"\U00000000"])
def test_reader_refuses_a_nul_that_is_written_as_an_escape(read_file: Read, escape: str) -> None:
    document = read_file(f'by: ana\ntitle: "A{escape}B"\n')
    code, line, column, message = _only_finding(document)
    assert (code, line, column) == ("E001", 2, 8)
    assert "NUL" in message
    assert read_file(f"title: 'A{escape}B'\n").data == {"title": f"A{escape}B"}


# Faults 15: a file over the limit.
def test_reader_refuses_a_file_over_the_limit(read_file: Read) -> None:
    code, line, column, message = _only_finding(read_file(b"a: " + b"x" * MAX_BYTES))
    assert (code, line, column) == ("E001", 1, 1)
    assert message == "The file has 8,388,611 bytes; at most 8,388,608 are read."


# Faults 18: titles in any script.
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
        ("? {a: 1}\n: 2\n", "A mapping or a list is no key."),
        ("? [a]\n: 2\n", "A mapping or a list is no key."),
    ],
)
def test_reader_refuses_keys_that_are_no_text(read_file: Read, content: str, message: str) -> None:
    assert _only_finding(read_file(content))[3] == message


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
        "The file has more than 100 problems; it is not read further."
    )
    assert document.findings[-1].place.line == 102
    assert not document.readable


def test_reader_shows_control_characters_of_keys_harmlessly(read_file: Read) -> None:
    [finding] = read_file('"\\e[1m": 1\n"\\e[1m": 2\n').findings
    assert "The key `\ufffd[1m` stands here again" in finding.message


def test_reader_uses_ruamels_own_parser_when_the_c_parser_is_not_installed(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    def missing(_text: str) -> events.Pull:
        raise ImportError

    events.fastest_parser.cache_clear()
    monkeypatch.setattr(events, "_pull_from_c", missing)
    try:
        assert read("x", b"a: [1]").data == {"a": [1]}
        assert events.fastest_parser() is PARSERS["python"]
    finally:
        events.fastest_parser.cache_clear()


@needs_c_parser
def test_reader_uses_the_c_parser_when_it_is_installed() -> None:
    assert events.fastest_parser() is PARSERS["c"]


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
