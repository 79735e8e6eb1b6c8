"""What has moved between two states of a workspace."""

from datetime import date
from decimal import Decimal
from typing import Any

import pytest

from okrcli.actions.report import ReportSelection
from okrcli.actions.story.diff import Revision, diff_since
from okrcli.compute.reports.report import Pace
from okrcli.errors import UnknownReferenceError
from okrcli.model.key_results import KeyResult
from okrcli.model.objective import Objective
from okrcli.model.plan import Plan
from okrcli.model.settings import Settings
from okrcli.views.report_diff import ChangedItem, Figures, ItemKind, ReportDiff
from okrcli.views.story import EventKind
from tests.builders import a_checkin, a_key_result, a_kpi, a_reading, an_entry, an_objective

DAY = date(2026, 11, 20)
FIRST, SECOND = a_checkin("2026-11-06", an_entry(44)), a_checkin("2026-11-13", an_entry(47))
AMENDED = {
    "date": date(2026, 11, 2),
    "field": "target",
    "was": Decimal(65),
    "now": Decimal(60),
    "why": "scale changed",
    "approved_by": "pavel",
}


def a_plan(*objectives: Objective, **parts: Any) -> Plan:
    return Plan(Settings(), objectives, **parts)


def plan_with(key_result: KeyResult, **parts: Any) -> Plan:
    return a_plan(an_objective(key_result), checkins=(FIRST,), **parts)


def diff(before: Plan, now: Plan, choice: ReportSelection | None = None) -> ReportDiff:
    revision = Revision(before, "main", "1a2b3c4d" * 5, date(2026, 11, 8))
    return diff_since(revision, now, DAY, choice or ReportSelection())


def items(before: Plan, now: Plan) -> dict[str, ChangedItem]:
    return {item.ref.rpartition("/")[2]: item for item in diff(before, now).items}


def kinds(item: ChangedItem) -> list[EventKind]:
    return [event.kind for event in item.events]


def test_what_is_as_it_was_is_only_counted() -> None:
    plan = plan_with(a_key_result(), kpis=(a_kpi(),))
    found = diff(plan, plan)

    assert found.items == ()
    assert found.unchanged == {ItemKind.OBJECTIVE: 1, ItemKind.KEY_RESULT: 1, ItemKind.KPI: 1}
    assert (found.cycle, found.revision, str(found.made)) == ("2026-Q4", "main", "2026-11-08")


def test_value_and_progress_are_told_before_and_now() -> None:
    now = a_plan(an_objective(a_key_result()), checkins=(FIRST, SECOND))
    found = items(plan_with(a_key_result()), now)

    assert found["nps"].before == Figures(Decimal(44), progress=Decimal("0.2"), pace=Pace.AT_RISK)
    assert found["nps"].now == Figures(Decimal(47), progress=Decimal("0.35"), pace=Pace.AT_RISK)
    assert found["cx-leader"].now == Figures(progress=Decimal("0.35"), pace=Pace.AT_RISK)


def test_goalpost_that_moved_is_told_with_its_reason() -> None:
    before = plan_with(a_key_result(target=65))
    [event] = items(before, plan_with(a_key_result(amendments=[AMENDED])))["nps"].events
    assert (event.kind, event.why, event.by) == (EventKind.AMENDED, "scale changed", "pavel")
    [event] = items(before, plan_with(a_key_result()))["nps"].events
    assert (event.kind, event.is_silent) == (EventKind.GOALPOST_MOVED, True)


def test_approvals_and_what_is_new_or_dropped_are_told() -> None:
    approval = {"who": "pavel", "date": "2026-11-10"}
    given_up = {"date": "2026-11-10", "why": "no time"}
    new = a_key_result(id="csat", title="Raise CSAT")
    dropped = a_key_result(dropped=given_up)
    now = a_plan(an_objective(dropped, new, approved_by=[approval]), checkins=(FIRST,))
    found = items(plan_with(a_key_result()), now)

    assert kinds(found["cx-leader"]) == [EventKind.APPROVED]
    assert kinds(found["nps"]) == [EventKind.DROPPED]
    assert (found["csat"].before, kinds(found["csat"])) == (None, [EventKind.CREATED])


def test_renamed_and_moved_things_are_the_same() -> None:
    renamed = an_objective(a_key_result(), id="cx", formerly=["cx-leader"])
    [item] = diff(plan_with(a_key_result()), a_plan(renamed, checkins=(FIRST,))).items

    assert (item.ref, kinds(item)) == ("2026-Q4/cx", [EventKind.RENAMED])


def test_what_is_gone_is_told_by_its_former_name() -> None:
    other = an_objective(id="other", title="Other")
    before = a_plan(an_objective(a_key_result()), other, checkins=(FIRST,))
    found = items(before, a_plan(other))

    assert (found["cx-leader"].now, kinds(found["cx-leader"])) == (None, [EventKind.DELETED])
    assert found["nps"].now is None


def test_kpis_are_told_with_their_health() -> None:
    reading = a_checkin("2026-11-06", a_reading(70))
    before, now = (a_plan(kpis=(a_kpi(target),), checkins=(reading,)) for target in (60, 80))
    [item] = diff(before, now).items

    assert item.before is not None
    assert item.now is not None
    assert (item.before.health, item.now.health) == ("healthy", "breach")
    assert kinds(item) == [EventKind.GOALPOST_MOVED]


def test_formula_that_was_amended_before_what_it_names_was_renamed_is_as_it_was() -> None:
    amended = {"date": "2026-11-02", "field": "formula", "was": "a / b", "now": "b / a", "why": "w"}
    ratio = a_kpi(id="ratio", formula="b / c", amendments=[amended])
    plan = a_plan(kpis=(a_kpi(id="c", formerly=["a"]), a_kpi(id="b"), ratio))
    assert diff(plan, plan).items == ()


def test_kpi_of_a_key_result_that_was_amended_between_renames_moves_openly() -> None:
    amended = {"date": "2026-11-02", "field": "kpi", "was": "reply", "now": "b", "why": "w"}
    kpis = (a_kpi(id="first", formerly=["frt", "reply"]), a_kpi(id="b"))
    now = plan_with(a_key_result(kpi="b", amendments=[amended]), kpis=kpis)
    before = plan_with(a_key_result(kpi="frt"), kpis=(a_kpi(id="frt"), a_kpi(id="b")))

    [event] = items(before, now)["nps"].events
    assert (event.kind, [(move.was, move.now) for move in event.moves]) == (
        EventKind.AMENDED,
        [("first", "b")],
    )


def test_choice_leaves_out_what_others_have() -> None:
    before, now = plan_with(a_key_result(target=65)), plan_with(a_key_result())

    assert len(diff(before, now, ReportSelection(team="support")).items) == 2
    assert diff(before, now, ReportSelection(team="sales")).items == ()
    assert diff(before, now, ReportSelection("2026-Q3")).items == ()
    with pytest.raises(UnknownReferenceError):
        diff(before, now, ReportSelection("nothing"))


def test_pace_before_is_that_of_the_revisions_own_day() -> None:
    """What was on track when it was committed has not been missed since."""
    before = plan_with(a_key_result(40, 48))
    now = a_plan(an_objective(a_key_result(40, 48)), checkins=(FIRST, SECOND))
    revision = Revision(before, "main", "1a2b3c4d" * 5, date(2026, 11, 8))
    objective, key_result, *_ = diff_since(revision, now, date(2027, 1, 4), ReportSelection()).items
    for item in (objective, key_result):
        assert item.before is not None
        assert item.now is not None
        assert (item.before.pace, item.now.pace) == (Pace.ON_TRACK, Pace.DONE)


@pytest.mark.parametrize("is_now", [True, False])
def test_what_cannot_be_read_is_neither_gone_nor_new(*, is_now: bool) -> None:
    path, whole = an_objective().path, plan_with(a_key_result())
    broken = a_plan(unreadable=frozenset([path, "checkins/2026/x.yaml"]))
    found = diff(whole, broken) if is_now else diff(broken, whole)

    assert found.items == ()
    assert found.uncompared == (path,)
