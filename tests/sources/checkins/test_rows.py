import pytest

from okrcli.sources.base import SourceError
from okrcli.sources.checkins.rows import FIELDS, Row, rows_of_items


def test_rows_of_items_have_their_fields() -> None:
    items = [(1, {"kpi": "a", "value": 1.5}), (3, {"ref": "b", "done": ["x", "y"]})]

    assert rows_of_items("a.yaml", items) == (
        Row(1, kpi="a", value="1.5"),
        Row(3, ref="b", done="x y"),
    )


def test_rows_of_items_name_the_line_of_what_is_none() -> None:
    with pytest.raises(SourceError) as caught:
        rows_of_items("a.yaml", [(1, {"kpi": "a"}), (3, "b"), (4, {"value": {}}), (5, {"x": 1})])

    assert caught.value.message.splitlines()[1:] == [
        "a.yaml:3: This is not an entry: write {key_result: …, value: …}.",
        "a.yaml:4: The value of 'value' is neither text nor a number.",
        f"a.yaml:5: 'x' is not known: known are {', '.join(FIELDS)}.",
    ]
