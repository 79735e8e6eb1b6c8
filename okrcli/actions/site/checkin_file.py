"""A check-in's file that somebody without a clone can fill in, in a browser."""

import hashlib
from collections.abc import Iterator
from datetime import date

from okrcli.compute.reports.report import KeyResultReport, KpiReport
from okrcli.compute.rounding import full_number
from okrcli.errors import WorkspaceError
from okrcli.frozen import frozen_dataclass
from okrcli.model.key_results import KeyResult
from okrcli.printable import inert
from okrcli.storage.layout import checkin_path

_DIGITS = 8
_NOBODY = "who"


@frozen_dataclass
class CheckInFile:
    """A file to add.

    Attributes:
        path: Posix, from the workspace's root.
    """

    path: str
    content: str


def file_for_key_result(
    report: KeyResultReport, key_result: KeyResult, day: date
) -> CheckInFile | None:
    """Return the file for a check-in of *key_result*; `None` if no file can have its owner's name.

    What nobody has filled in yet is empty, which `check` refuses: it is no check-in.
    """
    entry = [f"  - key_result: {report.ref}", *_entry(report, key_result)]
    return _file(report.ref, report.owner, day, ["key_results:", *entry])


def file_for_kpi(report: KpiReport, day: date) -> CheckInFile | None:
    """Return the file for a reading; the value is filled in by who has measured it."""
    last = _last(None if report.value is None else full_number(report.value), report.value_date)
    unit = f" in {inert(report.unit)}" if report.unit else ""
    lines = ["readings:", f"  - kpi: {report.id}", f"    value: # the value{unit}{last}"]
    return _file(report.id, report.owner, day, lines)


def _entry(report: KeyResultReport, key_result: KeyResult) -> Iterator[str]:
    if key_result.listed_steps:
        steps = ", ".join(step.id for step in key_result.listed_steps)
        yield f"    done: [] # the ids of steps that are done: {steps}"
    else:
        value = None if report.value is None else full_number(report.value)
        unit = f" in {inert(report.unit)}" if report.unit else ""
        yield f"    value: # the value{unit}{_last(value, report.value_date)}"
    before = "" if report.confidence is None else f"; the last one is {report.confidence}"
    yield f"    confidence: # that it will be reached, from 1 to 10{before}"
    yield "    note: # anything worth knowing"


def _last(value: str | None, day: date | None) -> str:
    return "" if value is None else f"; the last one is {value}, of {day}"


def _file(ref: str, owner: str | None, day: date, lines: list[str]) -> CheckInFile | None:
    by = owner or _NOBODY
    token = hashlib.sha256(f"{ref} {day}".encode()).hexdigest()[:_DIGITS]
    try:
        path = checkin_path(day, by, token)
    except WorkspaceError:
        return None
    head = [f"date: {day} # the day of the value", f"by: {by} # your name in okr.yaml"]
    return CheckInFile(path, "\n".join([*head, *lines]) + "\n")
