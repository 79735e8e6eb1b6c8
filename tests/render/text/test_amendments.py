from datetime import date
from decimal import Decimal

import pytest

from okrcli.model.goalposts import Band, Change
from okrcli.render.drawing.style import ASCII, UNICODE
from okrcli.render.text.amendments import amendment_facts, change_rule, goalpost_text, was_text
from tests.render.samples import DAY, an_amendment


def test_fields_are_told_apart_and_each_with_all_that_it_was() -> None:
    amendments = (
        an_amendment(date=date(2026, 10, 20), was=70),
        an_amendment(date=date(2026, 10, 25), field="at_most", was=2, now=3),
        an_amendment(),
    )

    assert was_text(amendments, DAY, UNICODE) == (
        "at most was 2 until 10-25; target was 70 until 10-20, 65 until 11-02"
    )


def test_day_of_another_year_has_its_year() -> None:
    assert was_text((an_amendment(date=date(2025, 11, 2)),), DAY, UNICODE).endswith("2025-11-02")


@pytest.mark.parametrize(
    ("value", "text"),
    [
        (None, "none"),
        (Decimal(300000), "300 000"),
        (Band(Decimal(30), Decimal(50)), "30..50"),
        (Change(Decimal(15), "percent_of_baseline"), "+15% of baseline"),
        (date(2026, 12, 31), "2026-12-31"),
        ("unknown", "unknown"),
        ("\x1b[31m", "\ufffd[31m"),
    ],
)
def test_goalpost_reads_well(value: object, text: str) -> None:
    assert goalpost_text(value, ASCII) == text


@pytest.mark.parametrize(
    ("field", "text"),
    [
        ("due", "the cycle's last day"),
        ("start", "the cycle's first day"),
        ("weight", "1"),
        ("steps.pilot.due", "the key result's last day"),
        ("unit", "none"),
    ],
)
def test_field_that_was_absent_reads_as_what_applied(field: str, text: str) -> None:
    assert goalpost_text(None, ASCII, field) == text


def test_change_is_told_as_people_write_it() -> None:
    assert change_rule(Change(Decimal(-10), "absolute")) == "-10"
    assert change_rule(Change(Decimal(5), "points")) == "+5pp"


def test_amendment_for_programs_keeps_numbers_and_ranges() -> None:
    facts = amendment_facts(an_amendment(was=[30, 50]))

    assert (facts["field"], facts["was"], facts["now"]) == (
        "target",
        (Decimal(30), Decimal(50)),
        Decimal(60),
    )
