from copy import deepcopy
from datetime import date
from decimal import Decimal
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from okrcli.errors import OkrError
from okrcli.model.finding import Location
from okrcli.storage.yaml.editor import add_key, append_item, remove_key, set_value
from okrcli.storage.yaml.emitting import block_text
from okrcli.storage.yaml.places import walk
from okrcli.storage.yaml.reader import read
from okrcli.storage.yaml.scalars import Data

_PATH = "objectives/2026-Q4/cx.yaml"
_OBJECTIVE = """\
# yaml-language-server: $schema=../../.okr/objective.schema.json
title: Become   # the best
owner: 'ana'
status: draft # for now
key_results:
  # the first
  - id: nps
    title: Raise NPS   # with care
    type: metric
    note: |
      two
      lines

    target: 60
    guards: [csat, fcr]  # two of them
    # so it was agreed
  - {id: b, type: binary, title: x}

initiatives:
approved_by: []   # nobody yet
"""


def _edited(old: str, new: str) -> str:
    assert _OBJECTIVE.count(old) == 1
    return _OBJECTIVE.replace(old, new)


def _variants(text: str) -> list[bytes]:
    """Return *text* as other editors save it: CRLF, byte order mark, no final newline."""
    raw = text.encode()
    windows = raw.replace(b"\n", b"\r\n")
    return [raw, windows, b"\xef\xbb\xbf" + raw, b"\xef\xbb\xbf" + windows.rstrip(b"\r\n")]


@pytest.mark.parametrize(
    ("location", "value", "old", "new"),
    [
        (("status",), "active", "draft # for now", "active # for now"),
        (("title",), "Fix #12: now", "Become   #", '"Fix #12: now"   #'),
        (("owner",), "pavel", "'ana'", "pavel"),
        (("owner",), "no", "'ana'", '"no"'),
        (("key_results", 0, "target"), Decimal("59.50"), "target: 60", "target: 59.50"),
        (("key_results", 0, "target"), [40, 60], "target: 60", "target: [40, 60]"),
        (("key_results", 0, "note"), "one", "|\n      two\n      lines\n", "one\n"),
        (("key_results", 0, "note"), "a\nb", "|\n      two\n      lines\n", '"a\\nb"\n'),
        (("key_results", 0, "guards"), ["csat"], "[csat, fcr]", "[csat]"),
        (("key_results", 0, "guards", 1), "nps", "fcr]", "nps]"),
        (("key_results", 1, "title"), "x, y", "title: x}", 'title: "x, y"}'),
        (("initiatives",), None, "initiatives:", "initiatives: null"),
    ],
)
def test_set_value_changes_the_value_alone(
    location: Location, value: Any, old: str, new: str
) -> None:
    for before, after in zip(_variants(_OBJECTIVE), _variants(_edited(old, new)), strict=True):
        assert set_value(read(_PATH, before), location, value) == after


def test_set_value_fills_an_empty_value() -> None:
    raw = b"a:\nb: {c: }\nd:\n  -\n  - 1\n"
    document = read("x.yaml", raw)
    assert set_value(document, ("a",), 1) == b"a: 1\nb: {c: }\nd:\n  -\n  - 1\n"
    assert set_value(document, ("b", "c"), 1) == b"a:\nb: {c: 1 }\nd:\n  -\n  - 1\n"
    assert set_value(document, ("d", 0), 1) == b"a:\nb: {c: }\nd:\n  - 1\n  - 1\n"


_APPROVAL = {"who": "carlos", "date": date(2026, 9, 28)}


@pytest.mark.parametrize(
    ("location", "item", "old", "new"),
    [
        (
            ("approved_by",),
            _APPROVAL,
            "approved_by: []   # nobody yet",
            "approved_by:   # nobody yet\n  - {who: carlos, date: 2026-09-28}",
        ),
        (
            ("initiatives",),
            {"id": "survey", "title": "Second, in chat"},
            "initiatives:",
            'initiatives:\n  - {id: survey, title: "Second, in chat"}',
        ),
        (("key_results", 0, "guards"), "nps", "[csat, fcr]", "[csat, fcr, nps]"),
        (("key_results", 1, "guards"), "nps", "title: x}", "title: x, guards: [nps]}"),
        (
            ("key_results", 0, "amendments"),
            {"date": date(2026, 11, 2), "was": Decimal(65), "now": None},
            "[csat, fcr]  # two of them",
            (
                "[csat, fcr]  # two of them\n    amendments:\n"
                "      - {date: 2026-11-02, was: 65, now: null}"
            ),
        ),
        (
            ("key_results",),
            {"id": "c", "note": "a\nb"},
            "  - {id: b, type: binary, title: x}",
            '  - {id: b, type: binary, title: x}\n  - {id: c, note: "a\\nb"}',
        ),
    ],
)
def test_append_item_adds_it_in_the_style_of_its_siblings(
    location: Location, item: Any, old: str, new: str
) -> None:
    for before, after in zip(_variants(_OBJECTIVE), _variants(_edited(old, new)), strict=True):
        assert append_item(read(_PATH, before), location, item) == after


def test_append_item_writes_a_block_below_blocks() -> None:
    raw = _OBJECTIVE.replace("  - {id: b, type: binary, title: x}\n", "").encode()
    item = {"id": "c", "steps": [{"id": "s"}], "guards": ["a"], "note": "a\nb"}
    assert append_item(read(_PATH, raw), ("key_results",), item).decode() == raw.decode().replace(
        "# two of them\n",
        "# two of them\n  - id: c\n    steps:\n      - {id: s}\n    guards: [a]\n"
        "    note: |-\n      a\n      b\n",
    )


@pytest.mark.parametrize(
    ("before", "after"),
    [
        ("l:\n- a\n- b\nm: 1\n", "l:\n- a\n- b\n- x\nm: 1\n"),
        ("l:\n    -   a # c\n    # d\nm: 1\n", "l:\n    -   a # c\n    - x\n    # d\nm: 1\n"),
        ("l:\n  - |\n    a\n\nm: 1\n", "l:\n  - |\n    a\n  - x\n\nm: 1\n"),
        ("l:\n  - - a\nm: 1", "l:\n  - - a\n  - x\nm: 1"),
        ("l:\n  -\nm: 1", "l:\n  -\n  - x\nm: 1"),
        ("l:\n  - a", "l:\n  - a\n  - x"),
        ("l: [a,\n    b,  # c\n]\n", "l: [a,\n    b, x,  # c\n]\n"),
        ("l: ~ # c\nm: 1\n", "l: # c\n  - x\nm: 1\n"),
        ("l:   # c\nm: 1\n", "l:   # c\n  - x\nm: 1\n"),
        ("l: [ ]\n", "l:\n  - x\n"),
        ("m: 1\n", "m: 1\nl: [x]\n"),
        ("{m: 1}\n", "{m: 1, l: [x]}\n"),
        ("{l: []}\n", "{l: [x]}\n"),
    ],
)
def test_append_item_keeps_every_other_byte(before: str, after: str) -> None:
    assert append_item(read("x.yaml", before.encode()), ("l",), "x").decode() == after


@pytest.mark.parametrize(
    ("location", "key", "value", "old", "new"),
    [
        ((), "why", "It pays.", "owner: 'ana'\n", "owner: 'ana'\nwhy: It pays.\n"),
        (
            (),
            "note",
            "a\nb",
            "approved_by: []   # nobody yet\n",
            "approved_by: []   # nobody yet\nnote: |-\n  a\n  b\n",
        ),
        (("key_results", 0), "unit", "%", "metric\n", 'metric\n    unit: "%"\n'),
        (
            ("key_results", 0),
            "amendments",
            [{"field": "due"}],
            "# two of them\n",
            "# two of them\n    amendments:\n      - {field: due}\n",
        ),
        (("key_results", 1), "due", date(2026, 12, 1), "title: x}", "title: x, due: 2026-12-01}"),
    ],
)
def test_add_key_puts_it_where_the_contract_has_it(
    location: Location, key: str, value: Any, old: str, new: str
) -> None:
    for before, after in zip(_variants(_OBJECTIVE), _variants(_edited(old, new)), strict=True):
        assert add_key(read(_PATH, before), location, key, value) == after


@pytest.mark.parametrize(
    ("before", "after"),
    [
        ("people:\nname: A\n", "people:\n  bo: {name: Bo}\nname: A\n"),
        ("people: {} # none\n", "people: # none\n  bo: {name: Bo}\n"),
        (
            "people:\n    ana:\n        name: A\n",
            "people:\n    ana:\n        name: A\n    bo: {name: Bo}\n",
        ),
        ("people: {ana: {name: Ana}}\n", "people: {ana: {name: Ana}, bo: {name: Bo}}\n"),
    ],
)
def test_add_key_keeps_the_style_of_the_mapping(before: str, after: str) -> None:
    document = read("okr.yaml", before.encode())
    assert add_key(document, ("people",), "bo", {"name": "Bo"}).decode() == after


@pytest.mark.parametrize(
    "change",
    [
        lambda document: set_value(document, ("nothing",), 1),
        lambda document: set_value(document, ("key_results", 7), 1),
        lambda document: set_value(document, ("title", "x"), 1),
        lambda document: append_item(document, ("title",), 1),
        lambda document: append_item(document, ("nothing", "at", "all"), 1),
        lambda document: append_item(document, ("key_results", 7), 1),
        lambda document: add_key(document, (), "title", 1),
        lambda document: add_key(document, ("title",), "x", 1),
        lambda document: add_key(document, ("key_results",), "x", 1),
    ],
)
def test_editor_refuses_what_it_cannot_change(change: Any) -> None:
    with pytest.raises(OkrError, match="cannot be changed in place") as refused:
        change(read(_PATH, _OBJECTIVE.encode()))
    assert refused.value.hints == ("Edit the file by hand; it was left as it is.",)


@pytest.mark.parametrize(
    ("location", "old"),
    [
        (("status",), "status: draft # for now\n"),
        (("key_results", 0, "target"), "    target: 60\n"),
        (("key_results", 0, "note"), "    note: |\n      two\n      lines\n"),
        (("key_results", 0, "guards"), "    guards: [csat, fcr]  # two of them\n"),
        (("key_results", 0, "id"), "id: nps\n    "),
        (("key_results", 1, "type"), "type: binary, "),
        (("key_results", 1, "title"), ", title: x"),
        (("approved_by",), "approved_by: []   # nobody yet\n"),
    ],
)
def test_remove_key_takes_its_lines_and_nothing_else(location: Location, old: str) -> None:
    raw = remove_key(read(_PATH, _OBJECTIVE.encode()), location)
    assert raw.decode() == _edited(old, "")


def test_remove_key_keeps_the_last_line_as_it_ends() -> None:
    raw = remove_key(read(_PATH, b"title: x\r\nowner: ana"), ("owner",))
    assert raw == b"title: x\r\n"
    assert remove_key(read(_PATH, b"cancelled: {why: x}"), ("cancelled", "why")) == b"cancelled: {}"


def test_remove_key_refuses_a_key_that_is_not_there() -> None:
    with pytest.raises(OkrError, match="has nothing at due"):
        remove_key(read(_PATH, b"title: x"), ("due",))


def test_editor_refuses_a_file_that_is_not_readable() -> None:
    with pytest.raises(OkrError):
        add_key(read(_PATH, b"a: [\n"), (), "b", 1)


def test_editor_refuses_a_change_that_would_say_something_else() -> None:
    document = read("x.yaml", b"a: |+\n  x\n\n\nb: 1\n")
    with pytest.raises(OkrError, match="too unusual"):
        append_item(read("x.yaml", b"a:\n  - |+\n    x\n\n\nb: 1\n"), ("a",), "y")
    assert set_value(document, ("b",), 2) == b"a: |+\n  x\n\n\nb: 2\n"


_SCALARS = (
    st.none()
    | st.booleans()
    | st.integers(-(10**6), 10**6)
    | st.text(st.characters(codec="utf-8", exclude_characters="\0"), max_size=12)
    | st.sampled_from(["", "no", "12", "- a", "a: b", "x #y", "'", "a\nb", "#", "word", "Why?"])
)
_KEYS = st.text("abcxyz", min_size=1, max_size=3)
_FILES: st.SearchStrategy[dict[str, Data]] = st.dictionaries(
    _KEYS,
    st.recursive(
        _SCALARS,
        lambda inner: st.lists(inner, max_size=3) | st.dictionaries(_KEYS, inner, max_size=3),
        max_leaves=10,
    ),
    min_size=1,
    max_size=4,
)


def _text_of(data: dict[str, Data], draw: st.DataObject) -> str:
    """Return *data* as a file in some style, with comments and blank lines."""
    flow_from = draw.draw(st.integers(1, 4))
    text = block_text(data, lambda location, _: len(location) >= flow_from)
    lines = text.splitlines(keepends=True)
    if draw.draw(st.booleans()) and "|" not in text:
        lines = [each.rstrip("\n") + "  # c\n" for each in lines]
    return "# first\n" + "".join(lines)


def _at(data: Any, location: Location) -> Any:
    for part in location:
        data = data[part]
    return data


def _set(data: Any, location: Location, value: Any) -> Any:
    changed = deepcopy(data)
    _at(changed, location[:-1])[location[-1]] = value
    return changed


@given(data=_FILES, value=_SCALARS, draw=st.data())
def test_set_value_changes_exactly_what_was_asked(
    data: dict[str, Data], value: Data, draw: st.DataObject
) -> None:
    for raw in _variants(_text_of(data, draw)):
        document = read("x.yaml", raw)
        locations = [each for each, _ in walk(document.places.root) if each]
        location = draw.draw(st.sampled_from(locations))
        start, end = document.span(location)
        changed = read("x.yaml", set_value(document, location, value))
        assert changed.data == _set(document.data, location, value)
        assert changed.text.startswith(document.text[:start])
        assert changed.text.endswith(document.text[end:])


@given(data=_FILES, draw=st.data())
def test_set_value_to_the_same_text_changes_no_byte(
    data: dict[str, Data], draw: st.DataObject
) -> None:
    text = block_text(data, lambda _, inner: isinstance(inner, list))
    for raw in _variants(text):
        document = read("x.yaml", raw)
        plain_words = [
            location
            for location, node in walk(document.places.root)
            if isinstance(_at(document.data, location), int)
        ]
        if plain_words:
            location = draw.draw(st.sampled_from(plain_words))
            assert set_value(document, location, _at(document.data, location)) == raw


@given(data=_FILES, item=_SCALARS | _FILES, draw=st.data())
def test_append_item_adds_exactly_that_item(
    data: dict[str, Data], item: Data, draw: st.DataObject
) -> None:
    items: list[Data] = draw.draw(st.lists(_SCALARS | _FILES, max_size=3))
    for raw in _variants(_text_of({**data, "list": items}, draw)):
        document = read("x.yaml", raw)
        lists = [
            location
            for location, _ in walk(document.places.root)
            if isinstance(_at(document.data, location), list)
        ]
        location = draw.draw(st.sampled_from(lists))
        changed = read("x.yaml", append_item(document, location, item))
        before = _at(document.data, location)
        assert changed.data == _set(document.data, location, [*before, item])
        assert _is_kept(document.text, changed.text)


@given(data=_FILES, value=_SCALARS | _FILES, draw=st.data())
def test_add_key_adds_exactly_that_key(
    data: dict[str, Data], value: Data, draw: st.DataObject
) -> None:
    for raw in _variants(_text_of(data, draw)):
        document = read("x.yaml", raw)
        mappings = [
            location
            for location, _ in walk(document.places.root)
            if isinstance(_at(document.data, location), dict)
        ]
        location = draw.draw(st.sampled_from(mappings))
        changed = read("x.yaml", add_key(document, location, "new", value))
        expected = {**_at(document.data, location), "new": value}
        assert changed.data == (_set(document.data, location, expected) if location else expected)
        assert _is_kept(document.text, changed.text)


def _is_kept(before: str, after: str) -> bool:
    """Return whether *after* is *before* with insertions, where `[]` and `{}` may be filled."""
    rest = iter(after)
    return all(character in rest for character in before if character not in "[]{} ")
