from collections.abc import Iterable
from typing import Any

import pytest

from okrcli.model.finding import Location
from okrcli.storage.yaml.edits import Edit, Edits
from okrcli.storage.yaml.reader import read
from okrcli.storage.yaml.scalars import Data

OBJECTIVE = """\
title: Lead
owner: ana   # for now
key_results:
  - id: nps
    guards: [csat]
    target: 60
    note: |
      two
      lines
  - {id: audit, type: binary}
approved_by: []
why:
"""


def edits_of(text: str) -> Edits:
    return Edits(read("objectives/2026-Q4/cx.yaml", text.encode()))


def after(text: str, edits: Iterable[Edit]) -> str:
    for start, end, new in sorted(edits, reverse=True):
        text = text[:start] + new + text[end:]
    return text


def changed_lines(old: str, new: str) -> tuple[list[str], list[str]]:
    """Return the lines that are gone, and those that are new, in the order of the text."""
    before, now = old.splitlines(), new.splitlines()
    return [each for each in before if each not in now], [
        each for each in now if each not in before
    ]


@pytest.mark.parametrize(
    ("location", "value", "gone", "new"),
    [
        (("owner",), "zoe", ["owner: ana   # for now"], ["owner: zoe   # for now"]),
        (("key_results", 0, "target"), 65, ["    target: 60"], ["    target: 65"]),
        (("why",), "Yes: it is", ["why:"], ['why: "Yes: it is"']),
        (("why",), "Who? Ana", ["why:"], ["why: Who? Ana"]),
        (("approved_by",), ["zoe"], ["approved_by: []"], ["approved_by: [zoe]"]),
        (
            ("key_results", 1, "type"),
            "a, b",
            ["  - {id: audit, type: binary}"],
            ['  - {id: audit, type: "a, b"}'],
        ),
        (
            ("key_results", 0, "note"),
            "one",
            ["    note: |", "      two", "      lines"],
            ["    note: one"],
        ),
    ],
)
def test_value_is_replaced_and_nothing_else(
    location: Location, value: Any, gone: list[str], new: list[str]
) -> None:
    text = after(OBJECTIVE, edits_of(OBJECTIVE).replacing(location, value))

    assert changed_lines(OBJECTIVE, text) == (gone, new)


@pytest.mark.parametrize(
    ("location", "before", "item", "new"),
    [
        (("approved_by",), [], {"who": "zoe"}, ["approved_by:", "  - {who: zoe}"]),
        (("key_results", 0, "guards"), ["csat"], "fcr", ["    guards: [csat, fcr]"]),
        (("key_results",), [{}, {}], {"id": "x", "type": "binary"}, ["  - {id: x, type: binary}"]),
        (("why",), [], "because", ["  - because"]),
    ],
)
def test_item_is_written_as_its_siblings_are(
    location: Location, before: list[Data], item: Any, new: list[str]
) -> None:
    text = after(OBJECTIVE, edits_of(OBJECTIVE).appending(location, before, item))

    assert changed_lines(OBJECTIVE, text)[1] == new


@pytest.mark.parametrize(
    ("location", "before", "key", "behind"),
    [
        ((), ["title", "owner", "key_results", "approved_by", "why"], "team", "owner"),
        ((), ["title", "owner", "key_results", "approved_by", "why"], "unknown", "why"),
        (("key_results", 0), ["id", "guards", "target", "note"], "due", "lines"),
    ],
)
def test_key_stands_where_the_contract_has_it(
    location: Location, before: list[str], key: str, behind: str
) -> None:
    mapping: dict[str, Data] = dict.fromkeys(before)
    lines = after(OBJECTIVE, edits_of(OBJECTIVE).adding(location, mapping, key, "x")).splitlines()

    added = next(n for n, line in enumerate(lines) if line.strip() == f"{key}: x")
    assert lines[added - 1].strip().startswith(behind)
    assert len(lines[added]) - len(lines[added].lstrip()) == (4 if location else 0)


def test_key_of_a_mapping_in_one_line_stays_in_that_line() -> None:
    before: dict[str, Data] = {"id": "audit", "type": "binary"}
    edits = edits_of(OBJECTIVE).adding(("key_results", 1), before, "mood", 2)

    assert "  - {id: audit, type: binary, mood: 2}" in after(OBJECTIVE, edits)


@pytest.mark.parametrize(("text", "new"), [("x: {}\n", "x: {a: 1}\n"), ("x: []\n", "x: [a]\n")])
def test_empty_brackets_within_one_line_are_filled(text: str, new: str) -> None:
    text, new = f"o: [{{{text.strip()}}}]\n", f"o: [{{{new.strip()}}}]\n"
    edits = edits_of(text)
    found = edits.adding(("o", 0, "x"), {}, "a", 1) if "{}" in text else None
    found = found or edits.appending(("o", 0, "x"), [], "a")

    assert after(text, found) == new


def test_line_ends_are_those_of_the_file() -> None:
    text = "title: x\r\nkey_results:\r\n  - id: a\r\n"
    edits = edits_of(text).appending(("key_results",), [{"id": "a"}], {"id": "b"})

    assert after(text, edits) == f"{text}  - id: b\r\n"


def test_first_key_of_a_file_of_comments_stands_above_them() -> None:
    text = "# mine\n"
    assert after(text, edits_of(text).adding((), {}, "title", "Lead")) == "title: Lead\n# mine\n"
