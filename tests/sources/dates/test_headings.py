from datetime import date

import pytest

from okrcli.sources.dates.forms import OpenMonth
from okrcli.sources.dates.headings import heading_begin, heading_day, is_heading


@pytest.mark.parametrize(
    ("column", "day"),
    [
        ("Jan 2026", date(2026, 1, 31)),
        (" enero  2026 ", date(2026, 1, 31)),
        ("2026-01", date(2026, 1, 31)),
        ("2026", date(2026, 12, 31)),
        ("Q1 2026", date(2026, 3, 31)),
        ("2026-11-20", date(2026, 11, 20)),
        ("Jan-26", OpenMonth("Jan-26", 1, 26)),
        ("Jan", None),
        ("Total", None),
        ("1234", None),
    ],
)
def test_name_of_a_column_can_be_a_day(column: str, day: object) -> None:
    assert heading_day(column) == day


@pytest.mark.parametrize(
    ("column", "expected"), [("Jan 2026", True), ("enero", True), ("2026", True), ("May I?", False)]
)
def test_month_without_a_year_is_a_heading_too(column: str, expected: bool) -> None:
    assert is_heading(column) is expected


@pytest.mark.parametrize(
    ("column", "begin"),
    [
        ("2026", date(2026, 1, 1)),
        (" Nov  2026 ", date(2026, 11, 1)),
        ("2026-11-20", None),
        ("Total", None),
    ],
)
def test_name_of_a_period_says_when_it_begins(column: str, begin: date | None) -> None:
    assert heading_begin(column) == begin
