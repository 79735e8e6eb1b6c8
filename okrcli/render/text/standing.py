"""Where a key result stands, in one line above the question for its value."""

from collections.abc import Iterator
from decimal import Decimal

from okrcli.compute.reports.report import KeyResultReport
from okrcli.compute.rounding import number_text, rounded_text
from okrcli.model.goalposts import Band


def standing_text(report: KeyResultReport) -> str:
    """Return the last value and what is aimed at."""
    return ", ".join(_parts(report))


def _parts(report: KeyResultReport) -> Iterator[str]:
    measured = report.measured
    if report.value is None or report.value_date is None:
        yield "no value yet"
    else:
        value = measured.words.value if measured.words else number_text(report.value)
        yield f"last {value} on {report.value_date}"
    if measured.expected_value is not None:
        yield f"expected today {rounded_text(measured.expected_value, 2)}"
    if measured.target is not None:
        yield " ".join(filter(None, ("target", _target(measured.target), report.unit)))
    if measured.at_least is not None:
        yield f"at least {number_text(measured.at_least)}"
    if measured.at_most is not None:
        yield f"at most {number_text(measured.at_most)}"


def _target(target: Decimal | Band) -> str:
    if isinstance(target, Band):
        return f"{number_text(target.low)} to {number_text(target.high)}"
    return number_text(target)
