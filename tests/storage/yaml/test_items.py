"""Items of lists that are taken from one file to another, with their comments."""

import pytest

from okrcli.errors import OkrError
from okrcli.storage.yaml.items import appended_item, removed_item
from okrcli.storage.yaml.reader import read

PATH = "objectives/2026-Q4/a.yaml"
SOURCE = """\
title: A
key_results:
  # asked for by sales
  - id: one  # the first
    title: "One: two"
    note: |
      Two lines
        of text

    # inside of one
  # about two
  - id: two
    title: Two
note: end
"""


def moved(source: str, position: int, target: str) -> tuple[str, str]:
    document, item = read(PATH, source.encode()), ("key_results", position)
    other = read("objectives/2026-Q4/b.yaml", target.encode())
    there = appended_item(other, ("key_results",), document, item)
    return removed_item(document, item).decode(), there.decode()


def test_item_goes_with_the_comments_above_and_inside_of_it() -> None:
    left, there = moved(SOURCE, 0, "title: B\nkey_results:\n- id: x\n  title: X\n\nowner: ana\n")
    assert left == (
        "title: A\nkey_results:\n  # about two\n  - id: two\n    title: Two\nnote: end\n"
    )
    assert there == (
        "title: B\nkey_results:\n- id: x\n  title: X\n# asked for by sales\n"
        '- id: one  # the first\n  title: "One: two"\n  note: |\n    Two lines\n      of text\n\n'
        "  # inside of one\n\nowner: ana\n"
    )


def test_last_item_leaves_an_empty_list() -> None:
    left, there = moved("title: A\nkey_results:  # none\n  - id: one\n", 0, "title: B\n")
    assert left == "title: A\nkey_results: []  # none\n"
    assert there == "title: B\nkey_results:\n  - id: one\n"


@pytest.mark.parametrize("target", ["title: B\nkey_results: []\n", "title: B\nkey_results:\n"])
def test_empty_list_is_filled(target: str) -> None:
    _, there = moved(SOURCE, 1, target)
    assert there == "title: B\nkey_results:\n  # about two\n  - id: two\n    title: Two\n"


def test_comment_behind_the_last_item_stays_its_own() -> None:
    target = "key_results:\n    - id: x\n      # of x\n"
    _, there = moved(SOURCE, 1, target)
    assert there == f"{target}    # about two\n    - id: two\n      title: Two\n"


def test_line_ends_are_those_of_the_file() -> None:
    _, there = moved(SOURCE, 1, "title: B\r\nkey_results:\r\n  - id: x")
    assert there == (
        "title: B\r\nkey_results:\r\n  - id: x\r\n"
        "  # about two\r\n  - id: two\r\n    title: Two\r\n"
    )


def test_list_in_one_line_takes_only_the_data() -> None:
    _, there = moved(SOURCE, 1, "title: B\nkey_results: [{id: x}]\n")
    assert there == "title: B\nkey_results: [{id: x}, {id: two, title: Two}]\n"


def test_item_of_a_list_in_one_line_is_not_taken_out() -> None:
    document = read(PATH, b"key_results: [{id: one}, {id: two}]\n")
    with pytest.raises(OkrError, match="form is too unusual"):
        removed_item(document, ("key_results", 0))


def test_one_blank_line_is_left_between_items() -> None:
    text = "key_results:\n  - id: one\n\n  - id: two\n\n  - id: three\n"
    left = removed_item(read(PATH, text.encode()), ("key_results", 1)).decode()
    assert left == "key_results:\n  - id: one\n\n  - id: three\n"
