from collections.abc import Sequence
from datetime import date
from decimal import Decimal

import pytest

from okrcli.sources.base import Cell, Refusal
from okrcli.sources.dates.order import Undecided, dates_of_column

DAY = date(2026, 11, 20)


@pytest.mark.parametrize(
    ("cells", "order"),
    [
        (["05/11/2026", "20/11/2026"], "dmy"),
        (["05/11/2026", "11/20/2026"], "mdy"),
        (["05.11.2026 14:30", "20.11.2026"], "dmy"),
        (["05.11.2026", "06.11.2026"], "dmy"),
        (["05.11.26", "30.09.26"], "dmy"),
        (["05.11.2026", "11.20.2026"], "mdy"),
        (["26-11-20", "99-12-31"], "ymd"),
        (["2026-11-05", "05/05/2026"], "dmy"),
        (["2026-11-05", "5 nov 2026", DAY, None, "n/a", "", Refusal("No.")], None),
        ([], None),
    ],
)
def test_whole_column_decides_the_order(cells: Sequence[Cell], order: str | None) -> None:
    assert dates_of_column(cells, None).order == order


@pytest.mark.parametrize(
    ("cells", "cell", "message"),
    [
        (["2026-11-05", "05/11/2026"], "05/11/2026", "could be 2026-11-05 or 2026-05-11"),
        (["05/11/2026 10:00"], "05/11/2026 10:00", "no other date in the column decides which."),
        (["05.11.2026", "05/11/2026"], "05.11.2026", "no other date in the column decides which."),
        (["20-11-26"], "20-11-26", "could be 2020-11-26 or 2026-11-20"),
        (["20/11/2026", "11/20/2026"], "11/20/2026", 'day, month, year, which "20/11/2026" has'),
        (
            ["2026-09-30", "Oct-26"],
            "Oct-26",
            "the month 2026-10 or the day 10-26 of a year that it does not say.",
        ),
        (["окт.26"], "окт.26", "could be the month 2026-10"),
    ],
)
def test_what_stays_open_is_refused_with_both_readings(
    cells: Sequence[Cell], cell: str, message: str
) -> None:
    with pytest.raises(Undecided) as caught:
        dates_of_column(cells, None)

    assert caught.value.cell == cell
    assert message in str(caught.value)


@pytest.mark.parametrize("cells", [["05/11/2026"], ["Oct-26"]])
def test_order_that_the_user_says_needs_no_decision(cells: Sequence[Cell]) -> None:
    assert dates_of_column(cells, "my").order == "my"


@pytest.mark.parametrize(
    ("cells", "expected"),
    [
        (["2026-11-20T00:00:00Z", "2026-11-19T00:00:00Z"], False),
        (["2026-11-20T00:00:00Z", "2026-11-19T00:00:01Z"], True),
        (["2026-11-20T02:30:00"], False),
        (["2026-11-20"], False),
        ([Decimal(1_795_141_800)], True),
        ([Decimal(1795132800000)], False),
        ([], False),
    ],
)
def test_column_of_midnights_has_days_and_any_other_time_makes_moments(
    cells: Sequence[Cell], expected: bool
) -> None:
    assert dates_of_column(cells, None).are_moments is expected
