"""The history of what is shown."""

from datetime import date
from decimal import Decimal
from random import Random

from hypothesis import given
from hypothesis import strategies as st

from okrcli.actions.show import sheet_of
from okrcli.compute.timeline import order_of
from okrcli.model.base import Record
from okrcli.model.checkin import CheckIn
from okrcli.model.key_results import Metric
from okrcli.views.sheets import HistoryLine, KeyResultSheet
from tests.builders import a_checkin, a_key_result, a_kpi, a_plan, a_reading, an_entry, an_objective
from tests.strategies import checkins_that_look_alike

DAY = date(2026, 11, 20)


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
