"""The law of snapshots: what is taken from that of another day changes nothing."""

from datetime import date

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from okrcli.checks.checkins.refusing import refuse_entries
from okrcli.compute.reports.report_builder import snapshot_on
from okrcli.model.key_results import KeyResult
from okrcli.storage.workspace import plan_of
from tests.actions.question_workspaces import Files, workspaces
from tests.actions.series_workspaces import series_workspaces
from tests.builders import a_checkin, a_key_result, a_kpi, a_plan, an_entry, an_objective

TODAY = date(2026, 11, 20)
_DAYS = st.sampled_from(
    [date(2026, 8, 3), date(2026, 10, 5), date(2026, 11, 9), date(2026, 11, 16), TODAY]
)


@settings(max_examples=200)
@given(st.one_of(workspaces(), series_workspaces()), _DAYS, _DAYS)
def test_snapshot_is_the_same_beside_that_of_another_day(
    files: Files, day: date, another: date
) -> None:
    plan = refuse_entries(plan_of(files), TODAY)
    assert snapshot_on(plan, day, snapshot_on(plan, another)) == snapshot_on(plan, day)


def test_timeline_is_made_once_where_names_mean_the_same() -> None:
    amended = {"date": "2026-11-16", "field": "target", "was": 50, "now": 60, "why": "More"}
    objective = an_objective(a_key_result(amendments=[amended]))
    plan = a_plan(objective, a_checkin("2026-11-06", an_entry(44)))
    snapshot = snapshot_on(plan, TODAY)

    assert snapshot_on(plan, date(2026, 11, 9), snapshot).timeline is snapshot.timeline


_OF_KPI = {"date": "2026-11-16", "field": "kpi", "was": "nps", "now": "csat", "why": "Better"}
_MOVED = {"ref": "2026-Q4/other/nps", "until": "2026-11-16"}


@pytest.mark.parametrize(
    "key_result",
    [
        a_key_result(kpi="csat", amendments=[_OF_KPI]),
        a_key_result(kpi="csat", formerly=[_MOVED]),
    ],
)
def test_timeline_is_another_where_a_name_meant_something_else(key_result: KeyResult) -> None:
    plan = a_plan(
        an_objective(key_result),
        an_objective(id="other"),
        a_kpi(),
        a_kpi(id="csat"),
        a_checkin("2026-11-06", an_entry(44), an_entry(45, "other/nps")),
    )
    snapshot, day = snapshot_on(plan, TODAY), date(2026, 11, 9)

    assert snapshot_on(plan, day, snapshot) == snapshot_on(plan, day)
    assert snapshot_on(plan, day, snapshot).timeline != snapshot.timeline
