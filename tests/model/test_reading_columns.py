"""Readings in columns are the same readings."""

from datetime import date
from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st
from pydantic import ValidationError

from okrcli.model.checkin import CheckIn
from okrcli.model.reading_columns import ReadingColumns, without
from okrcli.model.readings import Reading
from tests.builders import a_checkin, a_reading
from tests.strategies import readings

POSITIONS = st.sets(st.integers(0, 12))


@given(st.lists(readings(), max_size=12).map(tuple))
def test_columns_are_equal_to_the_records_that_they_were_made_of(
    stated: tuple[Reading, ...],
) -> None:
    columns = ReadingColumns.of(stated)

    assert columns == stated
    assert (len(columns), [*columns]) == (len(stated), [*stated])
    assert (hash(columns), repr(columns)) == (hash(stated), repr(stated))
    assert [columns[at] for at in range(-len(stated), len(stated))] == [*stated, *stated]
    assert (columns[1:7], columns[::-1]) == ([*stated[1:7]], [*stated[::-1]])
    assert [one.model_fields_set for one in columns] == [
        Reading.model_validate(one.model_dump(exclude_none=True)).model_fields_set for one in stated
    ]
    assert ReadingColumns.of(columns) is columns


@given(st.lists(readings(), max_size=12).map(tuple), POSITIONS)
def test_columns_without_some_are_the_records_without_them(
    stated: tuple[Reading, ...], positions: set[int]
) -> None:
    left = without(ReadingColumns.of(stated), positions)

    assert isinstance(left, ReadingColumns)
    assert left == without(stated, positions)
    assert left == tuple(one for at, one in enumerate(stated) if at not in positions)
    assert [run.end for run in left.runs[:-1]] == [run.start for run in left.runs[1:]]


@given(st.lists(readings(), max_size=12).map(tuple), st.integers(0, 12), st.integers(0, 12))
def test_part_is_the_slice_and_its_values_can_be_others(
    stated: tuple[Reading, ...], start: int, end: int
) -> None:
    part = ReadingColumns.of(stated).part(start, min(end, len(stated)))

    assert part == stated[start:end]
    assert part.with_values(abs) == tuple(
        one.model_copy(update={"value": abs(one.value)}) for one in stated[start:end]
    )


def test_columns_differ_from_others_and_from_what_is_no_reading() -> None:
    columns = ReadingColumns.of((a_reading(1), a_reading(2)))

    assert columns != (a_reading(1), a_reading(3))
    assert columns != (a_reading(1),)
    assert columns != [a_reading(1), a_reading(2)]
    with pytest.raises(IndexError):
        columns[2]


def test_run_is_of_one_kpi_and_day() -> None:
    day = date(2026, 11, 2)
    own = [a_reading(number, segment=name) for number, name in enumerate(["chat", "sms"])]
    stated = (*own, a_reading(3, date="2026-11-02"), a_reading(4, "csat", date="2026-11-02"))

    assert [*ReadingColumns.of(stated).runs] == [
        ("nps", None, 0, 2),
        ("nps", day, 2, 3),
        ("csat", day, 3, 4),
    ]
    assert [*ReadingColumns.of(stated).measurements(0, 2)] == [
        ("chat", Decimal(0), None),
        ("sms", Decimal(1), None),
    ]


def test_checkin_keeps_columns_and_validates_all_else() -> None:
    columns = ReadingColumns.of((a_reading(1),))
    stated = {"id": "a", "date": "2026-11-02", "by": "ana"}

    assert CheckIn.model_validate({**stated, "readings": columns}).readings is columns
    assert CheckIn.model_validate({**stated, "readings": [{"kpi": "nps", "value": 1}]}) == (
        CheckIn.model_validate({**stated, "readings": columns})
    )
    for wrong in ("nps", [{"kpi": "nps"}], {"kpi": "nps"}):
        with pytest.raises(ValidationError):
            CheckIn.model_validate({**stated, "readings": wrong})
    assert a_checkin("2026-11-02").readings == ()
