from okrcli.actions.site.parts import Parts
from okrcli.compute.reports.report import Attention, Concern, TeamName
from tests.render.samples import a_key_result, a_kpi, a_report, an_objective

REPORT = a_report(
    objectives=(
        an_objective("2026-Q4/a", team="support", owner="ana"),
        an_objective(
            "2026-Q4/b",
            team="elsewhere",
            owner="eve",
            key_results=(a_key_result("2026-Q4/b/x", owner="pavel"),),
        ),
    ),
    kpis=(a_kpi(owner="dina", team="sales"),),
    attention=(
        Attention(Concern.AT_RISK, "2026-Q4/a/nps", "NPS", "ana"),
        Attention(Concern.AT_RISK, "2026-Q4/b/x", "X", "pavel"),
    ),
    teams=(TeamName("sales", "Sales"), TeamName("support", "Support"), TeamName("none", "None")),
)


def test_teams_and_people_are_those_that_own_something() -> None:
    parts = Parts(REPORT)

    assert parts.teams == ["sales", "support", "elsewhere"]
    assert [parts.team_name(team) for team in parts.teams] == ["Sales", "Support", "elsewhere"]
    assert parts.people == ["ana", "dina", "eve", "pavel"]


def test_part_has_what_belongs_to_it_and_no_other_objective() -> None:
    parts = Parts(REPORT)

    assert [item.id for item in parts.of_team("support").objectives] == ["a"]
    assert [item.id for item in parts.of_person("pavel").objectives] == ["b"]
    assert [item.ref for item in parts.of_person("pavel").attention] == ["2026-Q4/b/x"]
