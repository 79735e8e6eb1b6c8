"""The history of what is shown."""

from datetime import date
from decimal import Decimal
from random import Random
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from okrcli.actions.show import sheet_of
from okrcli.compute.timeline import order_of
from okrcli.errors import WorkspaceError
from okrcli.model.base import Record
from okrcli.model.checkin import CheckIn
from okrcli.model.key_results import Metric
from okrcli.views.sheets import (
    HistoryLine,
    KeyResultSheet,
    KpiSheet,
    ObjectiveSheet,
    RetractionNote,
)
from tests.builders import (
    Q4,
    a_binary,
    a_checkin,
    a_key_result,
    a_kpi,
    a_plan,
    a_reading,
    an_entry,
    an_improvement,
    an_objective,
)
from tests.strategies import checkins_that_look_alike

DAY = date(2026, 11, 20)
CLOSED = {"date": date(2026, 9, 28), "value": Decimal(86), "note": "Enough."}


def _history(key_result: Metric, *records: Record) -> tuple[HistoryLine, ...]:
    objective = an_objective(key_result)
    sheet = sheet_of(a_plan(objective, *records), (objective, key_result), DAY)
    assert isinstance(sheet, KeyResultSheet)
    return sheet.history


@given(checkins_that_look_alike(), st.randoms())
def test_history_is_in_the_order_that_says_what_is_in_force(
    made: list[CheckIn], random: Random
) -> None:
    history = _history(a_key_result(), *random.sample(made, len(made)))

    ordered = [checkin.path for checkin in sorted(made, key=order_of)]
    assert [line.path for line in history] == ordered
    assert [line.path for line in history if not line.superseded] == ordered[-1:]


def test_confidence_and_reading_of_one_check_in_are_one_line() -> None:
    both = a_checkin("2026-11-16", a_reading(47), an_entry(confidence=7))
    (line,) = _history(a_key_result(kpi="nps"), a_kpi(), both)
    assert (line.value, line.confidence) == (Decimal(47), 7)


def test_confidence_and_reading_of_files_of_one_name_are_lines_of_their_own() -> None:
    name = "2026-11-16-ana-7f3a9c12.yaml"
    reading = a_checkin("2026-11-16", a_reading(47), path=f"checkins/a/{name}")
    belief = a_checkin("2026-11-16", an_entry(confidence=7), path=f"checkins/b/{name}")
    history = _history(a_key_result(kpi="nps"), a_kpi(), reading, belief)
    assert [line.path for line in history] == [reading.path, belief.path]


def test_sheet_of_a_key_result_has_its_way_its_kpi_and_its_guards() -> None:
    key_result = a_key_result(40, 60, kpi="nps", guards=["csat", "gone"])
    objective = an_objective(key_result)
    kpis = [a_kpi(), a_kpi(id="csat")]
    plan = a_plan(objective, kpis, a_checkin("2026-11-16", a_reading(47)))
    sheet = sheet_of(plan, (objective, key_result), DAY)

    assert isinstance(sheet, KeyResultSheet)
    assert (sheet.day, sheet.objective, sheet.key_result) == (DAY, objective, key_result)
    assert sheet.report.value == 47
    assert sheet.kpi is not None
    assert [report.id for report in (sheet.kpi, *sheet.guards)] == ["nps", "csat"]
    assert sheet.move is not None
    assert (sheet.move.baseline, sheet.move.aim.target) == (Decimal(40), Decimal(60))


def test_sheet_of_an_objective_has_what_is_above_and_below_it() -> None:
    top = an_objective(id="growth")
    middle = an_objective(a_key_result(), a_binary(), parent="growth")
    below = an_objective(a_key_result(), id="chat", parent="cx-leader")
    later = an_objective(id="mail", parent="cx-leader", added=date(2026, 12, 1))
    values = (
        a_checkin("2026-11-16", an_entry(1, "2026-Q4/cx-leader/audit")),
        a_checkin("2026-11-09", an_entry(44), name_end="00000002"),
    )
    sheet = sheet_of(a_plan(top, middle, below, later, values), middle, DAY)

    assert isinstance(sheet, ObjectiveSheet)
    assert (sheet.objective, sheet.parent, sheet.cycle) == (middle, top, Q4)
    assert sheet.report.ref == middle.ref
    assert [child.ref for child in sheet.children] == [below.ref]
    assert [(line.ref, line.value) for line in sheet.history] == [
        ("2026-Q4/cx-leader/nps", Decimal(44)),
        ("2026-Q4/cx-leader/audit", Decimal(1)),
    ]
    assert [line.words for line in sheet.history] == [None, "yes"]


def test_sheet_of_a_kpi_says_what_it_is_part_of() -> None:
    plan = a_plan(
        an_objective(
            a_key_result(id="own", kpi="nps"),
            a_key_result(id="guarded", guards=["nps"]),
            a_key_result(id="other"),
        ),
        a_kpi(),
        a_kpi(id="csat"),
        a_kpi(id="ratio", formula="nps / csat"),
        an_improvement(id="old", opened="2026-08-03", closed=CLOSED),
        an_improvement(id="open", opened="2026-11-02"),
        an_improvement(id="other", kpi="csat"),
        an_improvement(id="later", opened="2026-12-01"),
    )
    sheet, computed = (sheet_of(plan, plan.kpi(name), DAY) for name in ("nps", "ratio"))

    assert isinstance(sheet, KpiSheet)
    assert (sheet.used_by, sheet.guards) == (
        ("2026-Q4/cx-leader/own",),
        ("2026-Q4/cx-leader/guarded",),
    )
    assert (sheet.part_of, sheet.inputs) == (("ratio",), ())
    assert [plan_.id for plan_ in sheet.improvements] == ["open", "old"]
    assert isinstance(computed, KpiSheet)
    assert [kpi.id for kpi in computed.inputs] == ["nps", "csat"]


def test_what_was_taken_back_says_by_whom_and_why() -> None:
    wrong = a_checkin("2026-11-16", an_entry(74))
    taken = {"checkin": wrong.id, "why": "Typed twice."}
    retraction = a_checkin("2026-11-17", by="pavel", retracted=[taken], name_end="00000002")
    (line,) = _history(a_key_result(), wrong, retraction)

    assert line.retracted == RetractionNote("pavel", date(2026, 11, 17), "Typed twice.")


@pytest.mark.parametrize(
    "over", [{"due": "2026-11-09"}, {"dropped": {"date": "2026-11-10", "why": "No need"}}]
)
def test_values_after_the_end_or_the_drop_are_late(over: dict[str, Any]) -> None:
    values = [a_checkin(day, an_entry(47)) for day in ("2026-11-09", "2026-11-10")]
    history = _history(a_key_result(**over), *values)

    assert [(str(line.day), line.late) for line in history] == [
        ("2026-11-09", False),
        ("2026-11-10", True),
    ]


def test_older_lines_of_the_history_are_counted() -> None:
    readings = [a_checkin(f"2026-11-{day:02}", a_reading(day)) for day in (2, 9, 16)]
    plan = a_plan(a_kpi(), readings)
    sheet = sheet_of(plan, plan.kpi("nps"), DAY, most=2)

    assert [line.value for line in sheet.history] == [9, 16]
    assert sheet.older == 1
    assert sheet_of(plan, plan.kpi("nps"), DAY, most=3).older == 0


def test_objective_in_a_cycle_without_dates_has_no_sheet() -> None:
    objective = an_objective(cycle="someday")

    with pytest.raises(WorkspaceError, match="is not a known cycle"):
        sheet_of(a_plan(objective), objective, DAY)
