from decimal import Decimal

from okrcli.sources.base import Refusal
from okrcli.sources.nested import cells_in, lists_in


def test_parts_are_found_by_their_path_without_case() -> None:
    item = {"Data": {"Score": 9, "other": 1}, "n": Decimal(5)}

    found = dict(cells_in(item, {"data.score"}))
    assert found["Data.Score"] == 9
    assert found["n"] == 5
    assert isinstance(found["Data"], Refusal)
    assert len(found) == 3


def test_nothing_is_looked_for_that_nobody_names() -> None:
    deep: dict[str, object] = {"a": 1}
    for _ in range(500):
        deep = {"a": deep}

    assert [*dict(cells_in(deep, {"b.c"}))] == ["a"]


def test_lists_of_objects_are_known_by_their_paths() -> None:
    item = {"a": [{}], "b": {"c": [{}, {}], "d": [1]}, "e": ["x"], "f": []}

    assert lists_in(item) == {"a": [{}], "b.c": [{}, {}]}
    assert lists_in([{}]) == {}
