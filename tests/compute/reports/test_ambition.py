"""What a score means, given what was promised: formula F18."""

from decimal import Decimal

import pytest

from okrcli.compute.reports.ambition import (
    aspirational_average,
    is_good_average,
    missed_commitments,
    targets_too_safe,
)
from okrcli.model.objective import Objective
from tests.builders import a_checkin, a_key_result, an_entry, an_objective
from tests.compute.reported import report_on, the_objective

DAY = "2027-01-10"


def _missed(status: str, ambition: str, value: int | None, weight: int = 1) -> list[str]:
    objective = an_objective(a_key_result(40, 60, weight=weight), status=status, ambition=ambition)
    entries = [] if value is None else [an_entry(value)]
    report = the_objective(DAY, objective, a_checkin("2026-12-28", *entries))
    return [each.id for each in missed_commitments(report)]


@pytest.mark.parametrize(
    ("status", "ambition", "value", "missed"),
    [
        ("closed", "committed", 59, ["nps"]),
        ("closed", "committed", None, ["nps"]),
        ("closed", "committed", 60, []),
        ("closed", "committed", 66, []),
        ("closed", "aspirational", 59, []),
        ("active", "committed", 59, []),
    ],
)
def test_f18_closed_committed_key_result_below_1_is_missed(
    status: str, ambition: str, value: int | None, missed: list[str]
) -> None:
    assert _missed(status, ambition, value) == missed


def test_f18_tracked_key_result_was_no_promise() -> None:
    assert _missed("closed", "committed", 59, weight=0) == []


def _scored(name: str, ambition: str, status: str = "closed") -> Objective:
    return an_objective(a_key_result(0, 100), id=name, ambition=ambition, status=status)


def test_f18_aspirational_objectives_are_judged_by_their_average() -> None:
    records = [
        _scored("first", "aspirational"),
        _scored("second", "aspirational"),
        _scored("promised", "committed"),
        _scored("dropped", "aspirational", "cancelled"),
        an_objective(id="empty", ambition="aspirational"),
    ]
    entries = [
        an_entry(50, "2026-Q4/first/nps"),
        an_entry(90, "2026-Q4/second/nps"),
        an_entry(10, "2026-Q4/promised/nps"),
        an_entry(10, "2026-Q4/dropped/nps"),
    ]
    report = report_on(DAY, *records, a_checkin("2026-12-28", *entries))
    assert aspirational_average(report.objectives) == Decimal("0.7")


def test_f18_without_aspirational_objectives_there_is_no_average() -> None:
    report = report_on(DAY, _scored("promised", "committed"))
    assert aspirational_average(report.objectives) is None


@pytest.mark.parametrize(("average", "good"), [("0.69", False), ("0.7", True), ("0.9", True)])
def test_f18_average_of_seven_tenths_is_good(average: str, good: bool) -> None:
    assert is_good_average(Decimal(average)) is good


@pytest.mark.parametrize(
    ("averages", "safe"),
    [
        (["0.95", "0.95"], True),
        (["0.5", "0.96", "1"], True),
        (["1", "0.94"], False),
        (["0.94", "1"], False),
        (["1"], False),
        ([], False),
    ],
)
def test_f18_twice_nearly_everything_means_targets_too_safe(
    averages: list[str], safe: bool
) -> None:
    assert targets_too_safe([Decimal(each) for each in averages]) is safe
