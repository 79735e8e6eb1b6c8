"""What is known of a key result on a day, and what a type says that says nothing itself."""

from collections.abc import Mapping
from datetime import date
from decimal import Decimal

import pytest

from okrcli.compute.progress.base import (
    NO_VALUE,
    TOO_EARLY,
    Ends,
    Evidence,
    Measure,
    ParsedAnswer,
)
from okrcli.compute.reports.report import Measured, Point
from okrcli.model.key_results import Metric
from okrcli.model.kpi import Kpi
from okrcli.model.settings import Settings
from okrcli.next_step import StepKind
from tests.builders import AnAnswer, Numeric, a_key_result, a_kpi

START, DUE = date(2026, 10, 1), date(2026, 12, 31)


class _PlainMeasure(Measure[Metric]):
    def measure(self, key_result: Metric, evidence: Evidence) -> Measured:
        return Measured(None, None, evidence.points, baseline=Decimal(key_result.weight))


def _evidence(
    values: Mapping[str, Numeric],
    day: str = "2026-11-16",
    kpi: Kpi | None = None,
    no_value: str | None = None,
) -> Evidence:
    return Evidence(
        day=date.fromisoformat(day),
        start=START,
        due=DUE,
        kpi=kpi,
        entries=(),
        points=tuple(Point(date.fromisoformat(on), Decimal(each)) for on, each in values.items()),
        settings=Settings(),
        cadence="weekly",
        ambition="committed",
        no_value=no_value,
    )


def test_last_value_is_the_one_in_force() -> None:
    found = _evidence({"2026-10-05": 42, "2026-11-16": 47})

    assert (found.value, found.is_early, found.why_no_value) == (Decimal(47), False, None)


def test_without_values_there_is_none_in_force() -> None:
    found = _evidence({})

    assert (found.last, found.value, found.is_early) == (None, None, False)
    assert found.why_no_value == NO_VALUE


@pytest.mark.parametrize(("day", "is_early"), [("2026-09-24", False), ("2026-09-23", True)])
def test_f7_value_of_more_than_one_cadence_before_the_start_is_early(
    day: str, is_early: bool
) -> None:
    found = _evidence({day: 42})

    assert found.is_early is is_early
    assert found.why_no_value == (TOO_EARLY.format(start=found.start) if is_early else None)


def test_f7_cadence_is_that_of_the_kpi_where_there_is_one() -> None:
    assert not _evidence({"2026-08-31": 42}, kpi=a_kpi(cadence="monthly")).is_early
    assert _evidence({"2026-08-30": 42}, kpi=a_kpi(cadence="monthly")).is_early


def test_reason_of_a_computed_kpi_takes_its_values_out_of_force() -> None:
    found = _evidence({"2026-10-05": 42}, no_value="Nothing is divided by 0.")

    assert (found.last, found.value) == (None, None)
    assert found.why_no_value == "Nothing is divided by 0."


@pytest.mark.parametrize(
    ("day", "comparison_day"),
    [("2026-11-16", "2026-11-16"), ("2026-11-22", "2026-11-16"), ("2026-11-23", "2026-11-23")],
)
def test_f20_value_is_judged_on_its_own_day_until_the_next_is_due(
    day: str, comparison_day: str
) -> None:
    assert _evidence({"2026-11-16": 47}, day).comparison_day == date.fromisoformat(comparison_day)


@pytest.mark.parametrize(("day", "past"), [("2026-12-31", False), ("2027-01-01", True)])
def test_last_day_is_over_on_the_day_after_it(day: str, past: bool) -> None:
    assert _evidence({}, day).past_due is past


@pytest.mark.parametrize(
    ("ends", "stated"),
    [
        (Ends(Decimal(40), Decimal(50), "at_least", "at_most"), {"at_least": 40, "at_most": 50}),
        (Ends(Decimal(40), None, "at_least", "at_most"), {"at_least": 40}),
        (Ends(None, Decimal(50), "at_least", "at_most"), {"at_most": 50}),
        (Ends(Decimal(60), Decimal(60), "target", "target"), {"target": 60}),
        (Ends(Decimal(60), Decimal(60), "at_least", "at_most"), {"at_least": 60, "at_most": 60}),
        (Ends(None, None, "at_least", "at_most"), {}),
    ],
)
def test_ends_are_stated_once_each(ends: Ends, stated: dict[str, int]) -> None:
    assert dict(ends.by_field) == stated
    assert len([*ends.by_field]) == len(stated)


def test_type_that_says_nothing_itself_is_of_numbers() -> None:
    plain, hours = _PlainMeasure(), a_key_result(unit="h")

    assert plain.read(hours, AnAnswer("90 min")) == ParsedAnswer(Decimal("1.5"))
    assert plain.text_of(hours, ParsedAnswer(Decimal("12345.5")), ()) == "12 345.5"
    assert plain.text_of(hours, ParsedAnswer(), ()) == ""
    assert plain.next_step is StepKind.CHECK_IN_VALUE


def test_type_that_says_nothing_itself_has_nothing_else() -> None:
    plain, hours = _PlainMeasure(), a_key_result(unit="h")

    assert (plain.move(hours, None), plain.ends(hours, None)) == (None, None)
    assert (plain.steps_done(hours, ()), plain.missing((), None)) == ({}, None)
    assert plain.refusal(hours, "a/b", Decimal(5)) is None
    assert (plain.needed, plain.is_in_titles) == ("", False)
