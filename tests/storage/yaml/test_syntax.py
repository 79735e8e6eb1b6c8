import pytest
from hypothesis import given
from hypothesis import strategies as st

from okrcli.storage.yaml.reader import read
from okrcli.storage.yaml.syntax import (
    UnreadableTextError,
    decode,
    has_too_many_values,
    never_closed,
    readable_part,
)
from tests.storage.conftest import Read, only_finding


def refused(raw: bytes) -> tuple[int, str]:
    with pytest.raises(UnreadableTextError) as error:
        decode(raw)
    return error.value.problem.offset, error.value.problem.message


@pytest.mark.parametrize("raw", [b"a: 1\r\n", "título: ñ\t😀\n".encode(), b""])
def test_text_is_decoded_as_it_is(raw: bytes) -> None:
    assert decode(raw) == raw.decode()


def test_byte_order_mark_is_no_part_of_the_text() -> None:
    assert decode(b"\xef\xbb\xbfa: 1") == readable_part(b"\xef\xbb\xbfa: 1") == "a: 1"


@pytest.mark.parametrize("encoding", ["utf-16", "utf-32"])
def test_other_encodings_are_named(encoding: str) -> None:
    _, message = refused("a: 1".encode(encoding))

    assert message == f"The file is in {encoding.upper()}, not in UTF-8."


@pytest.mark.parametrize(
    ("raw", "offset", "byte"), [(b"a: \xf1", 3, "0xf1"), (b"\xef\xbb\xbf\xc3\xb1\xff", 1, "0xff")]
)
def test_first_byte_that_is_not_utf_8_is_named(raw: bytes, offset: int, byte: str) -> None:
    assert refused(raw) == (offset, f"The file is not UTF-8: byte {byte} here.")
    assert len(readable_part(raw)) > offset


@pytest.mark.parametrize(
    ("character", "name"),
    [
        ("\0", "a NUL character (U+0000)"),
        ("\x1b", "a control character (U+001B)"),
        ("\x7f", "a control character (U+007F)"),
        ("\x85", "a next-line character (NEL) (U+0085)"),
        ("\u2028", "a line separator (U+2028)"),
        ("\ufeff", "a byte order mark (U+FEFF)"),
        ("\uffff", "a control character (U+FFFF)"),
    ],
)
def test_character_that_no_yaml_may_hold_is_named(character: str, name: str) -> None:
    offset, message = refused(f"é: {character}".encode())

    assert (offset, message) == (3, f"The file holds {name}, which YAML does not allow here.")


@pytest.mark.parametrize("mark", ["<<<<<<<", "=======", ">>>>>>>"])
@pytest.mark.parametrize(("end", "is_marker"), [("", True), (" HEAD", True), ("x", False)])
def test_marker_of_a_conflict_has_a_line_of_its_own(mark: str, end: str, is_marker: bool) -> None:
    raw = f"a: 1\n{mark}{end}".encode()

    if is_marker:
        assert refused(raw) == (5, "The file contains an unresolved merge conflict.")
    else:
        assert decode(raw)


@pytest.mark.parametrize(
    ("text", "opening"),
    [("{a: [1, 2}", 0), ("a: [1, {b: ]}", 3), ("[ 'x]' ", 0), ("{", 0), ('["\\"]"', 0)],
)
def test_bracket_without_its_counterpart_is_told_with_what_closes_it(
    text: str, opening: int
) -> None:
    problem = never_closed(text, opening)

    assert problem is not None
    assert problem.offset == opening
    closing = {"{": "}", "[": "]"}[text[opening]]
    assert problem.hint == f"Close it with `{closing}`."


@pytest.mark.parametrize("text", ["[]", "{a: [1, {b: 2}]} ]", "['[', \"]\"]", "[it's]"])
def test_bracket_that_is_closed_is_no_problem(text: str) -> None:
    assert never_closed(text, 0) is None


@pytest.mark.parametrize(
    ("content", "place", "message"),
    [
        ("a:\n\tb: 1\n", (2, 1), "The line is indented with a tab."),
        ("a:\n  \tb: 1\n", (2, 3), "The line is indented with a tab."),
        ('a: "x\nb: 1\n', (1, 4), "The quote that opens here is never closed."),
        ("a: x: y\n", (1, 5), "A second `: ` in one line is not allowed outside quotes."),
        ("%YAML 1.1\n---\na: 1\n", (1, 1), "A line that begins with `%` is a YAML directive"),
        ("a: 1\n---\nb: 2\n", (2, 1), "A second YAML document begins here."),
        ("a: [1\nb: 2\n", (1, 4), "The `[` that opens here is never closed."),
    ],
)
def test_what_is_no_yaml_is_explained_where_it_began(
    read_file: Read, content: str, place: tuple[int, int], message: str
) -> None:
    code, line, column, said = only_finding(read_file(content))

    assert (code, (line, column)) == ("E001", place)
    assert said.startswith(message)


@pytest.mark.parametrize(
    ("content", "hint"),
    [
        ("a: 1\nb\n", "Write `key: value`, with a space after the colon."),
        ("a:\n  - 1\n b: 2\n", "Indent keys of one mapping alike"),
        ("a: {b: 1 {}\n", "Close it with `}`."),
    ],
)
def test_hint_says_what_to_do(read_file: Read, content: str, hint: str) -> None:
    [finding] = read_file(content).findings

    assert str(finding.hint).startswith(hint)


def test_text_of_too_many_values_is_known_without_reading_it() -> None:
    assert not has_too_many_values("a: 1\n" * 200_000)
    assert not has_too_many_values("word" * 400_000)
    assert has_too_many_values("a:1\n" * 700_000)
    assert not has_too_many_values("," * 1_250_000)
    assert has_too_many_values("," * 1_250_001)


@given(st.binary(max_size=60))
def test_bytes_are_a_text_or_refused_at_a_place_in_what_can_be_shown(raw: bytes) -> None:
    offset = 0
    text = readable_part(raw)
    try:
        text = decode(raw)
    except UnreadableTextError as error:
        offset = error.problem.offset
    assert 0 <= offset <= len(text)
    assert text == readable_part(raw)


def test_pair_in_a_list_has_no_bracket_of_its_own() -> None:
    [finding] = read("checkins/2026/a.yaml", b"note: [? \n").findings
    assert finding.message.startswith("The file is not valid YAML")
