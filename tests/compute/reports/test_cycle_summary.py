"""How a cycle ended."""

from datetime import date, timedelta
from decimal import Decimal
from typing import Any

import pytest

from okrcli.compute.reports.cycle_summary import CycleSummary, Share, half_time_of
from okrcli.compute.reports.discipline import Discipline
from okrcli.compute.reports.report_builder import build_report
from okrcli.compute.reports.selection import select
from okrcli.model.checkin import CheckIn
from okrcli.model.cycle import Cycle
from okrcli.model.objective import Objective
from tests.builders import (
    Q4,
    a_binary,
    a_checkin,
    a_key_result,
    a_kpi,
    a_plan,
    a_reading,
    an_entry,
    an_objective,
)

AFTER = date(2027, 1, 4)
CLOSING = {"date": "2027-01-02", "computed": 0, "score": 1, "why": "Late.", "worked": "Calls."}


def value(name: str, number: int, day: str, **fields: Any) -> CheckIn:
    entry = an_entry(number, key_result=f"2026-Q4/{name}/nps", **fields)
    return a_checkin(day, entry, name_end=f"{name}-{number}")


def objective(name: str, **fields: Any) -> Objective:
    return an_objective(a_key_result(), id=name, **fields)


def summary(*records: Any, day: date = AFTER) -> CycleSummary:
    found = build_report(a_plan(*records), Q4, day).summary
    assert found is not None
    return found


def test_there_is_none_while_the_cycle_runs() -> None:
    plan = a_plan(objective("a"))
    assert build_report(plan, Q4, date(2026, 12, 31)).summary is None
    assert build_report(plan, Cycle("run", date(2026, 1, 1), None), AFTER).summary is None
    assert half_time_of(Cycle("run", date(2026, 1, 1), None)) is None


def test_scores_are_averaged_and_counted_in_bands() -> None:
    found = summary(
        [objective(name) for name in "abcd"],
        value("a", 44, "2026-12-18"),
        value("b", 52, "2026-12-18"),
        value("c", 54, "2026-12-18"),
    )
    assert found.scores == (Decimal("0.2"), Decimal("0.6"), Decimal("0.7"), Decimal(0))
    assert found.average == Decimal("0.375")
    assert found.distribution == (2, 1, 1)
    assert found.coverage == Share(3, 4)


def test_key_results_of_children_are_covered_once() -> None:
    parent = an_objective(id="p", progress_from="children")
    found = summary(parent, objective("a", parent="p"), value("a", 44, "2026-12-18"))
    assert found.coverage == Share(1, 1)


def test_promises_are_counted_apart() -> None:
    found = summary(
        objective("a", ambition="committed"),
        objective("b", ambition="committed"),
        objective("c"),
        value("a", 60, "2026-12-18"),
        value("b", 59, "2026-12-18"),
        value("c", 54, "2026-12-18"),
    )
    assert found.committed == Share(1, 2)
    assert found.aspirational == Share(1, 1)


def test_drafts_cancelled_and_dropped_do_not_count() -> None:
    dropped = a_key_result(id="gone", dropped={"date": "2026-11-02", "why": "w"})
    found = summary(
        objective("a", status="draft"),
        objective("b", status="cancelled", cancelled={"date": "2026-11-02", "why": "w"}),
        an_objective(a_key_result(), dropped, id="c"),
    )
    assert [each.id for each in found.objectives] == ["c"]
    assert [each.ref for each in found.key_results] == ["2026-Q4/c/nps"]
    assert found.average == 0
    assert found.aspirational == Share(0, 1)


def test_score_that_somebody_set_counts_with_its_lessons() -> None:
    found = summary(objective("a", status="closed", closing=CLOSING))
    assert found.average == 1
    [lessons] = found.lessons
    assert (lessons.ref, lessons.score, lessons.closing.worked) == (
        "2026-Q4/a",
        Decimal(1),
        "Calls.",
    )


def test_checkins_are_counted_as_they_fall_due() -> None:
    weeks = [date(2026, 10, 7) + timedelta(days=7 * week) for week in range(13)]
    every = [value("a", 40 + number, str(day)) for number, day in enumerate(weeks)]
    assert summary(objective("a"), *every).checkins == Discipline(13, 13, 13)
    assert summary(objective("a"), *every[:3]).checkins == Discipline(13, 3, 3)
    monthly = objective("a", cadence="monthly")
    assert summary(monthly, *every[:3]).checkins == Discipline(3, 1, 1)


def test_readings_of_its_kpi_are_checkins() -> None:
    fed = an_objective(a_key_result(kpi="nps", cadence="monthly"), id="a")
    reading = a_checkin("2026-10-20", a_reading(44))
    assert summary(fed, a_kpi(), reading).checkins == Discipline(3, 1, 1)


def test_cadence_of_a_kpi_is_not_that_of_check_ins() -> None:
    fed = an_objective(a_key_result(kpi="nps"), id="a")
    reading = a_checkin("2026-10-07", a_reading(44))
    assert summary(fed, a_kpi(cadence="monthly"), reading).checkins == Discipline(13, 1, 1)


def test_nothing_falls_due_once_all_is_done_whatever_is_said_later() -> None:
    done = an_objective(a_binary(id="nps"), id="a")
    entries = [value("a", number, day) for number, day in ((1, "2026-10-14"), (1, "2026-12-01"))]
    assert summary(done, *entries).checkins == Discipline(1, 1, 0)
    assert summary(done, value("a", 0, "2026-10-07"), *entries).checkins == Discipline(2, 2, 2)


@pytest.mark.parametrize(("last", "right"), [(60, 1), (47, 0)])
def test_forecasts_at_half_time_are_held_against_what_came(last: int, right: int) -> None:
    days = ("2026-10-10", "2026-10-20", "2026-10-30", "2026-11-10")
    rising = [value("a", 41 + 3 * number, day) for number, day in enumerate(days)]
    found = summary(objective("a"), *rising, value("a", last, "2026-12-20"))
    assert found.half_time == date(2026, 11, 15)
    assert found.forecasts == Share(right, 1)


def test_confidence_at_half_time_is_held_against_what_came() -> None:
    found = summary(
        objective("a"),
        objective("b"),
        objective("c"),
        value("a", 44, "2026-11-10", confidence=9),
        value("b", 54, "2026-11-10", confidence=8),
        value("c", 54, "2026-11-10", confidence=7),
        value("c", 55, "2026-11-20", confidence=10),
    )
    assert found.confident == Share(1, 2)


def test_part_of_a_report_is_summed_up_alone() -> None:
    plan = a_plan(
        objective("a", team="x"),
        objective("b", team="y"),
        value("a", 44, "2026-12-18"),
        value("b", 60, "2026-12-18"),
    )
    part = select(build_report(plan, Q4, AFTER), team="y").summary
    assert part is not None
    assert (part.average, part.coverage) == (Decimal(1), Share(1, 1))
    assert [each.objective for each in part.key_results] == ["2026-Q4/b"]
