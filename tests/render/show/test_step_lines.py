from okrcli.render.show.step_lines import step_lines
from tests.builders import a_checkin, an_entry, milestones
from tests.render.show.sheets import of_key_result


def test_step_says_when_it_is_due_and_whether_it_was_done() -> None:
    key_result = milestones(1, 1)
    first, second = key_result.listed_steps
    done = a_checkin(
        "2026-11-06", an_entry(key_result=f"cx-leader/{key_result.id}", done=[first.id])
    )
    lines = list(step_lines(of_key_result(key_result, done)))

    assert [(line.id, line.done, line.is_late) for line in lines] == [
        (first.id, "2026-11-06", False),
        (second.id, "", False),
    ]


def test_open_step_past_its_due_date_is_late() -> None:
    key_result = milestones(1, due="2026-11-10")
    (line,) = step_lines(of_key_result(key_result))

    assert line.is_late
    assert line.due.endswith(" late")
