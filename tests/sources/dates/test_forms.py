from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from okrcli.model.kpi import DateOrder
from okrcli.sources.dates.forms import (
    Open,
    OpenMonth,
    day_in,
    lacks_year,
    may_be_quarter,
    period_begin,
)

DAY = date(2026, 11, 20)


@pytest.mark.parametrize(
    "text",
    [
        *("2026-11-20", "20261120", "2026/11/20", "2026.11.20", "2026-W47-5"),
        *("20 nov 2026", "20 Nov. 2026", "20-Nov-26", "20/Nov/26", "20/нояб/26", "20.nov.2026"),
        *("20 November 2026", "20th of November 2026", "Nov 20, 2026", "November 20th, 2026"),
        *("Nov 20 2026", "Nov-20-2026", "2026-Nov-20", "2026 Nov 20", "Fri Nov 20 2026"),
        *("Fri, 20 Nov 2026", "viernes, 20 de noviembre de 2026", "пт, 20 нояб. 2026 г."),
        *("20 de noviembre de 2026", "20 de nov. de 2026", "20 de noviembre del 2026"),
        *("20 нояб. 2026", "20 ноября 2026 г.", "20 ноября 2026 года"),
    ],
)
def test_day_is_read_as_people_write_it(text: str) -> None:
    assert day_in(text) == DAY


@pytest.mark.parametrize(
    ("text", "day"),
    [
        ("2026-02", "2026-02-28"),
        ("2028/02", "2028-02-29"),
        ("02/2026", "2026-02-28"),
        ("202602", "2026-02-28"),
        ("feb 2026", "2026-02-28"),
        ("Feb-2026", "2026-02-28"),
        ("2026 Feb", "2026-02-28"),
        ("Feb '26", "2026-02-28"),
        ("Feb’26", "2026-02-28"),
        ("Feb-45", "2045-02-28"),
        ("febrero de 2026", "2026-02-28"),
        ("Febrero 2026", "2026-02-28"),
        ("февраль 2026", "2026-02-28"),
        ("февр.2026", "2026-02-28"),
        ("февраль 2026 г.", "2026-02-28"),
        ("2026-W47", "2026-11-22"),
        ("2026W01", "2026-01-04"),
        ("W47 2026", "2026-11-22"),
        ("Week 47, 2026", "2026-11-22"),
        ("semana 47 de 2026", "2026-11-22"),
        ("2026-Q3", "2026-09-30"),
        ("Q3 2026", "2026-09-30"),
        ("Q3/2026", "2026-09-30"),
        ("3er trimestre de 2026", "2026-09-30"),
        ("3 кв. 2026", "2026-09-30"),
        ("3-й квартал 2026 г.", "2026-09-30"),
    ],
)
def test_period_is_its_last_day(text: str, day: str) -> None:
    assert day_in(text) == date.fromisoformat(day)


@pytest.mark.parametrize(
    "text",
    [
        *("", "x", "47", "46346", "2026", "20/11", "1/2/3", "1.2", "20/11-2026", "201112"),
        *("2026-02-30", "45/13/2026", "31/02/2026", "2026-13", "2026-W54", "2026-Q5", "202613"),
        *("20 xyz 2026", "20 no 2026", "tomorrow", "=TODAY()", "٢٠٢٦-١١-٢٠", "T3 2026"),
        *("xyz, 20 Nov 2026", "Nov", "20-Nov", "20 de noviembre", "Week 47"),
    ],
)
def test_what_is_no_day_of_a_year_is_none(text: str) -> None:
    assert day_in(text) is None


@pytest.mark.parametrize("text", ["Oct-26", "oct 26", "Oct. 26", "окт.26", "окт-26", "octubre 26"])
def test_month_with_two_digits_is_open(text: str) -> None:
    found = day_in(text)

    assert found == OpenMonth(text, 10, 26)
    assert isinstance(found, OpenMonth)
    assert found.day("my") == date(2026, 10, 31)
    assert found.day("dmy") is None


@pytest.mark.parametrize("text", ["Nov", "noviembre", "20-Nov", "20 ноября", "20 de nov.", "Nov 5"])
def test_day_or_month_without_a_year_is_told(text: str) -> None:
    assert lacks_year(text)


@pytest.mark.parametrize("text", ["", "20", "xyz", "20 xyz", "2026-11-20", "Nov 2026"])
def test_other_text_does_not_lack_a_year(text: str) -> None:
    assert not lacks_year(text)


@given(st.dates(date(2001, 1, 1), date(2099, 12, 31)), st.sampled_from([".", "/", "-"]))
def test_day_survives_in_every_order(day: date, mark: str) -> None:
    orders: dict[DateOrder, str] = {
        "dmy": f"{day:%d}{mark}{day:%m}{mark}{day:%Y}",
        "mdy": f"{day.month}{mark}{day.day}{mark}{day:%Y}",
        "ymd": f"{day:%y}{mark}{day:%m}{mark}{day:%d}",
    }
    for order, text in orders.items():
        found = day_in(text)
        assert isinstance(found, Open)
        assert found.day(order) == day


@given(st.dates(date(1900, 1, 1)))
def test_month_ends_the_day_before_the_next_begins(day: date) -> None:
    end = day_in(f"{day:%Y-%m}")

    assert isinstance(end, date)
    assert (end.year, end.month) == (day.year, day.month)
    assert end == date.max or (end + timedelta(1)).day == 1


@pytest.mark.parametrize(
    ("text", "begin"),
    [
        *(
            (text, "2026-11-01")
            for text in ("2026-11", "11/2026", "202611", "Nov 2026", "2026 nov")
        ),
        ("ноябрь 2026 г.", "2026-11-01"),
        ("2026-W47", "2026-11-16"),
        ("semana 47 de 2026", "2026-11-16"),
        *((text, "2026-10-01") for text in ("2026-Q4", "Q4 2026", "4 кв. 2026")),
        ("Nov-26", None),
        ("2026-11-20", None),
        ("2026 nov 20", None),
        ("20 nov 2026", None),
        ("20261120", None),
        ("soon", None),
    ],
)
def test_period_begins_on_its_first_day_and_a_day_is_none(text: str, begin: str | None) -> None:
    found = period_begin(text)
    assert (found and found.isoformat()) == begin


def test_month_of_two_digits_begins_where_the_column_says_that_it_is_one() -> None:
    assert period_begin("Nov-26", "my") == date(2026, 11, 1)
    assert period_begin("Nov-26", "dmy") is None


@pytest.mark.parametrize(
    "text",
    [
        *("Q4 2026", "2026Q4", "4Q26", "Q4'26", "Q4 ’26", "Q4-26", "4Q 2026", "4Q'26", "2026 4Q"),
        *("IV квартал 2026", "IV кв. 2026 г.", "4 кв. 2026", "4кв.2026", "4 кв. 26"),
        *("2026 IV квартал", "IV trimestre de 2026", "4th quarter of 2026"),
    ],
)
def test_quarter_is_read_as_people_write_it(text: str) -> None:
    assert (period_begin(text), day_in(text)) == (date(2026, 10, 1), date(2026, 12, 31))


@pytest.mark.parametrize("text", ["Q126", "5Q26", "IIII кв. 2026", "İ кв. 2026", "Q1 6"])
def test_what_is_no_quarter_is_no_day(text: str) -> None:
    assert day_in(text) is None
    assert not may_be_quarter(text)


@pytest.mark.parametrize("text", ["T1 2026", "1T26", "T1'26", "2026-T1", "1T 2026"])
def test_term_may_be_a_quarter(text: str) -> None:
    assert day_in(text) is None
    assert may_be_quarter(text)
