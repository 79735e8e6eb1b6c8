from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from okrcli.sources.columns import Undecided, order_of
from okrcli.sources.dates import NotADate, Open, day_or_open
from okrcli.sources.months import month_of

DAY = date(2026, 11, 20)


@pytest.mark.parametrize(
    "text",
    [
        "2026-11-20",
        "2026-11-20T23:30:00+05:00",
        "2026-11-20T00:10:00Z",
        "2026-11-20 14:30",
        "2026-11-20 14:30:00.123456",
        "20261120",
        "2026/11/20",
        "2026.11.20",
        " 2026-11-20 ",
        "20 nov 2026",
        "20 Nov. 2026",
        "20-Nov-26",
        "20 November 2026",
        "20th of November 2026",
        "Nov 20, 2026",
        "November 20th, 2026",
        "Fri, 20 Nov 2026 09:12:44 +0000",
        "20 de noviembre de 2026",
        "20 de nov. de 2026",
        "20 нояб. 2026",
        "20 ноября 2026 г.",
        "20 ноября 2026 года",
        "Nov 20, 2026, 2:30 PM",
        "2026-W47-5",
    ],
)
def test_day_is_read_as_people_and_programs_write_it(text: str) -> None:
    assert day_or_open(text) == DAY


@pytest.mark.parametrize(
    ("text", "day"),
    [
        ("2026-02", "2026-02-28"),
        ("2028/02", "2028-02-29"),
        ("02/2026", "2026-02-28"),
        ("feb 2026", "2026-02-28"),
        ("febrero de 2026", "2026-02-28"),
        ("февраль 2026", "2026-02-28"),
        ("2026-W47", "2026-11-22"),
        ("2026W01", "2026-01-04"),
        ("2026-Q3", "2026-09-30"),
        ("Q3 2026", "2026-09-30"),
    ],
)
def test_period_is_its_last_day(text: str, day: str) -> None:
    assert day_or_open(text) == date.fromisoformat(day)


@pytest.mark.parametrize(
    "text",
    [
        *("", "x", "47", "46346", "2026", "20/11", "1/2/3", "1.2", "1" * 1000, "20/11-2026"),
        *("2026-02-30", "45/13/2026", "31/02/2026", "2026-13", "2026-W54", "2026-Q5"),
        *("20 xyz 2026", "20 no 2026", "0001-01-01", "tomorrow", "=TODAY()", "٢٠٢٦-١١-٢٠"),
    ],
)
def test_what_is_no_day_is_refused(text: str) -> None:
    with pytest.raises(NotADate, match="is not a date: write it like 2026-11-20"):
        day_or_open(text)


@pytest.mark.parametrize(
    ("name", "month"),
    [("Sept", 9), ("set", 9), ("мая", 5), ("МАЙ", 5), ("Abr", 4), ("ju", None), ("xyz", None)],
)
def test_month_is_told_by_the_beginning_of_its_name(name: str, month: int | None) -> None:
    assert month_of(name) == month


@pytest.mark.parametrize(
    ("cells", "order"),
    [
        (["05/11/2026", "20/11/2026"], "dmy"),
        (["05/11/2026", "11/20/2026"], "mdy"),
        (["05.11.2026 14:30", "20.11.2026"], "dmy"),
        (["05.11.2026", "06.11.2026"], "dmy"),
        (["05.11.2026", "11.20.2026"], "mdy"),
        (["26-11-20", "99-12-31"], "ymd"),
        (["2026-11-05", "05/05/2026"], "dmy"),
        (["2026-11-05", "5 nov 2026", DAY, None, "n/a", ""], None),
        ([], None),
    ],
)
def test_whole_column_decides_the_order(cells: list[str], order: str | None) -> None:
    assert order_of(cells) == order


@pytest.mark.parametrize(
    ("cells", "cell", "message"),
    [
        (["2026-11-05", "05/11/2026"], "05/11/2026", "could be 2026-11-05 or 2026-05-11"),
        (["05/11/2026 10:00"], "05/11/2026 10:00", "no other date of the column decides it."),
        (["05.11.2026", "05/11/2026"], "05.11.2026", "no other date of the column decides it."),
        (["20-11-26"], "20-11-26", "could be 2020-11-26 or 2026-11-20"),
        (["20/11/2026", "11/20/2026"], "11/20/2026", 'day, month, year, which "20/11/2026" has'),
    ],
)
def test_order_that_stays_open_is_refused_with_both_readings(
    cells: list[str], cell: str, message: str
) -> None:
    with pytest.raises(Undecided) as caught:
        order_of(cells)

    assert caught.value.cell == cell
    assert message in str(caught.value)


@given(st.dates(date(2001, 1, 1), date(2099, 12, 31)), st.sampled_from([".", "/", "-"]))
def test_day_survives_in_every_order(day: date, mark: str) -> None:
    for order, text in {
        "dmy": f"{day:%d}{mark}{day:%m}{mark}{day:%Y}",
        "mdy": f"{day.month}{mark}{day.day}{mark}{day:%Y}",
        "ymd": f"{day:%y}{mark}{day:%m}{mark}{day:%d}",
    }.items():
        found = day_or_open(text)
        assert isinstance(found, Open)
        assert found.day(order) == day  # type: ignore[arg-type]  # a key is no literal to mypy


@given(st.dates(date(1900, 1, 1)))
def test_month_ends_the_day_before_the_next_begins(day: date) -> None:
    end = day_or_open(f"{day:%Y-%m}")

    assert isinstance(end, date)
    assert (end.year, end.month) == (day.year, day.month)
    assert end == date.max or (end + timedelta(1)).day == 1


@given(st.text(max_size=80))
def test_any_text_is_a_day_or_none(text: str) -> None:
    try:
        found: date | Open | None = day_or_open(text)
    except NotADate:
        found = None

    assert found is None or any(character.isdigit() for character in text)
