from okrcli.compute.reports.report import Attention, Concern, Pace
from okrcli.render.html.site.index import MOST_CONCERNS, values_of
from okrcli.render.html.site.links import SiteLinks
from okrcli.views.site import Entry, IndexPage, TeamLine, cycle_ref
from tests.render.html.site.frames import OPTIONS, PLACES, a_frame, page_text
from tests.render.samples import a_report, an_objective

REPORT = a_report(objectives=(an_objective(),))
PAGE = IndexPage(
    REPORT,
    (TeamLine("team:support", "Support", REPORT),),
    (Entry(cycle_ref("2026-Q4"), "cycle", "2026-Q4"),),
)
LINKS = SiteLinks(PLACES, "index.html")


def test_team_has_its_paces_and_its_objectives() -> None:
    (team,) = values_of(PAGE, a_frame(), LINKS, OPTIONS)["teams"]

    assert (team.name, team.objectives, team.reporting) == ("Support", 1, "1 key result")
    assert [status.word for status in team.paces] == ["1 at risk"]
    text = page_text(PAGE, "index.html")
    assert '<a href="teams/support.html">Support</a>' in text
    assert '<a href="objectives/2026-q4/cx-leader.html">Become the' in text


def test_of_many_concerns_the_most_urgent_stand_here() -> None:
    attention = tuple(
        Attention(Concern.AT_RISK, f"2026-Q4/o{number}/kr", "Title", None) for number in range(15)
    )
    page = IndexPage(a_report(attention=attention), (), ())
    values = values_of(page, a_frame(), LINKS, OPTIONS)

    assert (len(values["attention"]), values["more_concerns"]) == (MOST_CONCERNS, 5)
    assert "and 5 more" in page_text(page, "index.html")


def test_without_teams_the_objectives_stand_in_one_table() -> None:
    text = page_text(IndexPage(REPORT, (), ()), "index.html")

    assert 'id="objectives"' in text
    assert 'id="teams"' not in text


def test_objectives_of_a_team_are_the_worst_first_and_what_is_cancelled_last() -> None:
    paces = {"a": None, "b": Pace.ON_TRACK, "c": Pace.OFF_TRACK}
    report = a_report(
        objectives=tuple(an_objective(f"2026-Q4/{id_}", pace=pace) for id_, pace in paces.items())
    )
    page = IndexPage(report, (TeamLine("team:support", "Support", report),), ())
    (team,) = values_of(page, a_frame(), LINKS, OPTIONS)["teams"]

    assert [row.ref for row in team.rows] == ["2026-Q4/c", "2026-Q4/b", "2026-Q4/a"]
