"""Plain lines are read as a YAML parser reads them, places included."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from okrcli.storage.yaml.document import Document
from okrcli.storage.yaml.flat_lines import FlatPlaces, flat_data
from okrcli.storage.yaml.places import walk
from okrcli.storage.yaml.reader import read
from tests.storage.parsers import INSTALLED

PATH = "checkins/2026/2026-11-20-ana-00000001.yaml"
TEXT = """\
# yaml-language-server: $schema=../../.okr/checkin.schema.json
date: 2026-11-20
by: ana
recorded: 2026-11-20T09:12:44Z
note: "Second wave: is in, é"
key_results:
  - {key_result: 2026-Q4/cx/nps, value: -44.50, confidence: 7, note: It isn't much}
  - {key_result: cx/frt, value: 12, note: "a, b: c"}
readings:
  - {kpi: nps, date: 2026-11-19, value: 0x1f}
"""


def _as_parsed(text: str) -> Document:
    """Return what *text* holds, read by the parser."""
    parser = INSTALLED.get("c", INSTALLED["python"])
    return read(PATH, text.encode(), parser)


def _assert_alike(text: str) -> None:
    quick, parsed = read(PATH, text.encode()), _as_parsed(text)
    assert (quick.readable, quick.findings) == (parsed.readable, parsed.findings)
    assert repr(quick.data) == repr(parsed.data)
    assert quick.ignores == parsed.ignores
    if parsed.readable:
        assert [*walk(quick.places.root)] == [*walk(parsed.places.root)]


def test_checkin_is_read_without_a_parser() -> None:
    assert isinstance(read(PATH, TEXT.encode()).places, FlatPlaces)
    _assert_alike(TEXT)


@pytest.mark.parametrize(
    "text",
    [
        "",
        "# nothing\n",
        "by: ana",
        "by: yes\n",
        "by: ana\nby: eva\n",
        "at: 12:30\n",
        "note: a # b\n",
        "note: a: b\n",
        'note: ""\n',
        'note: "a\\n"\n',
        "key_results:\n",
        "note: a\n  - {value: 1}\n",
        "key_results:\n  - {value: 1, value: 2}\n",
        "key_results:\n  - {value: 1,5}\n",
        "key_results:\n  - {value: yes}\n",
        "key_results:\nby: ana\n",
        "  - {value: 1}\n",
        "true: 1\n",
    ],
)
def test_what_a_parser_may_take_otherwise_is_left_to_it(text: str) -> None:
    assert flat_data(text) is None
    _assert_alike(text)


_PIECES = [
    *"09-.,:#\"'\\{}[] \n\t\r&*!|>%@`?~=_é\u00a0\u2003x",
    *[": ", " #", "- ", ", ", "\n  - ", "\n    ", "---\n", "...\n", "null", "true", "y: 1\n"],
    *["key_results:\n", "note: |\n", "{a: b}", "# okr: ignore[C702]\n", "<<: x\n", "? x\n"],
]


@given(
    at=st.integers(0, len(TEXT)),
    left_out=st.integers(0, 12),
    pieces=st.lists(st.sampled_from(_PIECES), max_size=3),
)
def test_changed_file_is_read_as_the_parser_reads_it(
    at: int, left_out: int, pieces: list[str]
) -> None:
    _assert_alike(TEXT[:at] + "".join(pieces) + TEXT[at + left_out :])


@given(st.text(st.sampled_from("ab1: ,-{}\"'#\n.é?&"), max_size=40))
def test_any_value_is_read_as_the_parser_reads_it(text: str) -> None:
    _assert_alike(f"note: {text}\nkey_results:\n  - {{value: 1, note: {text}}}\n")
