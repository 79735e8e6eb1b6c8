"""Readings of a file, each with its line and each only once."""

from datetime import date
from decimal import Decimal
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from okrcli.model.reading_columns import ReadingColumns
from okrcli.model.readings import DatedReading
from okrcli.sources import sourced
from okrcli.sources.base import SourceError
from okrcli.sources.sourced import SourcedColumns, SourcedReading, UniqueReadings

DAY = date(2026, 11, 20)


@st.composite
def sourced_readings(draw: st.DrawFn) -> list[SourcedReading]:
    drawn = st.builds(
        DatedReading,
        st.sampled_from(["nps", "csat"]),
        st.dates(date(2026, 11, 18), DAY),
        st.integers(1, 2).map(Decimal),
        st.sampled_from([None, "voice", "chat"]),
        st.sampled_from([None, Decimal(3)]),
        st.sampled_from([None, "Counted again."]),
    )
    return [SourcedReading(at, one) for at, one in enumerate(draw(st.lists(drawn)), 2)]


def taken(*parts: list[SourcedReading]) -> UniqueReadings:
    found = UniqueReadings("a.csv")
    for part in parts:
        if part:
            found.add(SourcedColumns.of(part))
    return found


def a_reading(line: int, value: int, **fields: Any) -> SourcedReading:
    return SourcedReading(line, DatedReading("nps", DAY, Decimal(value))._replace(**fields))


@given(sourced_readings(), st.integers(0, 9))
def test_first_reading_of_a_day_is_kept_and_others_are_told(
    given_: list[SourcedReading], cut: int
) -> None:
    found = taken(given_[:cut], given_[cut:])
    first: dict[object, SourcedReading] = {}
    contradictions = []
    for one in given_:
        kpi, day, value, segment, weight, _ = one.reading
        before = first.setdefault((kpi, day, segment), one).reading
        if (before.value, before.weight) != (value, weight):
            contradictions.append(one.line)

    kept = list(first.values())
    assert list(found.readings) == kept
    assert found.readings.columns == ReadingColumns.of([one.reading for one in kept])
    assert [*map(len, (found.readings, found.readings[1:]))] == [len(kept), len(kept[1:])]
    assert found.problems.count == len(contradictions)
    assert [problem.line for problem in found.problems.first] == contradictions[:20]


def test_contradiction_names_both_lines_and_what_they_say() -> None:
    found = taken([a_reading(3, 44), a_reading(4, 45)])
    other = taken(
        [a_reading(3, 44, segment="chat"), a_reading(9, 44, segment="chat", weight=Decimal(2))]
    )

    assert [problem.message for problem in found.problems.first] == [
        "nps of 2026-11-20 is already on line 3, as 44, here 45: keep one of the two."
    ]
    [problem] = other.problems.first
    assert problem.message == (
        "nps chat of 2026-11-20 is already on line 3, as 44, with another weight: keep one of the"
        " two."
    )


def test_one_reading_too_many_is_refused_at_its_line(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sourced, "MOST_READINGS", 3)
    lines = [a_reading(line, 1, segment=f"s{line}") for line in range(2, 7)]

    assert len(taken(lines[:2], lines[2:3]).readings) == 3
    with pytest.raises(SourceError, match=r"a\.csv:5: There are more than 3 readings"):
        taken(lines[:2], lines[2:])
