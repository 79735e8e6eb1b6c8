"""A part of a report: of a team, a person or a pace."""

from typing import Any

import pytest

from okrcli.compute.reports.report import Pace, Report
from okrcli.compute.reports.selection import select
from okrcli.model.improvement import Improvement
from okrcli.model.settings import Settings
from tests.builders import NPS, a_checkin, a_key_result, a_kpi, a_reading, an_entry, an_objective
from tests.compute.reported import report_on

DAY = "2026-11-16"


def _mixed_report() -> Report:
    """Return a report of three objectives: on track, off track, and of another team."""
    kr_of_eva = a_key_result(id="by-eva", owner="eva")
    return report_on(
        DAY,
        an_objective(a_key_result(), kr_of_eva),
        an_objective(a_key_result(), id="sales", team="sales", owner="pavel"),
        a_kpi(team="support", owner="ana"),
        a_kpi(id="win_rate", team="sales", owner="pavel"),
        a_checkin(
            "2026-11-01",
            an_entry(59),
            an_entry(41, "2026-Q4/cx-leader/by-eva"),
            an_entry(59, "2026-Q4/sales/nps"),
        ),
    )


def _refs(report: Report) -> list[str]:
    return [each.ref for objective in report.objectives for each in objective.key_results]


@pytest.mark.parametrize(
    ("chosen", "refs", "kpis"),
    [
        ({}, [NPS, "2026-Q4/cx-leader/by-eva", "2026-Q4/sales/nps"], ["nps", "win_rate"]),
        ({"team": "support"}, [NPS, "2026-Q4/cx-leader/by-eva"], ["nps"]),
        ({"owner": "ana"}, [NPS, "2026-Q4/cx-leader/by-eva"], ["nps"]),
        ({"owner": "eva"}, ["2026-Q4/cx-leader/by-eva"], []),
        ({"owner": "nobody"}, [], []),
        ({"status": Pace.ON_TRACK}, [NPS, "2026-Q4/sales/nps"], ["nps", "win_rate"]),
        ({"status": Pace.OFF_TRACK}, ["2026-Q4/cx-leader/by-eva"], ["nps", "win_rate"]),
        ({"owner": "pavel", "status": Pace.OFF_TRACK}, [], ["win_rate"]),
    ],
)
def test_select_keeps_what_belongs_to_it(
    chosen: dict[str, Any], refs: list[str], kpis: list[str]
) -> None:
    selected = select(_mixed_report(), **chosen)
    assert _refs(selected) == refs
    assert [each.id for each in selected.kpis] == kpis


def test_select_leaves_progress_as_it_is_and_counts_what_it_shows() -> None:
    whole = _mixed_report()
    narrowed = select(whole, owner="eva")
    assert narrowed.objectives[0].score == whole.objectives[0].score
    assert (whole.objectives[0].reporting, narrowed.objectives[0].reporting) == ((2, 2), (1, 1))


def test_select_narrows_attention_too() -> None:
    whole = _mixed_report()
    assert {each.ref for each in whole.attention} == {*_refs(whole), "nps", "win_rate"}
    narrowed = select(whole, owner="eva")
    assert {each.ref for each in narrowed.attention} == {"2026-Q4/cx-leader/by-eva"}


def test_select_by_pace_keeps_an_objective_whose_children_make_its_pace() -> None:
    parent = an_objective(id="growth", progress_from="children")
    child = an_objective(a_key_result(), parent="growth")
    report = report_on(DAY, parent, child, a_checkin("2026-11-16", an_entry(41)))
    selected = select(report, status=Pace.OFF_TRACK)
    assert [each.id for each in selected.objectives] == ["growth", "cx-leader"]


def _plan_for(kpi: str, owner: str | None = None, **fields: Any) -> Improvement:
    return Improvement.model_validate(
        {
            "id": f"{kpi.replace('_', '-')}-1",
            "kpi": kpi,
            "opened": DAY,
            "owner": owner,
            "cause": {"type": "training", "text": "New people."},
            "goal": {"value": 80, "by": "2026-12-31"},
            "actions": [{"title": "Train", "owner": "eva", "due": "2026-12-01"}],
            **fields,
        }
    )


@pytest.mark.parametrize(
    ("chosen", "kpis"),
    [
        ({}, ["nps", "win_rate"]),
        ({"team": "support"}, ["nps"]),
        ({"owner": "ana"}, ["nps"]),
        ({"owner": "eva"}, ["win_rate"]),
        ({"owner": "pavel"}, ["win_rate"]),
        ({"owner": "eva", "team": "support"}, []),
    ],
)
def test_select_keeps_improvement_plans_of_the_owner_and_for_the_owner_s_kpis(
    chosen: dict[str, Any], kpis: list[str]
) -> None:
    report = report_on(
        DAY,
        a_kpi(team="support", owner="ana"),
        a_kpi(id="win_rate", team="sales", owner="pavel"),
        _plan_for("nps"),
        _plan_for("win_rate", owner="eva"),
    )
    assert [each.kpi for each in select(report, **chosen).improvements] == kpis


@pytest.mark.parametrize(
    ("chosen", "refs"),
    [
        ({}, ["win-rate-1", "nps"]),
        ({"team": "sales"}, ["win-rate-1"]),
        ({"owner": "ana"}, ["nps"]),
        ({"owner": "eva"}, ["win-rate-1"]),
        ({"owner": "eva", "team": "support"}, []),
    ],
)
def test_select_keeps_attention_to_kpis_and_to_actions_of_others_plans(
    chosen: dict[str, Any], refs: list[str]
) -> None:
    late = [{"title": "Train", "owner": "eva", "due": "2026-11-01"}]
    report = report_on(
        DAY,
        a_kpi(team="support", owner="ana"),
        a_kpi(id="win_rate", team="sales", owner="pavel", target=None, cadence="quarterly"),
        a_checkin("2026-11-01", a_reading(50, "win_rate")),
        _plan_for("win_rate", actions=late),
    )
    assert [each.ref for each in select(report, **chosen).attention] == refs


@pytest.mark.parametrize(
    ("chosen", "notes", "kudos"),
    [
        ({}, ["Slow.", "Good."], ["help", "calm"]),
        ({"owner": "eva"}, ["Slow."], ["help"]),
        ({"owner": "pavel"}, ["Good."], ["help", "calm"]),
        ({"team": "sales"}, ["Good."], ["help", "calm"]),
        ({"team": "support"}, ["Slow."], ["help"]),
        ({"team": "nobody"}, [], []),
    ],
)
def test_select_keeps_what_the_team_and_the_person_have_said_and_been_thanked_for(
    chosen: dict[str, Any], notes: list[str], kudos: list[str]
) -> None:
    teams = {"eva": "support", "pavel": "sales"}
    people = {name: {"name": name, "team": team} for name, team in teams.items()}
    report = report_on(
        DAY,
        a_checkin(DAY, by="eva", note="Slow.", kudos=[{"to": "pavel", "for": "help"}]),
        a_checkin("2026-11-12", by="pavel", note="Good.", kudos=[{"to": "ivan", "for": "calm"}]),
        settings=Settings.model_validate({"people": people}),
    )
    selected = select(report, **chosen)
    assert [each.note for each in selected.notes] == notes
    assert [each.reason for each in selected.kudos] == kudos
