"""Computed KPIs: a formula over the values in force, on every day on which one of them changes."""

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from contextlib import suppress
from dataclasses import replace
from datetime import date
from decimal import Context, Decimal
from functools import lru_cache
from graphlib import CycleError, TopologicalSorter
from operator import itemgetter
from types import MappingProxyType
from typing import Final

from okrcli.compute.as_of.eras import eras_of
from okrcli.compute.as_of.undoing import scale_value
from okrcli.compute.as_of.units import UnitChange, factor_since, unit_changes
from okrcli.compute.kpis.bounds import bounds_text
from okrcli.compute.kpis.formula import Formula, FormulaError, NoValue, parse_formula
from okrcli.compute.kpis.health import report_kpi
from okrcli.compute.loops import loop_text, loops_in
from okrcli.compute.reports.report import Gap, KpiReport, Point
from okrcli.compute.rounding import rounded_text
from okrcli.model.kpi import Kpi

_Course = Sequence[tuple[date, Decimal | NoValue]]
"""The value in force from each day on, or why there is none, oldest first."""

_AS_COMPARED: Final = Context(prec=20)
"""Rounded for comparison: three thirds may come out slightly above 1, still within bounds."""


NAMES_NOTHING: Final = "The formula names no KPI, so its value never changes."
NOTHING_READ: Final = "None of the KPIs in its formula has a value."


def formulas_of(kpis: Mapping[str, Kpi]) -> Mapping[str, Formula | FormulaError]:
    """Return the formula of each computed KPI by id, or what is wrong with it."""
    return {name: _parse(kpi.formula) for name, kpi in kpis.items() if kpi.formula}


@lru_cache(maxsize=16_384)
def _parse(text: str) -> Formula | FormulaError:
    try:
        return parse_formula(text)
    except FormulaError as error:
        return error


def with_inputs(names: Iterable[str], kpis: Mapping[str, Kpi]) -> frozenset[str]:
    """Return *names* and all the KPIs that they are computed from, directly or indirectly."""
    reached = list(dict.fromkeys(names))
    known = {*reached}
    for name in reached:  # grows as it goes
        text = kpis[name].formula if name in kpis else None
        formula = _parse(text) if text else None
        for input_ in formula.names if isinstance(formula, Formula) else ():
            if input_ not in known:
                known.add(input_)
                reached.append(input_)
    return frozenset(known)


def users_of(kpis: Mapping[str, Kpi]) -> dict[str, list[str]]:
    """Return the KPIs whose formulas name each KPI, by its id."""
    users: dict[str, list[str]] = defaultdict(list)
    for name, formula in formulas_of(kpis).items():
        for used in formula.names if isinstance(formula, Formula) else ():
            users[used].append(name)
    return users


def formula_loops(formulas: Mapping[str, Formula]) -> tuple[tuple[str, ...], ...]:
    """Return loops among *formulas*, by their KPIs."""
    return loops_in({name: formula.names for name, formula in formulas.items()})


def waiting_for_readings(
    kpis: Mapping[str, Kpi], reports: Mapping[str, KpiReport]
) -> frozenset[str]:
    """Return the computed KPIs that depend, through any number of formulas, on a reading to come.

    That is one which is stale, or a first one which is not due yet.

    Args:
        kpis: All of the plan, by id.
        reports: Their reports, by id.
    """
    users = users_of(kpis)
    found: dict[str, None] = {}
    reached = [name for name, kpi in kpis.items() if not kpi.formula and _is_awaited(reports[name])]
    for name in reached:  # grows as it goes
        new = [user for user in users.pop(name, ()) if user not in found]
        found |= dict.fromkeys(new)
        reached += new
    return frozenset(found)


def _is_awaited(report: KpiReport) -> bool:
    return report.stale or (report.value_date is None and report.next_due is not None)


def computed_reports(
    kpis: Mapping[str, Kpi], reports: Mapping[str, KpiReport], day: date
) -> Mapping[str, KpiReport]:
    """Return the computed KPIs among *kpis* as of *day*, by id.

    Args:
        kpis: All of the plan, by id.
        reports: The reports of the KPIs that take readings, as of that day.
        day: The as-of day.
    """
    read = formulas_of(kpis)
    formulas = {name: formula for name, formula in read.items() if isinstance(formula, Formula)}
    unusable = _unusable_formulas(kpis, read, formulas)
    courses: dict[str, _Course] = {name: report.series for name, report in reports.items()}
    done = dict(reports)
    ordered = _in_order(formulas)
    for name in (*ordered, *sorted(read.keys() - set(ordered))):
        names = formulas[name].names if name in formulas else ()
        courses[name] = _course_by_era(kpis, name, formulas[name], courses) if names else ()
        is_stale = not names or any(input_ not in done or done[input_].stale for input_ in names)
        report = _report(kpis[name], courses[name], day, unusable.get(name))
        refused = sum(done[input_].refused for input_ in {*names} if input_ in done)
        done[name] = replace(report, stale=is_stale, refused=refused)
    return {name: done[name] for name in read}


def _unusable_formulas(
    kpis: Mapping[str, Kpi],
    read: Mapping[str, Formula | FormulaError],
    formulas: Mapping[str, Formula],
) -> Mapping[str, str]:
    """Return the KPIs whose formulas cannot give a value on any day, each with the reason."""
    reasons = {name: str(error) for name, error in read.items() if isinstance(error, FormulaError)}
    for name, formula in formulas.items():
        if not formula.names:
            reasons[name] = NAMES_NOTHING
        elif unknown := [input_ for input_ in formula.names if input_ not in kpis]:
            reasons[name] = f"There is no KPI '{unknown[0]}'."
    for loop in formula_loops(formulas):
        reasons |= dict.fromkeys(loop, f"The formulas form a loop: {loop_text(loop)}.")
    return reasons


def _course_by_era(
    kpis: Mapping[str, Kpi], name: str, formula: Formula, courses: Mapping[str, _Course]
) -> _Course:
    """Return the values of a computed KPI, each by the formula and in the units of its day."""
    kpi = kpis[name]
    feeding = (kpi, *(kpis[input_] for input_ in formula.names if input_ in kpis))
    if not any(source.amendments for source in feeding):
        return _course(kpi, formula, courses)
    course: dict[date, Decimal | NoValue] = {}
    for era in eras_of(kpi, "formula", "bounds"):
        then = _parse(era.kpi.formula or "")
        if era.since is not None:
            course = {day: value for day, value in course.items() if day < era.since}
        if isinstance(then, Formula):
            units = {
                input_: unit_changes(kpis[input_].amendments)
                for input_ in then.names
                if input_ in kpis
            }
            course |= dict(_course(era.kpi, then, courses, units, era.since))
    changes = unit_changes(kpi.amendments)
    return [*_in_present_unit(sorted(course.items(), key=itemgetter(0)), changes)]


def _in_present_unit(course: _Course, changes: Sequence[UnitChange]) -> _Course:
    """Return *course* in today's unit, without what nothing converts."""
    factors = ((day, value, factor_since(changes, day)) for day, value in course)
    return [
        (day, scale_value(value, factor)) for day, value, factor in factors if factor is not None
    ]


def _course(
    kpi: Kpi,
    formula: Formula,
    courses: Mapping[str, _Course],
    units: Mapping[str, Sequence[UnitChange]] = MappingProxyType({}),
    since: date | None = None,
) -> _Course:
    """Return the values of *formula* over the *courses* of its inputs.

    Args:
        kpi: Its bounds say what can be.
        formula: The formula.
        courses: In today's units.
        units: How the units of the inputs have changed: on input_ day they count in that day's.
        since: From which day on the formula holds; the value that it has then stands on that day.
    """
    changes: dict[date, dict[str, Decimal | NoValue]] = defaultdict(dict)
    for name in formula.names:
        for day, value in courses.get(name, ()):
            changes[day][name] = value
    if since is not None and changes and min(changes) <= since:
        changes[since] |= {}
    in_force: dict[str, Decimal | NoValue] = {}
    course = []
    for day in sorted(changes):
        in_force |= changes[day]
        if since is not None and day < since:
            continue
        known = {
            name: _in_unit_of(day, value, units.get(name, ()))
            for name, value in in_force.items()
            if isinstance(value, Decimal)
        }
        course.append((day, _within_bounds(kpi, formula.value(known))))
    return course


def _in_unit_of(day: date, value: Decimal, changes: Sequence[UnitChange]) -> Decimal:
    factor = factor_since(changes, day) if changes else None
    then: Decimal = value if factor is None else scale_value(value, 1 / factor)
    return then


def _within_bounds(kpi: Kpi, value: Decimal | NoValue) -> Decimal | NoValue:
    if isinstance(value, NoValue) or _AS_COMPARED.plus(value) in kpi.bounds:
        return value
    result = rounded_text(value, 4)
    return NoValue(f"Its result is {result}, but the KPI can only be {bounds_text(kpi.bounds)}.")


def _report(kpi: Kpi, course: _Course, day: date, unusable: str | None) -> KpiReport:
    """Return the report of a KPI with the values of *course*.

    If the last of them is a reason, no value is in force: an input has changed since.
    """
    points = tuple(Point(on, value) for on, value in course if isinstance(value, Decimal))
    gaps = tuple(Gap(on, value.reason) for on, value in course if isinstance(value, NoValue))
    last = course[-1][1] if course else NoValue(NOTHING_READ)
    report = replace(report_kpi(kpi, points, day), formula=kpi.formula, next_due=None, gaps=gaps)
    if isinstance(last, Decimal):
        return report
    reason = unusable or last.reason
    return replace(report, value=None, value_date=None, health="no_data", trend=None, reason=reason)


def _in_order(formulas: Mapping[str, Formula]) -> Sequence[str]:
    """Return the KPIs in order, each after its inputs, without those that depend on a loop."""
    sorter: TopologicalSorter[str] = TopologicalSorter()
    for name, formula in formulas.items():
        sorter.add(name, *(input_ for input_ in formula.names if input_ in formulas))
    with suppress(CycleError):  # it goes on as far as the loops let it
        sorter.prepare()
    ordered: list[str] = []
    while ready := sorter.get_ready():
        ordered += ready
        sorter.done(*ready)
    return ordered
