from decimal import Decimal

import pytest

from okrcli.storage.yaml.yaml_limits import may_need_care
from tests.storage.conftest import Read, only_finding


@pytest.mark.parametrize("text", ["a: &x 1", "a: !!str 1", r'a: "\0"', r'"\x00"', r'"\U00000000"'])
def test_text_that_may_hold_something_odd_is_looked_at_with_care(text: str) -> None:
    assert may_need_care(text)


@pytest.mark.parametrize("text", ["", "a: 1\n", r'a: "\n\x01"', "a: *x"])
def test_plain_text_is_not(text: str) -> None:
    assert not may_need_care(text)


@pytest.mark.parametrize(
    ("content", "column", "message"),
    [
        ("a: &nps 1\n", 4, "`&nps` is an anchor, which okr does not support."),
        ("a: &nps {b: 1}\n", 4, "`&nps` is an anchor, which okr does not support."),
        ("&nps a: 1\n", 1, "`&nps` is an anchor, which okr does not support."),
        ("a: *nps\n", 4, "`*nps` is an alias, which okr does not support."),
        ("*nps : 1\n", 1, "`*nps` is an alias, which okr does not support."),
        ("a: ! 1 & *nps\n", 4, "`!` is a tag, which okr does not support."),
        ("a: !python/object:os.system [x]\n", 4, "`!python/object:os.system` is a tag"),
        ('a: "x\\0"\n', 4, "The text that begins here contains a NUL character (U+0000)."),
        ("- 1\n", 1, "The file contains a list, but must be a mapping."),
        ("title\n", 1, "The file contains a single value, but must be a mapping."),
        ("'~'\n", 1, "The file contains a single value, but must be a mapping."),
        ("~\n", 1, "The file is empty."),
        ("# only a comment\n", 1, "The file is empty."),
        ("{a: 1}: 2\n", 1, "A mapping or list cannot be a key."),
    ],
)
def test_what_a_plain_file_does_not_need_is_refused_at_its_place(
    read_file: Read, content: str, column: int, message: str
) -> None:
    code, line, found, said = only_finding(read_file(content))

    assert (code, line, found) == ("E001", 1, column)
    assert said.startswith(message)


def test_marks_within_a_text_are_text(read_file: Read) -> None:
    document = read_file("a: R&D!\nb: 'x & *y'\nc: 2 * 3\nd: 1.5\n")

    assert document.findings == ()
    assert [*document.data.values()] == ["R&D!", "x & *y", "2 * 3", Decimal("1.5")]
