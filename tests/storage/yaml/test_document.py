from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from okrcli.model.finding import Location, Place
from okrcli.storage.yaml.document import Document
from okrcli.storage.yaml.emitting import block_text
from okrcli.storage.yaml.events import PARSERS
from okrcli.storage.yaml.places import walk
from okrcli.storage.yaml.reader import read
from okrcli.storage.yaml.scalars import Data
from tests.storage.conftest import Read
from tests.storage.parsers import needs_c_parser

_OBJECTIVE = """\
# yaml-language-server: $schema=../../.okr/objective.schema.json
title: Become   the best  # for ever
key_results:
  # the first
  - id: nps
    note: |
      two
      lines

    guards: [csat, "fcr"]
    due:
  -
    id: fcr
approved_by:
- {who: ana, date: }
empty: {}
"""


def _said(document: Document, location: Location) -> str:
    start, end = document.span(location)
    return document.text[start:end]


@pytest.mark.parametrize(
    ("location", "line", "column", "text"),
    [
        (("title",), 2, 8, "Become   the best"),
        (("key_results", 0, "id"), 5, 9, "nps"),
        (("key_results", 0, "note"), 6, 11, "|\n      two\n      lines\n\n"),
        (("key_results", 0, "guards"), 10, 13, '[csat, "fcr"]'),
        (("key_results", 0, "guards", 1), 10, 20, '"fcr"'),
        (("key_results", 0, "due"), 11, 9, ""),
        (("key_results", 1), 13, 5, "id: fcr"),
        (("approved_by",), 15, 1, "- {who: ana, date: }"),
        (("approved_by", 0, "date"), 15, 19, ""),
        (("empty",), 16, 8, "{}"),
    ],
)
def test_document_knows_where_every_value_stands(
    read_file: Read, location: Location, line: int, column: int, text: str
) -> None:
    document = read_file(_OBJECTIVE)
    assert document.place(location) == Place("kpis/nps.yaml", line, column)
    assert _said(document, location).rstrip(" ") == text


def test_document_knows_that_a_block_reaches_to_its_last_value(read_file: Read) -> None:
    document = read_file(_OBJECTIVE)
    assert _said(document, ("key_results",)).startswith("- id: nps\n")
    assert _said(document, ("key_results",)).endswith("  -\n    id: fcr")
    assert document.span(()) == (_OBJECTIVE.index("title"), len(_OBJECTIVE) - 1)


def test_document_knows_where_keys_stand(read_file: Read) -> None:
    document = read_file(_OBJECTIVE)
    assert document.key_place(("title",))[1:] == (2, 1)
    assert document.key_place(("key_results", 0, "guards"))[1:] == (10, 5)
    assert document.key_place(("key_results", 1))[1:] == (13, 5)
    assert document.key_place(("approved_by", 0, "who"))[1:] == (15, 4)


def test_document_gives_the_nearest_parent_when_there_is_nothing(read_file: Read) -> None:
    document = read_file(_OBJECTIVE)
    assert document.place(("key_results", 1, "title", "x")) == document.place(("key_results", 1))
    assert document.place(("nothing",)) == document.place()
    assert document.place()[1:] == (2, 1)


def test_document_has_no_span_when_there_is_nothing(read_file: Read) -> None:
    with pytest.raises(KeyError):
        read_file(_OBJECTIVE).span(("key_results", 2))


def test_document_places_everything_at_the_beginning_when_it_is_not_readable(
    read_file: Read,
) -> None:
    document = read_file("a: [\n")
    assert document.place(("a", 0)) == Place("kpis/nps.yaml", 1, 1)


def test_document_counts_lines_of_every_kind(read_file: Read) -> None:
    document = read_file("a: 1\r\nb: 2\rc: 3\nd: 4")
    assert [document.place((key,)).line for key in "abcd"] == [1, 2, 3, 4]
    assert [document.place((key,)).column for key in "abcd"] == [4, 4, 4, 4]


_CHARACTERS = st.characters(codec="utf-8", exclude_characters="\0")
_SCALARS = (
    st.none()
    | st.booleans()
    | st.integers()
    | st.decimals(allow_nan=False, allow_infinity=False, places=2)
    | st.text(_CHARACTERS, max_size=20)
    | st.sampled_from(["", "no", "12", "- a", "a: b", "x #y", "'", '"', " a", "a\nb", "|", "#"])
)
_KEYS = st.text(_CHARACTERS, min_size=1, max_size=8)
_DATA: st.SearchStrategy[dict[str, Data]] = st.dictionaries(
    _KEYS,
    st.recursive(
        _SCALARS,
        lambda inner: st.lists(inner, max_size=4) | st.dictionaries(_KEYS, inner, max_size=4),
        max_leaves=12,
    ),
    min_size=1,
    max_size=5,
)


def _never(_location: Location, _data: Data) -> bool:
    return False


def _normal(data: Data) -> Data:
    """Return *data* as a reader gives it: whole decimals may come as integers."""
    if isinstance(data, dict):
        return {key: _normal(value) for key, value in data.items()}
    if isinstance(data, list):
        return [_normal(value) for value in data]
    return Decimal(data) if isinstance(data, int) and not isinstance(data, bool) else data


@needs_c_parser
@given(data=_DATA, short=st.booleans())
def test_document_has_the_same_data_and_places_with_both_parsers(
    data: dict[str, Data], short: bool
) -> None:
    text = block_text(data, (lambda location, _: len(location) > 1) if short else _never)
    one, other = (read("x.yaml", text.encode(), parser) for parser in PARSERS.values())
    assert _normal(one.data) == _normal(data) == _normal(other.data)
    assert one.places.root == other.places.root
    assert one.findings == other.findings


@given(data=_DATA)
def test_document_has_a_span_for_every_value(data: dict[str, Data]) -> None:
    document = read("x.yaml", block_text(data, _never).encode())
    for location, node in walk(document.places.root):
        assert document.span(location) == (node.start, node.end)
        assert 0 <= node.key <= node.start <= node.end <= len(document.text)


def test_item_at_is_the_one_of_a_list_at_the_root_or_none() -> None:
    places = read("objectives/2026-Q4/cx.yaml", _OBJECTIVE.encode()).places
    at = _OBJECTIVE.index

    assert places.root_item_at(0) == ()
    assert places.root_item_at(at("key_results")) == ("key_results",)
    assert places.root_item_at(at("note")) == ("key_results", 0)
    assert places.root_item_at(at("fcr\napproved")) == ("key_results", 1)
    assert places.root_item_at(at("who")) == ("approved_by", 0)
    assert places.root_item_at(at("{}")) == ("empty",)
