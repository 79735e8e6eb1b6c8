import pytest

from okrcli.errors import UsageError
from okrcli.sources import text
from okrcli.sources.base import SourceError
from okrcli.sources.text import open_text


def decode(name: str, content: bytes, encoding: str | None = None) -> str:
    return open_text(name, content, encoding).read()


TEXT = "Дата;Значение\n2026-11-20;47\n"


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16"])
def test_text_of_utf_is_read_as_the_file_says(encoding: str) -> None:
    assert decode("a.csv", TEXT.encode(encoding)) == TEXT


@pytest.mark.parametrize("encoding", ["windows-1251", "cp1251", "koi8-r", "utf-16-le", "cp866"])
def test_text_of_another_encoding_is_read_when_it_is_named(encoding: str) -> None:
    assert decode("a.csv", TEXT.encode(encoding), encoding) == TEXT


def test_mark_at_the_beginning_counts_more_than_what_was_named() -> None:
    assert decode("a.csv", TEXT.encode("utf-8-sig"), "windows-1251") == TEXT


@pytest.mark.parametrize(
    ("content", "encoding", "message"),
    [
        (
            TEXT.encode("cp1251"),
            None,
            "a.csv:1: This is not UTF-8.",
        ),
        (b"a\nb\nc\xff", None, "a.csv:3: This is not UTF-8"),
        ("\ufeffa".encode("utf-16-le") + b"\x00", None, "a.csv:1: This is not utf-16-le"),
        ("a\nЯ€".encode("cp1251"), "latin-1", "Is it really latin-1?"),
        (TEXT.encode("utf-16-le"), "latin-1", "a.csv:1: This is not text: it has the control"),
        (b"a\n\x85b", "latin-1", "a.csv:2: This is not text: it has the control character U+0085"),
        (b"a\x1b[31m", None, "a.csv:1: This is not text: it has the control character U+001B."),
        (TEXT.encode("cp1251"), "ascii", "a.csv:1: This is not ascii"),
    ],
)
def test_text_that_would_be_garbled_is_refused(
    content: bytes, encoding: str | None, message: str
) -> None:
    with pytest.raises(SourceError) as caught:
        decode("a.csv", content, encoding)

    assert message in caught.value.message


@pytest.mark.parametrize(
    "encoding",
    [
        "",
        "nothing",
        "hex",
        "zlib",
        "rot13",
        "base64",
        "idna",
        "punycode",
        "unicode_escape",
        "undefined",
        "utf\x008",
        "../x",
        "u" * 500,
    ],
)
def test_encoding_that_is_none_of_text_is_refused(encoding: str) -> None:
    with pytest.raises(UsageError, match="There is no encoding"):
        decode("a.csv", b"a", encoding)


def test_lines_keep_their_ends() -> None:
    assert list(open_text("a.csv", "a\r\n\nb\rc\u2028d".encode())) == [
        "a\r\n",
        "\n",
        "b\r",
        "c\u2028d",
    ]


@pytest.mark.parametrize("odd", ["\x1b", "\udcff"])
def test_line_of_what_is_wrong_is_right_in_every_part_of_a_text(
    odd: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(text, "_CHUNK", 5)
    content = f"день\n\nвечер\nночь{odd}".encode("utf-8", "surrogateescape")

    with pytest.raises(SourceError, match=r"\na\.csv:4: "):
        open_text("a.csv", content)
