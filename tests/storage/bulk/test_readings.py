from datetime import date
from decimal import Decimal

import pytest

from okrcli.storage.bulk.readings import columns_of
from okrcli.storage.yaml.reader import read
from tests.storage.bulk.imported import LINES, PATH, TEXT, checked


def test_readings_are_equal_to_validated_ones() -> None:
    record = checked(read(PATH, TEXT.encode())).record
    assert record is not None
    first = record.readings[0]
    again = type(first).model_validate(first.model_dump(exclude_unset=True))

    assert (first, first.model_fields_set) == (again, again.model_fields_set)
    assert first.model_copy(update={"note": "again"}).model_fields_set == {
        *["kpi", "date", "value", "segment", "weight", "note"]
    }
    assert first.model_fields_set == again.model_fields_set


def test_readings_come_in_the_order_of_the_lines_each_with_what_it_states() -> None:
    readings = columns_of(LINES, 0)

    assert readings is not None

    assert [(each.kpi, each.value, each.segment, each.weight) for each in readings] == [
        ("nps", 44, "chat", 12),
        ("csat", Decimal("83.50"), None, None),
        ("nps", -45, None, None),
    ]
    assert [each.note for each in readings] == [None, 'Wave "2" # early', None]
    assert readings[2].model_fields_set == {"kpi", "date", "value"}


def test_texts_that_recur_are_read_once_and_shared() -> None:
    columns = columns_of(LINES.splitlines(keepends=True)[0] * 2, 0)

    assert columns is not None
    assert columns.values[0] is columns.values[1]
    assert [*columns.runs] == [("nps", date(2026, 11, 2), 0, 2)]


@pytest.mark.parametrize(
    ("old", "new"),
    [
        ('"nps"', '"NPS"'),
        ("2026-11-02", "2026-02-30"),
        ('"value": 44', f'"value": {"8" * 40}'),
        ('"segment": "chat"', '"segment": "The chat"'),
        ('"weight": 12', '"weight": -1'),
    ],
)
def test_one_reading_that_is_refused_leaves_all_to_the_ordinary_way(old: str, new: str) -> None:
    changed = LINES.replace(old, new)

    assert changed != LINES
    assert columns_of(changed, 0) is None
