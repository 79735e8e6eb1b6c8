from collections.abc import Mapping
from decimal import Decimal
from typing import Any

import pytest

from okrcli.actions.story.field_moves import moves_between
from okrcli.model.base import OkrModel
from tests.builders import a_key_result, a_kpi, an_objective, milestones

AMENDED: Mapping[str, Any] = {"date": "2026-11-02", "why": "w", "approved_by": "ana"}


def fields(before: OkrModel, now: OkrModel) -> tuple[list[str], list[str]]:
    amendments = getattr(now, "amendments", ())
    moves = moves_between(before, now, amendments)
    return [move.field for move in moves.goalposts], [move.field for move in moves.others]


def test_goalposts_are_told_apart_from_what_may_change() -> None:
    assert fields(a_key_result(), a_key_result(target=50, title="NPS")) == (["target"], ["title"])
    assert fields(a_kpi(60), a_kpi(50, owner="ana")) == (["target"], ["owner"])
    committed = an_objective(ambition="committed", owner="pavel")
    assert fields(an_objective(), committed) == (["ambition"], ["owner"])
    assert fields(a_key_result(), a_key_result(added="2026-11-02")) == (["added"], [])


def test_what_an_amendment_says_is_no_silent_move() -> None:
    move = {**AMENDED, "field": "target", "was": Decimal(60), "now": Decimal(50)}

    assert fields(a_key_result(), a_key_result(target=50, amendments=[move])) == ([], [])
    assert fields(a_key_result(), a_key_result(target=40, amendments=[move])) == (["target"], [])
    assert fields(a_kpi(60), a_kpi(50, amendments=[move])) == ([], [])


def test_factor_converts_what_is_in_the_old_unit() -> None:
    unit = {**AMENDED, "field": "unit", "was": "min", "now": "h", "factor": "1/60"}
    before, now = (
        a_key_result(600, 240, unit="min"),
        a_key_result(10, 4, unit="h", amendments=[unit]),
    )

    assert fields(before, now) == ([], [])


def test_measured_baseline_takes_its_date_along() -> None:
    measured = {**AMENDED, "field": "baseline", "was": "unknown", "now": Decimal(40)}
    before = a_key_result("unknown", measure_by="2026-11-01")

    assert fields(before, a_key_result(amendments=[measured])) == ([], [])


@pytest.mark.parametrize(
    ("change", "field"),
    [({"due": "2026-11-30"}, "steps.step-1.due"), ({"weight": Decimal(5)}, "steps.step-1.weight")],
)
def test_steps_are_goalposts(change: Mapping[str, Any], field: str) -> None:
    before = milestones()
    first, *rest = before.steps
    now = before.model_copy(update={"steps": (first.model_copy(update=dict(change)), *rest)})

    assert fields(before, now) == ([field], [])
    assert fields(before, before.model_copy(update={"steps": tuple(rest)})) == (
        ["steps.step-1"],
        [],
    )
