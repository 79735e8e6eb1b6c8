"""The table of goalposts: all that there are, each with what reads it."""

from datetime import date
from decimal import Decimal

import pytest

from okrcli.actions.amend.goalposts import TARGET_BY, all_goalposts, with_typed_target
from okrcli.errors import UsageError
from okrcli.model.goalposts import Band
from okrcli.model.key_results import KEY_RESULT_TYPES, KeyResultAmendment, Milestones
from okrcli.model.kpi import Kpi, KpiTarget
from okrcli.model.objective import Objective

FIFTY = KpiTarget(value=Decimal(50), by=date(2026, 12, 31))


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


@pytest.mark.parametrize(
    ("before", "texts", "after"),
    [
        (FIFTY, {"target": "60"}, KpiTarget(value=Decimal(60), by=FIFTY.by)),
        (FIFTY, {TARGET_BY: "none"}, KpiTarget(value=Decimal(50))),
        (FIFTY, {"target": "none"}, None),
        (None, {"target": "1..2"}, KpiTarget(range=Band(Decimal(1), Decimal(2)))),
        (FIFTY, {"target": "1..2"}, KpiTarget(range=Band(Decimal(1), Decimal(2)), by=FIFTY.by)),
    ],
)
def test_target_of_a_kpi_keeps_what_is_not_typed(
    before: KpiTarget | None, texts: dict[str, str], after: KpiTarget | None
) -> None:
    assert with_typed_target(before, texts, None) == after


@pytest.mark.parametrize("texts", [{TARGET_BY: "2026-12-31"}, {"target": "none", TARGET_BY: "x"}])
def test_date_needs_a_target(texts: dict[str, str]) -> None:
    with pytest.raises(UsageError):
        with_typed_target(None, texts, None)
