"""The state of a key result or a KPI, in one line above the question for its value."""

from collections.abc import Iterator, Sequence
from decimal import Decimal

from okrcli.compute.reports.report import KeyResultReport, KpiReport, Point
from okrcli.compute.rounding import full_number, half_up, with_unit
from okrcli.model.goalposts import Band

NO_VALUE = "no value yet"


def standing_text(report: KeyResultReport) -> str:
    """Return the last value and the target."""
    return ", ".join(_parts(report))


def standing_of_kpi(report: KpiReport, points: Sequence[Point]) -> str:
    """Return the last of *points*, the KPI's or those of one segment, and the target."""
    return ", ".join(_parts_of_kpi(report, points))


def _parts_of_kpi(report: KpiReport, points: Sequence[Point]) -> Iterator[str]:
    yield f"last {full_number(points[-1].value)} on {points[-1].day}" if points else NO_VALUE
    if report.expected is not None:
        yield f"expected {full_number(half_up(report.expected, 2))}"
    if report.target is not None:
        yield with_unit(f"target {_target(report.target)}", report.unit)


def _parts(report: KeyResultReport) -> Iterator[str]:
    measured = report.measured
    if report.value is None or report.value_date is None:
        yield NO_VALUE
    else:
        value = measured.words.value if measured.words else full_number(report.value)
        yield f"last {value} on {report.value_date}"
    if measured.expected_value is not None:
        yield f"expected today {full_number(half_up(measured.expected_value, 2))}"
    if measured.target is not None:
        yield " ".join(filter(None, ("target", _target(measured.target), report.unit)))
    if measured.at_least is not None:
        yield f"at least {full_number(measured.at_least)}"
    if measured.at_most is not None:
        yield f"at most {full_number(measured.at_most)}"
    if report.confidence is not None:
        yield f"confidence {report.confidence}"


def _target(target: Decimal | Band) -> str:
    if isinstance(target, Band):
        return f"{full_number(target.low)} to {full_number(target.high)}"
    return full_number(target)
