from datetime import date

import pytest

from okrcli.actions.show import sheet_of
from okrcli.cli.next_steps import COMMAND_LINE
from okrcli.render import RenderOptions
from okrcli.render.show import SHOW_FORMATS
from okrcli.views.sheets import Sheet
from tests.builders import (
    a_checkin,
    a_key_result,
    a_plan,
    an_entry,
    an_objective,
    checkins,
    milestones,
)
from tests.render.show.sheets import of_key_result, of_kpi, of_objective

AMENDMENT = {
    "date": date(2026, 11, 2),
    "field": "target",
    "was": 65,
    "now": 60,
    "why": "The scale changed.",
    "approved_by": "carlos",
}


def drawn(sheet: Sheet, width: int = 80) -> str:
    return SHOW_FORMATS["table"](sheet, RenderOptions(COMMAND_LINE, width=width))


def test_key_result_has_its_way_its_chart_its_entries_and_its_amendments() -> None:
    values = checkins({"2026-11-02": 44, "2026-11-16": 47})
    text = drawn(of_key_result(a_key_result(amendments=[AMENDMENT]), *values))

    assert text.startswith("Raise NPS\n")
    assert "35%" in text
    assert "target" in text
    assert text.index("2026-11-16") < text.rindex("2026-11-02")
    assert "The scale changed." in text


def test_steps_are_listed_with_what_is_done_instead_of_a_chart() -> None:
    done = a_checkin("2026-11-16", an_entry(None, "2026-Q4/cx-leader/training", done=["step-2"]))
    lines = drawn(of_key_result(milestones(), done)).splitlines()

    assert any("2026-11-16" in line for line in lines if "Step 2" in line)
    assert not any("2026-11-16" in line for line in lines if "Step 1" in line)
    assert not any("┄" in line for line in lines)


def test_objective_lists_its_key_results_and_initiatives() -> None:
    sheet = of_objective(
        a_key_result(),
        initiatives=[{"id": "survey", "title": "Second wave", "owner": "pavel"}],
    )
    text = drawn(sheet)

    assert "Raise NPS" in text
    assert "Second wave" in text


def test_parts_stand_apart_by_one_empty_line() -> None:
    text = drawn(of_key_result(a_key_result(), *checkins({"2026-11-16": 47})))

    assert "\n\n" in text
    assert "\n\n\n" not in text


@pytest.mark.parametrize("width", [40, 60, 80, 120])
@pytest.mark.parametrize(
    "sheet",
    [
        of_key_result(a_key_result(amendments=[AMENDMENT]), *checkins({"2026-11-16": 47})),
        of_objective(a_key_result(), milestones()),
        of_kpi(target=60),
    ],
    ids=["key result", "objective", "kpi"],
)
def test_sheet_fits_its_width(sheet: Sheet, width: int) -> None:
    assert max(map(len, drawn(sheet, width).splitlines())) <= width


def test_objective_of_a_cycle_that_is_over_has_scores() -> None:
    objective = an_objective(a_key_result())
    values = checkins({"2026-11-16": 50})
    plan = a_plan(objective, values)
    running, over = (drawn(sheet_of(plan, objective, date(2026, 12, day))) for day in (30, 31))

    assert ("Progress" in running, "Score" in running) == (True, False)
    assert ("Progress" in over, "Score" in over, "0.50" in over) == (False, True, True)
