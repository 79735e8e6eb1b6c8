"""Which objective comes first, and which team."""

from datetime import date
from decimal import Decimal
from typing import Any

from hypothesis import given
from hypothesis import strategies as st

from okrcli.choices import ReportSort
from okrcli.compute.reports.order import DRAFTS, NO_TEAM, by_team, in_order, team_tree
from okrcli.compute.reports.report import Pace, TeamName
from okrcli.model.settings import Team
from tests.render.samples import a_key_result, a_report, an_objective

TEAMS = {
    "care": Team(name="Care", parent="company"),
    "sales": Team(name="Sales", parent="company"),
    "company": Team(name="Company"),
    "chat": Team(name="Chat", parent="care"),
    "lost": Team(name="Lost", parent="nobody"),
}
IDS = st.sampled_from("abcdef")


def ids_in_order(sort: ReportSort, *facts: dict[str, Any]) -> str:
    """Return the ids of objectives with *facts*, called a, b, c and so on, in their order."""
    objectives = (
        an_objective(f"2026-Q4/{name}", **changes)
        for name, changes in zip("abcdef", facts, strict=False)
    )
    return "".join(each.id for each in in_order(objectives, sort))


def test_worst_pace_comes_first_and_what_has_none_last() -> None:
    paces = (None, Pace.DONE, Pace.AT_RISK, Pace.NO_DATA, Pace.MISSED, Pace.OFF_TRACK)

    assert ids_in_order(ReportSort.PACE, *({"pace": pace} for pace in paces)) == "efcdba"


def test_of_one_pace_the_least_progress_comes_first_and_then_the_id() -> None:
    shares = (None, Decimal("0.5"), Decimal("0.2"), Decimal("0.2"))
    facts = [{"pace": Pace.AT_RISK, "progress": share} for share in shares]

    assert ids_in_order(ReportSort.PACE, *facts) == "cdba"
    assert ids_in_order(ReportSort.PROGRESS, *facts) == "cdba"
    assert ids_in_order(ReportSort.ID, *facts) == "abcd"


def test_next_due_day_is_that_of_the_first_key_result_that_is_not_done() -> None:
    done = a_key_result(due=date(2026, 10, 10), pace=Pace.DONE)
    november, december = (a_key_result(due=date(2026, month, 1)) for month in (11, 12))
    facts: list[dict[str, Any]] = [
        {"key_results": (done,)},
        {"key_results": (december,)},
        {"key_results": (done, december, november)},
        {"key_results": (a_key_result(due=None),)},
    ]

    assert ids_in_order(ReportSort.DUE, *facts) == "cbad"


def test_teams_stand_in_the_order_of_their_tree() -> None:
    assert team_tree(TEAMS) == (
        TeamName("company", "Company"),
        TeamName("care", "Care"),
        TeamName("chat", "Chat"),
        TeamName("sales", "Sales"),
        TeamName("lost", "Lost"),
    )


@given(st.dictionaries(IDS, IDS))
def test_no_team_is_lost_or_told_twice_whatever_their_parents(parents: dict[str, str]) -> None:
    teams = {name: Team(name=name, parent=parent) for name, parent in parents.items()}

    assert sorted(team.id for team in team_tree(teams)) == sorted(teams)


def test_tree_may_be_deeper_than_python_can_call() -> None:
    teams = {f"t{n}": Team(name="T", parent=f"t{n - 1}") for n in range(3000)}

    assert [team.id for team in team_tree(teams)] == list(teams)


def test_groups_are_in_the_order_of_the_tree_then_as_they_are_met_and_those_of_no_team_last() -> (
    None
):
    names = ("elsewhere", None, "chat", "company", "chat")
    objectives = (an_objective(f"2026-Q4/{n}", team=team) for n, team in enumerate(names))
    report = a_report(objectives=tuple(objectives), teams=team_tree(TEAMS))

    groups = list(by_team(report, ReportSort.ID))
    assert [group.name for group in groups] == ["Company", "Chat", "elsewhere", NO_TEAM]
    assert [each.id for each in groups[1].objectives] == ["2", "4"]


def test_drafts_of_all_teams_stand_apart_and_last() -> None:
    objectives = (
        an_objective("2026-Q4/a", team="care", status="draft", pace=None),
        an_objective("2026-Q4/b", team=None),
        an_objective("2026-Q4/c", team="care"),
    )
    report = a_report(objectives=objectives, teams=team_tree(TEAMS))

    groups = [
        (group.name, [each.id for each in group.objectives])
        for group in by_team(report, ReportSort.ID)
    ]
    assert groups == [("Care", ["c"]), (NO_TEAM, ["b"]), (DRAFTS, ["a"])]


@given(
    st.lists(st.tuples(st.sampled_from([None, *Pace]), IDS, st.booleans()), max_size=8),
    st.sampled_from(ReportSort),
    st.integers(min_value=0, max_value=9),
)
def test_of_all_teams_together_the_first_are_kept_and_drafts_only_after_all_others(
    facts: list[tuple[Pace | None, str, bool]], sort: ReportSort, most: int
) -> None:
    objectives = tuple(
        an_objective(
            f"2026-Q4/{number}", pace=pace, team=team, status="draft" if is_draft else "active"
        )
        for number, (pace, team, is_draft) in enumerate(facts)
    )
    report = a_report(objectives=objectives)

    ordered = in_order(objectives, sort)
    agreed = [objective for objective in ordered if objective.status != "draft"]
    drafts = [objective for objective in ordered if objective.status == "draft"]
    kept = [*agreed, *drafts][:most]
    assert [
        (group.name, [objective for objective in group.objectives if objective in kept])
        for group in by_team(report, sort)
        if any(objective in kept for objective in group.objectives)
    ] == [(group.name, list(group.objectives)) for group in by_team(report, sort, most)]
