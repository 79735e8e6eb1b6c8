"""What the last value of a KPI says by its own history."""

from collections.abc import Sequence
from datetime import date, timedelta
from decimal import Decimal
from typing import Any

import pytest

from okrcli.compute.kpis.signals import KpiSignal, signal_of
from okrcli.compute.reports.report import Point
from okrcli.model.finding import Severity
from tests.builders import a_kpi

CALM = (40, 42, 40, 42, 40, 42, 40, 42, 41)
BEYOND = 90
RUN = (50, 40, 50, 40, 50, 40, *[46] * 8)
OUTER = (*[45, 55] * 6, 66, 66, 66)


def _signal(values: Sequence[int], **fields: Any) -> KpiSignal | None:
    first = date(2026, 9, 1)
    series = [
        Point(first + timedelta(days=day), Decimal(value)) for day, value in enumerate(values)
    ]
    return signal_of(a_kpi(**fields), series)


def _message(values: Sequence[int], **fields: Any) -> str:
    found = _signal(values, **fields)
    assert found is not None
    return found.message


def test_value_like_those_before_it_says_nothing() -> None:
    assert _signal(CALM) is None
    assert _signal(CALM[:7]) is None
    assert _signal([]) is None


def test_only_a_signal_of_which_the_last_value_is_part_is_told() -> None:
    assert _signal((*CALM, BEYOND)) is not None
    assert _signal((*CALM, BEYOND, 41)) is None


@pytest.mark.parametrize(
    ("direction", "value", "severity", "end"),
    [
        ("up", BEYOND, Severity.INFO, ", for the better."),
        ("up", -BEYOND, Severity.ERROR, ", for the worse."),
        ("down", BEYOND, Severity.ERROR, ", for the worse."),
        ("down", -BEYOND, Severity.INFO, ", for the better."),
        ("range", BEYOND, Severity.ERROR, "likely."),
        (None, BEYOND, Severity.INFO, "likely."),
    ],
)
def test_direction_says_which_side_is_bad(
    direction: str | None, value: int, severity: Severity, end: str
) -> None:
    found = _signal((*CALM, value), direction=direction)

    assert found is not None
    assert found.severity is severity
    assert found.message.endswith(end)


def test_value_beyond_its_limit_is_told_with_both() -> None:
    message = _message((*CALM, BEYOND))

    assert message.startswith("nps is at 90, above the ")
    assert _message((*CALM, -BEYOND)).startswith("nps is at -90, below the ")


def test_limit_is_told_within_what_is_possible() -> None:
    assert "above the 60 " in _message((*CALM, BEYOND), bounds=[0, 60])


def test_run_is_told_with_its_length_and_the_mean() -> None:
    message = _message(RUN)

    assert "above its mean of " in message
    assert "8 readings" in message


def test_values_near_a_limit_are_told_with_since_when() -> None:
    assert "since 2026-09-13" in _message(OUTER)


def test_strongest_signal_is_told_alone() -> None:
    assert _message((*RUN, 120)).startswith("nps is at 120")
