"""What a person or a team owns."""

from datetime import date

from okrcli.actions.overviews.ownership import Ownership
from okrcli.actions.selection import Selection
from okrcli.compute.reports.report_builder import snapshot_on
from okrcli.model.plan import Plan
from okrcli.model.settings import Settings
from tests.builders import Q4, a_key_result, a_kpi, a_plan, an_objective

DAY = date(2026, 11, 20)
MOVED = {"date": "2026-11-02", "field": "target", "was": 65, "now": 60, "why": "One market fewer"}
SETTINGS = Settings.model_validate(
    {
        "teams": {"support": {"name": "Support"}, "chat": {"name": "Chat"}},
        "people": {
            "ana": {"name": "Ana", "team": "support"},
            "pavel": {"name": "Pavel", "team": "support"},
            "zoe": {"name": "Zoe", "team": "chat"},
        },
    }
)


def _plan(settings: Settings | None = None) -> Plan:
    return a_plan(
        an_objective(
            a_key_result(id="mine"), a_key_result(id="his", owner="pavel", amendments=[MOVED])
        ),
        an_objective(a_key_result(id="mine-too", owner="ana"), id="b", owner="zoe", team="chat"),
        an_objective(a_key_result(id="later"), id="c", added="2026-11-21"),
        a_kpi(50, owner="ana", team="support", amendments=[{**MOVED, **_KPI_TARGET}]),
        a_kpi(50, id="csat", owner="pavel", team="chat"),
        settings=settings,
    )


_KPI_TARGET = {"was": {"value": 45}, "now": {"value": 50}, "date": "2026-10-15"}


def _owned(selection: Selection, day: date = DAY, settings: Settings | None = None) -> Ownership:
    return Ownership(snapshot_on(_plan(settings), day), Q4, selection)


def test_person_owns_key_results_in_whosever_objectives() -> None:
    owned = _owned(Selection(owner="ana"))
    assert [objective.id for objective in owned.objectives] == ["cx-leader"]
    assert list(owned.key_results) == ["2026-Q4/cx-leader/mine", "2026-Q4/b/mine-too"]
    assert owned.kpis == ("nps",)


def test_team_owns_all_key_results_of_its_objectives() -> None:
    owned = _owned(Selection(team="support"))
    assert list(owned.key_results) == ["2026-Q4/cx-leader/mine", "2026-Q4/cx-leader/his"]


def test_person_within_a_team_owns_what_is_of_both() -> None:
    owned = _owned(Selection(team="chat", owner="ana"))
    assert list(owned.key_results) == ["2026-Q4/b/mine-too"]
    assert owned.people == {"ana"}


def test_what_is_added_later_is_not_owned_yet() -> None:
    owned = _owned(Selection(owner="ana"), date(2026, 11, 21))
    assert "2026-Q4/c/later" in owned.key_results


def test_people_of_a_team_are_those_who_belong_to_it() -> None:
    assert _owned(Selection(team="support"), settings=SETTINGS).people == {"ana", "pavel"}


def test_people_of_a_team_without_members_are_those_who_own_in_it() -> None:
    assert _owned(Selection(team="chat")).people == {"zoe", "ana"}


def test_changes_of_goalposts_of_what_is_owned_come_the_oldest_first() -> None:
    owned = _owned(Selection(team="support"))
    assert [(found.ref, found.amendment.field) for found in owned.amendments()] == [
        ("nps", "target"),
        ("2026-Q4/cx-leader/his", "target"),
    ]
    assert [found.ref for found in _owned(Selection(owner="ana")).amendments()] == ["nps"]
    assert _owned(Selection(team="support"), date(2026, 10, 14)).amendments() == []
