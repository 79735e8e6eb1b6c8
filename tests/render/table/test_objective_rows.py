from datetime import date
from decimal import Decimal
from typing import Any

import pytest

from okrcli.compute.reports.report import (
    GuardReport,
    Health,
    KeyResultReport,
    ObjectiveReport,
    ValueWords,
)
from tests.render.samples import a_key_result, a_report, an_amendment, an_objective
from tests.render.table.drawn import drawn, lines_of

DUE = {"field": "due", "was": date(2026, 12, 15), "now": date(2026, 12, 31)}
LONG = "Raise the share of customers who recommend our support to a friend"


def objective(*key_results: KeyResultReport, **changes: Any) -> ObjectiveReport:
    return an_objective(key_results=key_results, **changes)


def test_value_and_goal_are_never_cut() -> None:
    key_result = a_key_result(
        title=LONG,
        unit="horas de espera por semana",
        baseline=Decimal(250000),
        target=Decimal(300000),
    )

    assert "250 000→300 000  " in drawn(a_report(objectives=(objective(key_result),)))
    assert "250 000→300 000 horas de espera" in drawn(
        a_report(objectives=(objective(key_result),)), 200
    )


@pytest.mark.parametrize(
    ("changes", "goal", "said"),
    [
        ({}, "40→60* points", "* target was 65 until 11-02"),
        ({"field": "baseline", "was": 38}, "40*→60 points", "* baseline was 38 until 11-02"),
        (
            DUE,
            "40→60 points*",
            "* due was 2026-12-15 until",
        ),
        ({"was": None}, "40→60* points", "* target was none until 11-02"),
        ({"date": date(2025, 11, 2)}, "40→60* points", "* target was 65 until 2025-11-02"),
    ],
)
def test_amended_goalpost_is_marked_and_told_below(
    changes: dict[str, object], goal: str, said: str
) -> None:
    key_result = a_key_result(amendments=(an_amendment(**changes),))
    lines = lines_of(a_report(objectives=(objective(key_result),)), 100)

    assert f" {goal} " in lines[5]
    assert lines[6].strip().startswith(said)


def test_goalpost_that_was_amended_twice_has_one_line() -> None:
    amendments = (an_amendment(date=date(2026, 10, 20), was=70), an_amendment())
    lines = lines_of(a_report(objectives=(objective(a_key_result(amendments=amendments)),)))

    assert "    * target was 70 until 10-20, 65 until 11-02" in lines


def test_amended_bound_of_a_maintained_key_result_is_marked() -> None:
    key_result = a_key_result(
        target=None, at_most=Decimal(3), amendments=(an_amendment(field="at_most", was=2),)
    )

    assert "≤ 3* points" in drawn(a_report(objectives=(objective(key_result),)))


def test_goal_in_words_is_marked_where_something_was_amended() -> None:
    amendment = an_amendment(**DUE)
    key_result = a_key_result(words=ValueWords("2/4", "4 steps"), amendments=(amendment,))

    assert "2/4  4 steps*" in drawn(a_report(objectives=(objective(key_result),)))


@pytest.mark.parametrize(
    ("health", "stale", "shown"),
    [
        ("breach", False, "■ csat"),
        ("warning", False, "▲ csat"),
        ("healthy", False, "● csat"),
        ("healthy", True, "○ csat"),
        ("no_data", True, "○ csat"),
    ],
)
def test_health_of_a_guard_stands_beside_its_key_result(
    health: Health, stale: bool, shown: str
) -> None:
    guards = (GuardReport("csat", "CSAT", health, stale=stale),)
    report = a_report(objectives=(objective(a_key_result(guards=guards)),))

    assert shown in drawn(report, 140)


def test_low_confidence_is_no_alarm() -> None:
    text = drawn(a_report(objectives=(objective(a_key_result(confidence=2)),)), colour=True)

    assert "\x1b[33m2\x1b[0m" in text


def test_objective_says_how_many_of_its_key_results_report_where_not_all_do() -> None:
    partly = an_objective(reporting=(1, 4))

    assert " 1/4  reporting " in lines_of(a_report(objectives=(partly,)))[4]
    assert "reporting" not in lines_of(a_report())[4]


def test_row_of_an_objective_that_stands_alone_counts_its_key_results_by_pace() -> None:
    assert "▲ 1" in lines_of(a_report(), summary=True)[4]


def test_long_id_is_cut_so_that_a_row_stays_one_line() -> None:
    long = "customers-renew-their-contracts-without-being-asked"
    report = a_report(objectives=(objective(a_key_result(id=long, title=LONG)),))
    rows = [line for line in lines_of(report, 120) if "customers-renew" in line]

    assert len([line for line in rows if "…" in line and "Commands" not in line]) == 1
    assert not any("without-being" in line for line in rows if "Commands" not in line)
