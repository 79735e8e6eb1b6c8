from datetime import date
from decimal import Decimal
from typing import Any

import pytest

from okrcli.actions.story.standing import still_holds
from okrcli.model.plan import Plan
from okrcli.model.settings import Settings
from okrcli.views.story import EventKind
from tests.builders import a_key_result, a_kpi, an_objective, milestones
from tests.render.story.samples import an_event, moved

AMENDED = {"date": date(2026, 11, 2), "field": "due", "was": None, "now": None, "why": "w"}
PLAN = Plan(
    Settings(),
    (an_objective(a_key_result(target=50, amendments=[AMENDED]), milestones()),),
    (a_kpi(),),
)
NPS, TRAINING = "2026-Q4/cx-leader/nps", "2026-Q4/cx-leader/training"


@pytest.mark.parametrize(
    ("ref", "field", "now", "holds"),
    [
        (NPS, "target", Decimal(50), True),
        (NPS, "target", Decimal(40), False),
        (NPS, "due", None, False),
        (TRAINING, "steps.step-1.weight", Decimal(1), True),
        (TRAINING, "steps.gone", None, True),
        ("nps", "direction", "up", True),
        ("2026-Q4/cx-leader", "ambition", "aspirational", True),
        ("2026-Q4/gone", "ambition", "aspirational", False),
    ],
)
def test_goalpost_stands_while_it_is_so_and_nothing_says_why(
    ref: str, field: str, now: Any, holds: bool
) -> None:
    moves = moved(field, "before", now)
    event = an_event(EventKind.GOALPOST_MOVED, moves=moves, is_silent=True)
    assert still_holds(PLAN, ref, event, [event]) is holds


def test_deletion_stands_while_nothing_is_there() -> None:
    event = an_event(EventKind.DELETED)

    assert still_holds(PLAN, "2026-Q4/gone", event, [])
    assert not still_holds(PLAN, NPS, event, [])
    assert not still_holds(PLAN, NPS, an_event(EventKind.REOPENED), [])


def test_goalpost_that_moved_back_does_not_stand() -> None:
    there = an_event(EventKind.GOALPOST_MOVED, moves=moved("target", 50, 40), is_silent=True)
    back = an_event(EventKind.GOALPOST_MOVED, moves=moved("target", 40, 50), is_silent=True)

    assert not still_holds(PLAN, NPS, back, [there, back])
