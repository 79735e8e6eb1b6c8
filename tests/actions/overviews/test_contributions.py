"""What people did beside what they own."""

from datetime import date

from okrcli.actions.overviews.contributions import Contributions
from okrcli.actions.overviews.ownership import Ownership
from okrcli.actions.selection import Selection
from okrcli.compute.reports.report_builder import snapshot_on
from okrcli.model.base import Record
from okrcli.views.review import CheckinHelp, NoteEvidence
from tests.builders import (
    NPS,
    Q4,
    a_checkin,
    a_follow_up,
    a_key_result,
    a_kpi,
    a_plan,
    a_reading,
    an_entry,
    an_improvement,
    an_objective,
)

DAY = date(2026, 11, 20)
HOURS = "2026-Q4/calm/hours"
PAVEL, ANA, SUPPORT = Selection(owner="pavel"), Selection(owner="ana"), Selection(team="support")


def _done(*records: Record, by: Selection = ANA) -> Contributions:
    plan = a_plan(
        an_objective(a_key_result(), initiatives=_INITIATIVES),
        an_objective(
            a_key_result(id="hours", title="Wait less"), id="calm", owner="pavel", team="chat"
        ),
        a_kpi(50),
        a_kpi(50, id="csat", title="Satisfaction", owner="pavel"),
        *records,
    )
    return Contributions(Ownership(snapshot_on(plan, DAY), Q4, by))


_INITIATIVES = [
    {"id": "survey", "title": "Survey", "owner": "pavel"},
    {"id": "calls", "title": "C"},
]


def test_initiatives_are_those_of_the_person_or_of_the_team_s_objectives() -> None:
    assert [found.initiative.id for found in _done(by=PAVEL).initiatives()] == ["survey"]
    assert [found.initiative.id for found in _done(by=ANA).initiatives()] == []
    both = [found.initiative.id for found in _done(by=SUPPORT).initiatives()]
    assert both == ["survey", "calls"]


def test_check_ins_for_what_others_own_are_counted() -> None:
    done = _done(
        a_checkin("2026-10-09", an_entry(42), an_entry(8, HOURS), a_reading(80, "csat")),
        a_checkin("2026-10-16", an_entry(7, HOURS)),
        a_checkin("2026-10-17", an_entry(6, HOURS), by="zoe"),
        a_checkin("2026-09-30", an_entry(9, HOURS)),
    )
    assert list(done.checkins_for_others()) == [
        CheckinHelp(HOURS, "Wait less", "pavel", 2, date(2026, 10, 16)),
        CheckinHelp("csat", "Satisfaction", "pavel", 1, date(2026, 10, 9)),
    ]


def test_reading_that_feeds_an_owned_key_result_is_no_help_for_others() -> None:
    plan = a_plan(
        an_objective(a_key_result(kpi="csat")),
        a_kpi(50, id="csat", owner="pavel"),
        a_checkin("2026-10-09", a_reading(80, "csat"), an_entry(81)),
    )
    done = Contributions(Ownership(snapshot_on(plan, DAY), Q4, ANA))
    assert list(done.checkins_for_others()) == []


def test_what_one_owns_in_another_cycle_is_no_help_for_others() -> None:
    old = an_objective(a_key_result(id="last"), id="old", cycle="2026-Q3")
    done = _done(old, a_checkin("2026-10-02", an_entry(8, "2026-Q3/old/last")))
    assert list(done.checkins_for_others()) == []


def test_retracted_check_ins_are_no_help() -> None:
    done = _done(
        wrong := a_checkin("2026-10-09", an_entry(8, HOURS)),
        a_checkin("2026-10-10", retracted=[{"checkin": wrong.id}], name_end="beef"),
    )
    assert list(done.checkins_for_others()) == []


def test_actions_are_the_person_s_in_whosever_plans() -> None:
    own = an_improvement(owner="zoe", actions=[_action("ana"), _action("pavel")])
    assert [found.action.owner for found in _done(own).actions()] == ["ana"]
    assert list(_done(own).improvements()) == []
    assert [plan.id for plan in _done(an_improvement(owner="ana")).improvements()] == ["nps-plan"]


def test_plans_that_were_closed_before_the_cycle_or_opened_later_are_not_there() -> None:
    closed = {"date": date(2026, 9, 30)}
    old = an_improvement(id="old", opened="2026-09-01", owner="ana", closed=closed)
    new = an_improvement(id="new", opened="2026-11-21", owner="ana")
    assert list(_done(old, new).improvements()) == []


def _action(owner: str) -> dict[str, object]:
    return {"title": "Train", "owner": owner, "due": date(2026, 12, 1)}


def test_follow_ups_are_those_that_the_person_recorded() -> None:
    done = _done(a_follow_up("2026-11-09", "Half"), a_follow_up("2026-11-10", "All", by="zoe"))
    expected = NoteEvidence(date(2026, 11, 9), "ana", "nps-plan", "Half")
    assert list(done.follow_ups()) == [expected]


def test_kudos_are_received_and_given() -> None:
    done = _done(
        a_checkin("2026-10-09", kudos=[{"to": "pavel", "for": "help"}]),
        a_checkin("2026-10-10", by="zoe", kudos=[{"to": "ana", "for": "calm"}]),
        a_checkin("2026-10-11", by="zoe", kudos=[{"to": "pavel", "for": "speed"}]),
    )
    assert [kudos.reason for kudos in done.kudos_given()] == ["help"]
    assert [kudos.reason for kudos in done.kudos_received()] == ["calm"]


def test_notes_are_one_s_own_and_those_of_others_about_what_is_owned() -> None:
    done = _done(
        a_checkin("2026-10-09", an_entry(8, HOURS, note="His"), note="All in all"),
        a_checkin("2026-10-10", an_entry(8, HOURS, note="Hers"), by="zoe", note="Not about Ana"),
        a_checkin("2026-10-11", an_entry(42, "cx-leader/nps", note="About Ana's"), by="zoe"),
        a_checkin("2026-10-12", a_reading(44, note="Chat only")),
    )
    assert [(note.by, note.ref, note.note) for note in done.notes()] == [
        ("ana", None, "All in all"),
        ("ana", HOURS, "His"),
        ("zoe", NPS, "About Ana's"),
        ("ana", "nps", "Chat only"),
    ]
