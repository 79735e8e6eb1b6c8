from dataclasses import replace
from datetime import date
from decimal import Decimal
from typing import Any

import pytest

from okrcli.actions.checkin.context import CheckinContext
from okrcli.actions.checkin.entries import item_of
from okrcli.actions.checkin.item import Item
from okrcli.actions.checkin.targets import target_named
from okrcli.errors import UsageError
from okrcli.sources.checkins.rows import Row
from tests.builders import (
    a_binary,
    a_checkin,
    a_key_result,
    a_kpi,
    a_plan,
    a_reading,
    an_entry,
    an_objective,
    milestones,
)

TODAY = date(2026, 11, 20)
CX = "2026-Q4/cx-leader"
OBJECTIVE = an_objective(
    a_key_result(kpi="nps"),
    a_key_result(24, 12, id="hours", unit="h"),
    milestones(id="training"),
    a_binary(id="audit"),
)
CONTEXT = CheckinContext(
    a_plan(
        OBJECTIVE,
        a_kpi(unit="points", bounds=[-100, 100], segments=["chat", "voice"]),
        a_kpi(id="ratio", formula="nps * 2"),
        a_checkin("2026-11-13", a_reading(44), an_entry(20, f"{CX}/hours")),
        a_checkin("2026-11-13", an_entry(None, f"{CX}/training", done=["step-1"]), name_end="1"),
    ),
    TODAY,
    TODAY,
)


def item(ref: str, **typed: Any) -> Item:
    return item_of(CONTEXT, target_named(CONTEXT, ref), Row(1, **typed))


def test_value_of_a_key_result_is_an_entry_with_the_change() -> None:
    found = item("cx-leader/hours", value="18 h", confidence="7", note="two weeks")

    assert found.entry is not None
    assert found.entry.value == 18
    assert (found.entry.confidence, found.entry.note, found.entry.date) == (7, "two weeks", None)
    assert (found.summary, found.summary_with_unit) == ("hours 18 (-2)", "hours 18 h (-2)")
    assert (found.key_result, found.reading) == (f"{CX}/hours", None)


def test_value_of_a_key_result_with_a_kpi_is_a_reading() -> None:
    alone, with_belief = (
        item("cx-leader/nps", value="47"),
        item("cx-leader/nps", value="47", confidence="7"),
    )

    assert alone.reading is not None
    assert alone.reading.value == 47
    assert alone.entry is None
    assert with_belief.entry is not None
    assert (with_belief.entry.value, with_belief.entry.confidence) == (None, 7)
    assert alone.summary_with_unit == "nps 47 points (+3)"


def test_steps_are_done_and_undone() -> None:
    found = item("cx-leader/training", value="step-2 undo:step-1")

    assert found.entry is not None
    assert (found.entry.done, found.entry.undone) == (("step-2",), ("step-1",))
    assert found.summary == "training 1/3"


def test_step_that_was_dropped_is_not_counted_and_takes_no_check_ins() -> None:
    dropped = {"date": "2026-11-16", "why": "the tool is gone"}
    steps = [{"id": f"step-{n}", "title": "T"} for n in (1, 2, 3)]
    training = milestones(
        id="training", steps=[*steps, {**steps[0], "id": "d", "dropped": dropped}]
    )
    context = CheckinContext(a_plan(an_objective(training)), TODAY, TODAY)
    target = target_named(context, "cx-leader/training")

    assert item_of(context, target, Row(1, value="step-1")).summary == "training 1/3"
    assert item_of(context, target, Row(1, value="d", date="2026-11-15")).summary == "training 1/4"
    with pytest.raises(UsageError, match="Step 'd' of training is dropped since 2026-11-16"):
        item_of(context, target, Row(1, value="d"))


def test_what_is_done_or_not_takes_words() -> None:
    assert item("cx-leader/audit", value="hecho").summary == "audit done"


def test_confidence_and_note_are_worth_recording_alone() -> None:
    assert item("cx-leader/hours", confidence="10").summary == "hours confidence 10"
    assert item("cx-leader/hours", note="Waiting.").summary == "hours note"


def test_own_date_is_kept_unless_it_is_the_check_ins() -> None:
    earlier = item("nps", value="41", date="2026-11-06", segment="chat")
    same = item("nps", value="41", date="2026-11-20")

    assert earlier.reading is not None
    assert same.reading is not None
    assert (earlier.reading.date, same.reading.date) == (date(2026, 11, 6), None)
    assert (earlier.label, earlier.change) == ("nps chat", "")


HOURS = {"date": "2026-11-10", "field": "unit", "was": "min", "now": "h", "factor": "1/60"}


@pytest.mark.parametrize("ref", ["cx-leader/wait", "reply"])
@pytest.mark.parametrize(
    ("typed", "day", "value", "unit"),
    [
        ("450", "2026-11-09", 450, "min"),
        ("7.5 h", "2026-11-09", 450, "min"),
        ("450 min", "2026-11-10", "7.5", "h"),
    ],
)
def test_value_of_an_earlier_day_is_in_the_unit_and_bounds_of_that_day(
    ref: str, typed: str, day: str, value: object, unit: str
) -> None:
    amended: dict[str, Any] = {"amendments": [{**HOURS, "why": "w"}]}
    wait = a_key_result(10, 4, id="wait", unit="h", **amended)
    plan = a_plan(an_objective(wait), a_kpi(id="reply", unit="h", bounds=[0, 24], **amended))
    context = CheckinContext(plan, TODAY, TODAY)
    found = item_of(context, target_named(context, ref), Row(1, value=typed, date=day))
    said = found.entry or found.reading

    assert said is not None
    assert (said.value, found.unit) == (Decimal(str(value)), unit)


def test_items_about_the_same_thing_share_a_key() -> None:
    by_ref, by_kpi = item("cx-leader/nps", value="47", confidence="7"), item("nps", value="48")

    assert set(by_ref.keys) & set(by_kpi.keys)
    assert not set(by_kpi.keys) & set(item("nps", value="48", segment="chat").keys)
    assert replace(by_kpi, reading=None).keys == []


@pytest.mark.parametrize(
    ("ref", "typed", "said"),
    [
        ("nps", {"value": "101"}, "101 is above 100, the upper bound of nps."),
        ("nps", {"value": "-101"}, "-101 is below -100, the lower bound of nps."),
        (
            "nps",
            {"value": "47", "segment": "fax"},
            "nps has no segment 'fax'; it has",
        ),
        ("nps", {"value": "47", "confidence": "7"}, "confidence belongs to key results"),
        ("nps", {"note": "x"}, "No value given for nps."),
        ("ratio", {"value": "47"}, "ratio is computed as nps * 2, so it takes no readings."),
        ("cx-leader/hours", {"value": "12 kg"}, "the values are in h"),
        ("cx-leader/hours", {"value": "12", "segment": "chat"}, "hours has no segments"),
        ("cx-leader/hours", {"done": "step-1"}, "hours has no steps: give it a value."),
        ("cx-leader/hours", {}, "hours has no value, confidence or note"),
        ("cx-leader/hours", {"value": "12", "date": "2026-11-21"}, "in the future"),
        ("cx-leader/hours", {"value": "12", "date": "20.11."}, "is not a date"),
        ("cx-leader/hours", {"confidence": "11"}, "1 to 10"),
        ("cx-leader/hours", {"note": "x" * 20_000}, "`note`"),
        ("cx-leader/audit", {"value": "perhaps"}, "neither yes nor no"),
    ],
)
def test_what_cannot_be_recorded_is_refused(ref: str, typed: dict[str, str], said: str) -> None:
    with pytest.raises(UsageError) as caught:
        item(ref, **typed)

    assert said in caught.value.message
