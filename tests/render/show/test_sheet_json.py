import json
from decimal import Decimal
from typing import Any

import pytest

from okrcli.cli.next_steps import COMMAND_LINE
from okrcli.render import RenderOptions
from okrcli.render.show import SHOW_FORMATS
from okrcli.views.sheets import Sheet
from tests.builders import a_checkin, a_key_result, a_kpi, a_reading, an_entry, milestones
from tests.render.show.sheets import of_key_result, of_kpi, of_objective


def document(sheet: Sheet) -> Any:
    return json.loads(SHOW_FORMATS["json"](sheet, RenderOptions(COMMAND_LINE)), parse_float=Decimal)


@pytest.mark.parametrize(
    ("sheet", "kind"),
    [
        (of_key_result(a_key_result()), "key_result"),
        (of_objective(a_key_result()), "objective"),
        (of_kpi(), "kpi"),
    ],
    ids=["key result", "objective", "kpi"],
)
def test_document_says_what_it_is_of_which_day(sheet: Sheet, kind: str) -> None:
    found = document(sheet)

    assert found["schema"] == "okrcli.item/1"
    assert (found["kind"], found["as_of"]) == (kind, "2026-11-20")
    assert kind in found
    assert found["history"] == []


def test_key_result_has_its_values_and_its_objective() -> None:
    said = a_checkin("2026-11-16", an_entry("47.125", note="second wave"))
    found = document(of_key_result(a_key_result(guards=["csat"]), said, a_kpi(id="csat")))

    key_result = found["key_result"]
    assert (key_result["objective"], key_result["value"]) == (
        "2026-Q4/cx-leader",
        Decimal("47.125"),
    )
    assert [each["id"] for each in key_result["guard_kpis"]] == ["csat"]
    assert [each["note"] for each in found["history"]] == ["second wave"]


def test_steps_have_the_day_on_which_they_were_done() -> None:
    ref = "2026-Q4/cx-leader/training"
    done = a_checkin("2026-11-16", an_entry(None, ref, done=["step-2"]))

    assert document(of_key_result(milestones(), done))["key_result"]["steps_done"] == {
        "step-2": "2026-11-16"
    }


def test_what_is_absent_is_null_and_never_0() -> None:
    found = document(of_kpi())["kpi"]

    assert (found["value"], found["target"], found["limits"]) == (None, None, None)


def test_kpi_has_its_limits_from_8_values_on() -> None:
    readings = [a_checkin(f"2026-11-{day:02}", a_reading(40 + day % 3)) for day in range(1, 10)]
    found = document(of_kpi(*readings))["kpi"]

    assert found["limits"]["lower"] < 41 < found["limits"]["upper"]
    assert len(found["series"]) == 9
