"""What a check-in says, thing by thing."""

import pytest

from okrcli.actions.retract.parts import parts_named, parts_of
from okrcli.errors import UnknownReferenceError
from okrcli.model.checkin import FollowUp, Kudos, Retraction
from okrcli.model.plan import Plan
from tests.builders import (
    NPS,
    a_checkin,
    a_key_result,
    a_kpi,
    a_plan,
    a_reading,
    an_entry,
    an_objective,
    milestones,
)

OBJECTIVE = an_objective(
    a_key_result(kpi="nps", formerly=["score"]), milestones(), a_key_result(id="hours")
)
CHECKIN = a_checkin(
    "2026-11-20",
    an_entry(key_result=NPS, confidence=7),
    an_entry(key_result="cx-leader/training", done=["step-1"], undone=["step-2"]),
    an_entry(18, key_result="2026-Q4/cx-leader/hours"),
    a_reading(47),
    a_reading(40, segment="chat"),
    kudos=[Kudos.model_validate({"to": "pavel", "for": "half the queue"})],
    followups=[FollowUp(improvement="plan", note="8 of 12")],
)


def a_workspace(*retractions: Retraction) -> Plan:
    void = a_checkin("2026-11-20", name_end="00000009", retracted=retractions)
    kpi = a_kpi(formerly=["promoters"])
    return a_plan(OBJECTIVE, kpi, CHECKIN, *([void] if retractions else []))


def test_each_thing_is_said_once() -> None:
    assert [part.label for part in parts_of(a_workspace(), CHECKIN)] == [
        f"{NPS} confidence 7",
        "cx-leader/training step-1, undo:step-2",
        "2026-Q4/cx-leader/hours 18",
        "nps 47, chat 40",
        "pavel thanks: half the queue",
        "plan 8 of 12",
    ]


@pytest.mark.parametrize(
    ("ref", "fields"),
    [
        (NPS, [("key_result", NPS), ("kpi", "nps")]),
        ("cx-leader/nps", [("key_result", NPS), ("kpi", "nps")]),
        ("cx-leader/score", [("key_result", NPS), ("kpi", "nps")]),
        ("score", [("key_result", NPS), ("kpi", "nps")]),
        ("promoters", [("kpi", "nps")]),
        ("2026-Q4/cx-leader/training", [("key_result", "cx-leader/training")]),
        ("hours", [("key_result", "2026-Q4/cx-leader/hours")]),
        ("pavel", [("kudos", "pavel")]),
        ("plan", [("improvement", "plan")]),
    ],
)
def test_thing_is_found_by_any_of_its_names(ref: str, fields: list[tuple[str, str]]) -> None:
    found = parts_named(a_workspace(), CHECKIN, ref)
    assert [(part.field, part.ref) for part in found] == fields


def test_what_it_does_not_say_is_refused_with_what_it_says() -> None:
    with pytest.raises(UnknownReferenceError, match="says nothing of 'hour'") as refused:
        parts_named(a_workspace(), CHECKIN, "hour")
    assert str(refused.value.hints[0]).startswith("Did you mean hours? It is about: 2026-Q4/cx")


@pytest.mark.parametrize(
    ("retraction", "void"),
    [
        ({}, {NPS, "cx-leader/training", "2026-Q4/cx-leader/hours", "nps", "pavel", "plan"}),
        ({"key_result": "cx-leader/hours"}, {"2026-Q4/cx-leader/hours"}),
        ({"kpi": "nps"}, {"nps"}),
        ({"kudos": "pavel"}, {"pavel"}),
        ({"improvement": "plan"}, {"plan"}),
    ],
)
def test_what_was_retracted_is_void(retraction: dict[str, str], void: set[str]) -> None:
    plan = a_workspace(Retraction.model_validate({"checkin": CHECKIN.id, **retraction}))
    assert {part.ref for part in parts_of(plan, CHECKIN) if part.is_void} == void
