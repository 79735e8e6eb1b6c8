import pytest

from tests.storage.conftest import Read

_OBJECTIVE = """\
# okr: ignore[R402] the board knows why
title: Grow   # okr: ignore[S101,vague-verb] agreed with the board
key_results:
  # okr: ignore[M202]
  # another comment
  - id: nps
    title: Raise NPS
    steps:
      # okr: ignore
      - {id: a, title: "x # okr: ignore[E001] is text"}
      - id: b
  - id: csat
    note: |
      # okr: ignore[E001] is text too
# okr: ignore[T504] nothing follows
"""


def test_ignores_cover_their_line_or_the_item_that_follows(read_file: Read) -> None:
    found = [
        (each.line, each.codes, each.reason, each.alone, each.first_line, each.last_line)
        for each in read_file(_OBJECTIVE).ignores
    ]
    assert found == [
        (1, ("R402",), "the board knows why", True, 2, 2),
        (2, ("S101", "vague-verb"), "agreed with the board", False, 2, 2),
        (4, ("M202",), "", True, 6, 11),
        (9, (), "", True, 10, 10),
        (15, ("T504",), "nothing follows", True, 1, 0),
    ]


def test_ignores_name_the_place_of_the_comment(read_file: Read) -> None:
    [ignore] = read_file("a: 1\nb: 2   #okr: ignore[ E006 , M202 ]   why\n").ignores
    assert ignore.place == ("kpis/nps.yaml", 2, 8)
    assert ignore.codes == ("E006", "M202")
    assert ignore.reason == "why"


@pytest.mark.parametrize(
    "content",
    ["a: x# okr: ignore[E006]\n", 'a: "# okr: ignore[E006]"\n', "a: 1 # okr ignore[E006]\n"],
)
def test_ignores_are_comments_only(read_file: Read, content: str) -> None:
    assert read_file(content).ignores == ()


def test_ignores_cover_a_value_when_the_key_has_a_block(read_file: Read) -> None:
    [ignore] = read_file("a: 1\n# okr: ignore[A302]\nb:\n  - 1\n  - 2\nc: 3\n").ignores
    assert (ignore.first_line, ignore.last_line) == (3, 5)


def test_ignores_cover_an_item_when_it_is_a_list_of_several_lines(read_file: Read) -> None:
    [ignore] = read_file("a:\n  # okr: ignore[A302]\n  - [1,\n     2]\n  - 3\n").ignores
    assert (ignore.first_line, ignore.last_line) == (3, 4)


def test_ignores_are_found_in_windows_files(read_file: Read) -> None:
    [ignore] = read_file(b"a: 1 # okr: ignore[A302] so be it\r\nb: 2\r\n").ignores
    assert ignore.reason == "so be it"
