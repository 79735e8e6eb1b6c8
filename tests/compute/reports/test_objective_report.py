"""One objective as of a day: the pace of its end is that of its own score; F23."""

from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from okrcli.compute.reports.report import Pace
from okrcli.model.objective import Ambition
from tests.builders import Numeric, a_checkin, a_key_result, an_entry, an_objective
from tests.compute.reported import the_objective

OTHER = "2026-Q4/cx-leader/other"


def _ended(
    nps: Numeric, other: Numeric, ambition: str, day: str = "2027-01-10", status: str = "active"
) -> tuple[Pace | None, Decimal | None]:
    objective = an_objective(
        a_key_result(), a_key_result(id="other"), ambition=ambition, status=status
    )
    checkin = a_checkin("2026-12-30", an_entry(nps), an_entry(other, OTHER))
    report = the_objective(day, objective, checkin)
    return report.pace, report.score


@pytest.mark.parametrize(
    ("nps", "other", "ambition", "pace"),
    [
        (60, 48, "aspirational", Pace.DONE),
        (60, "47.9", "aspirational", Pace.MISSED),
        (60, 59, "committed", Pace.MISSED),
        (60, 60, "committed", Pace.DONE),
    ],
)
def test_f23_objective_past_its_cycle_has_the_pace_of_its_own_score(
    nps: Numeric, other: Numeric, ambition: str, pace: Pace
) -> None:
    assert _ended(nps, other, ambition)[0] is pace


def test_f23_on_the_last_day_the_worst_key_result_still_counts() -> None:
    assert _ended(60, 48, "aspirational", "2026-12-31")[0] is Pace.OFF_TRACK


def test_f23_closed_objective_has_the_pace_of_its_own_score() -> None:
    assert _ended(60, 48, "aspirational", "2026-12-30", "closed")[0] is Pace.DONE
    assert _ended(60, 48, "committed", "2026-12-30", "closed")[0] is Pace.MISSED


def test_f23_ended_objective_without_any_value_is_missed() -> None:
    assert the_objective("2027-01-10", an_objective(a_key_result())).pace is Pace.MISSED


@given(st.integers(40, 60), st.integers(40, 60), st.sampled_from(["committed", "aspirational"]))
def test_f18_ended_objective_is_done_exactly_when_its_score_is_enough(
    nps: int, other: int, ambition: Ambition
) -> None:
    pace, score = _ended(nps, other, ambition)
    assert score is not None
    enough = Decimal(1) if ambition == "committed" else Decimal("0.7")
    assert pace is (Pace.DONE if score >= enough else Pace.MISSED)


def test_objective_of_which_nothing_has_a_pace_nor_a_score_has_no_data() -> None:
    parent = an_objective(progress_from="children")
    empty = an_objective(id="below", parent="cx-leader")

    assert the_objective("2026-11-16", empty).pace is None
    assert the_objective("2026-11-16", parent, empty).pace is Pace.NO_DATA
