"""Scores with which objectives would be closed."""

from datetime import date
from decimal import Decimal

from okrcli.compute.reports.closing_score import as_stated, scores_if_open
from okrcli.model.changes.closing import Closing
from tests.builders import NPS, a_checkin, a_key_result, a_plan, an_entry, an_objective

DAY = date(2027, 1, 4)
CX = "2026-Q4/cx-leader"
CLOSED = Closing(date=date(2027, 1, 2), computed=Decimal("0.2"))


def test_frozen_score_is_not_in_the_way() -> None:
    checkin = a_checkin("2026-12-30", an_entry(47, key_result=NPS))
    objective = an_objective(a_key_result(), status="closed", closing=CLOSED)
    assert scores_if_open(a_plan(objective, checkin), {CX: None}, DAY) == {CX: Decimal("0.35")}


def test_what_is_closed_at_the_same_time_counts_above() -> None:
    child = an_objective(a_key_result(), id="child", parent="cx-leader")
    parent = an_objective(progress_from="children")
    closing = Closing(date=DAY, score=Decimal("0.5"), why="Late.")
    refs = {CX: None, "2026-Q4/child": closing}
    assert scores_if_open(a_plan(parent, child), refs, DAY)[CX] == Decimal("0.5")


def test_score_without_values_is_none() -> None:
    objective = an_objective()
    assert scores_if_open(a_plan(objective), {CX: None}, DAY) == {CX: None}


def test_stated_score_has_four_decimals_half_up() -> None:
    assert str(as_stated(Decimal("0.612549"))) == "0.6125"
    assert str(as_stated(Decimal("0.61255"))) == "0.6126"
    assert str(as_stated(Decimal("1.0000"))) == "1"
