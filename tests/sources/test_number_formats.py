"""What number formats of spreadsheets say about numbers."""

from datetime import date
from decimal import Decimal

import pytest

from okrcli.sources.number_formats import MONTH, format_of, meaning_of, shows_month


@pytest.mark.parametrize(
    ("code", "stored", "shown"),
    [
        ("0.00%", "0.48", "48%"),
        ("0.0%", "0.07", "7%"),
        ('0.0" %"', "0.48", "0.48%"),
        ("[$€-407] #,##0.00", "1234.567", "€1234.567"),
        ("#,##0.00 [$€-407]", "-5", "-5 €"),
        ("[$USD] #,##0", "5", "USD 5"),
        ('"$"#,##0.00', "5.5", "$5.5"),
        ('_-* #,##0.00\\ "€"_-;\\-* #,##0.00\\ "€"_-;_-* "-"??\\ "€"_-;_-@_-', "12.5", "12.5 €"),
        ('_($* #,##0.00_);_($* (#,##0.00);_($* "-"??_);_(@_)', "-12.5", "-$12.5"),
        ("#,##0.00\\ [$₽-419]", "10", "10 ₽"),
        ('#,##0 "k"', "48", "48 k"),
        ('#,##0,"k"', "48000", "48 k"),
        ("#,##0,", "48000", "48 k"),
        ("0.0,,", "1500000", "1.5 M"),
        ('"$"0.0,,"M"', "1500000", "$1.5 M"),
        ('#,##0 "тыс."', "48", "48 тыс."),
        ('0.0 "h"', "4.5", "4.5 h"),
        ("0.0\\ \\h", "4.5", "4.5 h"),
        ('[Red][<1]0.0 "h";0.0 "h"', "4.5", "4.5 h"),
    ],
)
def test_format_of_shows_units_and_scales_as_the_sheet_does(
    code: str, stored: str, shown: str
) -> None:
    form = format_of(code)
    assert form is not None
    assert form.text_of(Decimal(stored)) == shown


@pytest.mark.parametrize(
    "code",
    [
        "General",
        "@",
        "0",
        "#,##0.00",
        "#,##0.00_);[Red](#,##0.00)",
        "0.00E+00",
        "# ?/?",
        "[h]:mm:ss",
        "dd/mm/yyyy",
        '0 "tickets"',
        '"Week "0',
        '[>=1000000]0.0,,"M";[>=1000]0.0,"k";0',
        "",
    ],
)
def test_format_of_other_formats_is_none(code: str) -> None:
    assert format_of(code) is None


@pytest.mark.parametrize(
    "code", ["mmm-yy", "mmmm yyyy", "[$-419]mmmm\\ yyyy;@", "mm/yyyy", "MMM YY"]
)
def test_shows_month_of_a_format_without_a_day(code: str) -> None:
    assert shows_month(code)
    assert meaning_of(code) == MONTH


@pytest.mark.parametrize("code", ["dd/mm/yyyy", "d-mmm", "mm:ss", "[mm]:ss", "yyyy", "0", '"my" 0'])
def test_shows_month_of_other_formats_is_false(code: str) -> None:
    assert not shows_month(code)


def test_month_is_that_which_begins_on_the_day() -> None:
    assert MONTH.text_of(date(2026, 10, 1)) == "2026-10"
    assert MONTH.text_of(date(2026, 10, 16)) is None


@pytest.mark.parametrize("part", ["[$a", "[", '"', "\\a"])
def test_format_that_is_longer_than_programs_write_has_no_meaning(part: str) -> None:
    assert meaning_of("0%") is not None
    assert meaning_of("0%" + part * 300_000) is None
