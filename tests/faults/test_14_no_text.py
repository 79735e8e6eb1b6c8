"""Bytes that are no UTF-8, NUL, NEL and the like are errors with their place."""

from pathlib import Path

import pytest

from tests.cli.conftest import Okr
from tests.cli.workspaces import KPI
from tests.faults.findings import errors_with
from tests.storage.conftest import Read, only_finding


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
    code, found_line, found_column, message = only_finding(document)
    assert (code, found_line, found_column) == ("E001", line, column)
    assert what in message
    assert not document.readable


def test_reader_accepts_control_characters_that_are_written_as_escapes(read_file: Read) -> None:
    assert read_file(r'a: "\x1b[31m\N"').data == {"a": "\x1b[31m\x85"}


@pytest.mark.parametrize("escape", [r"\0", r"\x00", r"\u0000", r"\U00000000"])
def test_reader_refuses_a_nul_that_is_written_as_an_escape(read_file: Read, escape: str) -> None:
    document = read_file(f'by: ana\ntitle: "A{escape}B"\n')
    code, line, column, message = only_finding(document)
    assert (code, line, column) == ("E001", 2, 8)
    assert "NUL" in message
    assert read_file(f"title: 'A{escape}B'\n").data == {"title": f"A{escape}B"}


@pytest.mark.parametrize("letter", [b"\xf3", b"\x00", b"\xc2\x85"], ids=["latin-1", "NUL", "NEL"])
def test_check_says_where_the_bytes_are_no_text(okr: Okr, root: Path, letter: bytes) -> None:
    content = KPI.encode().replace(b"Promoter", b"Pr" + letter + b"moter")
    [found] = errors_with(okr, root, "kpis/csat.yaml", content)

    assert found[:4] == ("E001", "kpis/csat.yaml", 1, 14)
