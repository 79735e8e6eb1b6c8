"""The table of goalposts: all that there are, each with what reads it."""

from datetime import date
from decimal import Decimal

import pytest

from okrcli.actions.amend.goalposts import TARGET_BY, all_goalposts
from okrcli.model.goalposts import Band
from okrcli.model.key_results import KEY_RESULT_TYPES, KeyResultAmendment, Milestones
from okrcli.model.kpi import Kpi
from okrcli.model.objective import Objective


def test_every_goalpost_can_be_filled_in() -> None:
    of_types = {name for type_ in KEY_RESULT_TYPES.values() for name in type_.goalposts()}
    names = of_types | {*Kpi.goalposts(), *Objective.goalposts(), TARGET_BY}
    assert {*all_goalposts()} == names
    assert all(each.help[-1] == "." for each in all_goalposts().values())


@pytest.mark.parametrize(
    ("field", "text", "value"),
    [
        ("due", "2026-12-31", date(2026, 12, 31)),
        ("measure_by", "2026-12-31", date(2026, 12, 31)),
        ("weight", "2", Decimal(2)),
        ("segments", "voice, chat,", ("voice", "chat")),
        ("target", "10..20", Band(Decimal(10), Decimal(20))),
        ("survey", "{type: nps}", {"type": "nps"}),
        ("baseline", "unknown", "unknown"),
        ("kpi", "nps", "nps"),
    ],
)
def test_texts_are_read_as_for_something_new(field: str, text: str, value: object) -> None:
    assert all_goalposts()[field].read(text, None) == value


def test_steps_have_goalposts_of_their_own() -> None:
    assert "steps" not in all_goalposts()
    assert KeyResultAmendment.type_of("steps.pilot.due") is not None
    assert "weight" in Milestones.goalposts()
