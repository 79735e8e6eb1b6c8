"""The table of the steps of a key result."""

from datetime import date
from typing import Any

import pytest

from okrcli.model.key_results.milestones import Milestones
from okrcli.render.show.steps import step_table
from tests.builders import a_checkin, an_entry, milestones
from tests.render.show.sheets import of_key_result, pen


def lines(*done: tuple[str, str], **fields: Any) -> list[str]:
    checkins = [
        a_checkin(day, an_entry(None, "2026-Q4/cx-leader/training", done=[step]), name_end=step)
        for day, step in done
    ]
    drawing = pen()
    sheet = of_key_result(_with_a_dropped_step(**fields), *checkins)
    return [line.rstrip() for line in drawing.join_lines(step_table(sheet, drawing)).splitlines()]


def _with_a_dropped_step(**fields: Any) -> Milestones:
    key_result = milestones(**fields)
    gone = {"date": date(2026, 11, 9), "why": "Not needed"}
    last = {**key_result.steps[2].model_dump(), "dropped": gone}
    return Milestones.model_validate(
        {**key_result.model_dump(exclude={"steps"}), "steps": [*key_result.steps[:2], last]}
    )


def test_step_is_open_done_or_dropped_with_the_reason() -> None:
    assert lines(("2026-11-16", "step-2")) == [
        "Step      Title   Due         Done",
        "○ step-1  Step 1  2026-12-31",
        "✓ step-2  Step 2  2026-12-31  2026-11-16",
        "– step-3  Step 3  2026-12-31  dropped 2026-11-09: Not needed",
    ]


@pytest.mark.parametrize(
    ("day", "row"),
    [
        ("2026-11-13", "✓ step-2  Step 2  2026-11-13       2026-11-13"),
        ("2026-11-14", "○ step-2  Step 2  2026-11-13       2026-11-14 late"),
    ],
)
def test_step_done_after_the_due_date_does_not_look_done(day: str, row: str) -> None:
    drawn = lines((day, "step-2"), due=date(2026, 11, 13))

    assert drawn[1:3] == ["○ step-1  Step 1  2026-11-13 late", row]


def test_step_that_was_added_later_is_left_out() -> None:
    key_result = milestones()
    later = key_result.steps[1].model_copy(update={"added": date(2026, 11, 21)})
    steps = (key_result.steps[0], later)
    sheet = of_key_result(key_result.model_copy(update={"steps": steps}))
    drawn = pen().join_lines(step_table(sheet, pen()))

    assert ("Step 1" in drawn, "Step 2" in drawn) == (True, False)
