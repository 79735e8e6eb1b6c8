"""An alias bomb, and a text that refers to itself, are refused at the first anchor."""

from pathlib import Path

import pytest

from okrcli.storage.yaml.events import PARSERS
from tests.cli.conftest import Okr
from tests.faults.findings import Found, errors_with
from tests.faults.parsing import events_until_refused
from tests.storage.conftest import Read, only_finding
from tests.storage.parsers import INSTALLED

FOLDED = "".join(f"a{n}: &a{n} [{', '.join([f'*a{n - 1}'] * 9)}]\n" for n in range(1, 100))
BOMB = f"a0: &a0 [{', '.join('x' * 9)}]\n{FOLDED}"
"""9 to the power of 100 words, once it is expanded."""


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
    code, line, found, message = only_finding(document)
    assert (code, line, found) == ("E001", 1, column)
    assert what in message
    assert not document.readable
    assert document.data == {}


@pytest.mark.parametrize("parser", INSTALLED)
@pytest.mark.parametrize("content", [BOMB, "a: &a [*a]\n", "a: &a {b: *a, <<: *a}\n"])
def test_nothing_is_parsed_past_the_first_anchor(content: str, parser: str) -> None:
    document, events = events_until_refused(content, PARSERS[parser])

    assert "is an anchor, which okr does not support." in only_finding(document)[3]
    assert events < 10


def test_bomb_is_an_error_of_check_with_its_place(okr: Okr, root: Path) -> None:
    message = "`&a0` is an anchor, which okr does not support."
    assert errors_with(okr, root, "kpis/csat.yaml", BOMB) == [
        Found("E001", "kpis/csat.yaml", 1, 5, message)
    ]
