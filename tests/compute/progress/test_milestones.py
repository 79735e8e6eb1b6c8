"""Milestones: formula F14, and how steps are typed and told."""

from datetime import date
from decimal import Decimal

import pytest

from okrcli.compute.progress.base import Answer, ParsedAnswer
from okrcli.compute.progress.milestones import NO_WEIGHT, MilestonesMeasure
from okrcli.compute.reports.report import Pace, Point, ValueWords
from okrcli.compute.timeline import DatedItem
from okrcli.errors import OkrError
from okrcli.model.checkin import KeyResultEntry
from tests.builders import AnAnswer, a_checkin, an_entry, milestones
from tests.compute.reported import checked_in, with_entries

TRAINING = "2026-Q4/cx-leader/training"
MEASURE = MilestonesMeasure()


def _before(*done: str) -> list[DatedItem[KeyResultEntry]]:
    entry = an_entry(key_result=TRAINING, done=done)
    return [DatedItem(date(2026, 10, 5), a_checkin("2026-10-05", entry), entry)]


def test_f14_milestones_are_the_weight_done_over_all_weight() -> None:
    entries = {"2026-11-01": an_entry(key_result=TRAINING, done=["step-1", "step-2"])}
    report = with_entries(milestones(1, 2, 1), entries)
    assert (report.measured.progress, report.value, report.measured.steps) == (
        Decimal("0.75"),
        Decimal(3),
        (2, 3),
    )


def test_f14_milestones_without_check_ins_are_at_0() -> None:
    report = checked_in(milestones(1, 2), None)
    assert (report.measured.progress, report.value, report.measured.steps) == (
        Decimal(0),
        None,
        (0, 2),
    )


def test_f14_milestones_of_weight_0_have_no_progress_but_a_reason() -> None:
    report = checked_in(milestones(0, 0), None)
    assert (report.measured.progress, report.measured.reason) == (None, NO_WEIGHT)


def test_milestones_add_up_over_check_ins_and_can_be_taken_back() -> None:
    report = with_entries(
        milestones(1, 1, 1, 1),
        {
            "2026-10-05": an_entry(key_result=TRAINING, done=["step-1"]),
            "2026-10-12": an_entry(key_result=TRAINING, done=["step-2", "step-3"]),
            "2026-10-19": an_entry(key_result=TRAINING, undone=["step-1"]),
        },
    )
    assert report.measured.steps == (2, 4)
    assert report.measured.series == (
        Point(date(2026, 10, 5), Decimal(1)),
        Point(date(2026, 10, 12), Decimal(3)),
        Point(date(2026, 10, 19), Decimal(2)),
    )


def test_milestones_leave_out_a_value_and_unknown_steps() -> None:
    entry = an_entry(99, TRAINING, done=["stepp-1"])
    report = with_entries(milestones(1, 1), {"2026-10-05": entry})
    assert (report.measured.progress, report.value) == (Decimal(0), None)


def test_words_are_the_steps_done_of_all() -> None:
    assert checked_in(milestones(1, 2), None).measured.words == ValueWords("0/2", "2 steps")
    assert checked_in(milestones(1), None).measured.words == ValueWords("0/1", "1 step")


@pytest.mark.parametrize(
    ("answer", "parsed"),
    [
        (AnAnswer(), ParsedAnswer()),
        (AnAnswer("step-1, step-2"), ParsedAnswer(done=("step-1", "step-2"))),
        (AnAnswer("step-1 undo:step-2"), ParsedAnswer(done=("step-1",), undone=("step-2",))),
        (AnAnswer("step-1", done="step-1;step-3"), ParsedAnswer(done=("step-1", "step-3"))),
        (AnAnswer(undone="step-1"), ParsedAnswer(undone=("step-1",))),
        (AnAnswer("2, step-2, undo:3"), ParsedAnswer(done=("step-2",), undone=("step-3",))),
    ],
)
def test_steps_are_read_once_each_from_value_and_lists(
    answer: Answer, parsed: ParsedAnswer
) -> None:
    assert MEASURE.read(milestones(), answer) == parsed


@pytest.mark.parametrize(
    ("answer", "message"),
    [
        (AnAnswer("step-9"), "training has no step 'step-9'; it has: step-1, step-2, step-3."),
        (AnAnswer("4"), "training has no step '4'"),
        (AnAnswer("0"), "training has no step '0'"),
        (AnAnswer("1 undo:step-1"), "Step 'step-1' cannot be both done and undone."),
        (AnAnswer(undone="step-9"), "training has no step 'step-9'"),
        (AnAnswer("step-1 undo:step-1"), "Step 'step-1' cannot be both done and undone."),
    ],
)
def test_unknown_and_contradictory_steps_are_refused(answer: Answer, message: str) -> None:
    with pytest.raises(OkrError) as refused:
        MEASURE.read(milestones(), answer)
    assert refused.value.message.startswith(message)


def test_step_that_is_called_like_a_number_comes_before_the_number() -> None:
    steps = [{"id": id_, "title": id_} for id_ in ("2", "1")]
    assert MEASURE.read(milestones(steps=steps), AnAnswer("1")).done == ("1",)


def test_text_counts_the_steps_done_before_and_now() -> None:
    assert MEASURE.text_of(milestones(), ParsedAnswer(done=("step-2",)), _before("step-1")) == "2/3"
    assert (
        MEASURE.text_of(milestones(), ParsedAnswer(undone=("step-1",)), _before("step-1")) == "0/3"
    )
    assert MEASURE.text_of(milestones(), ParsedAnswer(), _before("step-1")) == ""


def test_value_is_refused_with_the_steps_that_there_are() -> None:
    refusal = MEASURE.refusal(milestones(1, 1), TRAINING, Decimal(2))
    assert refusal.message == f"{TRAINING} has steps, not a value."
    assert refusal.hint == "List the steps that are done, as in `done: [step-1]`: step-1, step-2."


def test_steps_are_what_is_missing() -> None:
    assert MEASURE.missing({"steps"}, None) is None
    assert MEASURE.missing({"title"}, None) is not None


@pytest.mark.parametrize(("weights", "pace"), [((1, 3), Pace.AT_RISK), ((2, 5), Pace.OFF_TRACK)])
def test_late_steps_of_up_to_a_quarter_are_a_risk_and_more_of_them_are_off_track(
    weights: tuple[int, int], pace: Pace
) -> None:
    late, later = (
        {"id": f"s{weight}", "title": "A step", "weight": weight, "due": due}
        for weight, due in zip(weights, ("2026-11-01", "2026-12-01"), strict=True)
    )
    assert checked_in(milestones(steps=[late, later]), None).pace is pace
