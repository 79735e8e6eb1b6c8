"""The days that a cycle had on a day."""

from datetime import date

from okrcli.compute.as_of.cycles import with_cycles_on
from okrcli.compute.as_of.plan import plan_on
from okrcli.compute.reports.report_builder import build_report
from okrcli.model.cycle import Cycle, CycleAmendment, CycleDates
from okrcli.model.plan import Plan
from okrcli.model.settings import Settings
from tests.builders import a_day, a_key_result, a_plan, an_objective

FIRST, LAST, LATER, LATEST = map(a_day, ("2026-10-01", "2026-12-31", "2027-01-31", "2027-02-28"))


def moved(day: str, was: date, now: date) -> CycleAmendment:
    return CycleAmendment(date=a_day(day), field="end", was=was, now=now, why="Late.")


def the_plan(*amendments: CycleAmendment) -> Plan:
    dates = CycleDates(start=FIRST, end=LATEST, amendments=amendments)
    objective = an_objective(a_key_result(40, 60), cycle="push")
    return a_plan(objective, settings=Settings(cycles={"push": dates}))


PLAN = the_plan(moved("2026-11-02", LAST, LATER), moved("2026-11-20", LATER, LATEST))


def test_f25_cycle_ends_on_the_day_that_was_agreed_then() -> None:
    for day, end in (("2026-11-01", LAST), ("2026-11-02", LATER), ("2026-11-20", LATEST)):
        for plan in (with_cycles_on(PLAN, a_day(day)), plan_on(PLAN, a_day(day))):
            assert plan.cycle("push") == Cycle("push", FIRST, end)


def test_plan_whose_cycles_have_not_moved_since_is_the_very_plan() -> None:
    still = the_plan()
    assert with_cycles_on(still, FIRST) is still
    assert with_cycles_on(PLAN, a_day("2026-11-20")) is PLAN


def test_f25_report_of_a_day_measures_by_the_days_of_then() -> None:
    today = Cycle("push", FIRST, LATEST)
    report = build_report(PLAN, today, a_day("2026-11-01"))

    assert (report.cycle.end, report.days_left) == (LAST, 60)
    [objective] = report.objectives
    assert [key_result.due for key_result in objective.key_results] == [LAST]
