"""A review with something in each section, and hostile words in it."""

from datetime import date

from okrcli.actions.overviews.review import review_of
from okrcli.actions.selection import Selection
from okrcli.cli.next_steps import COMMAND_LINE
from okrcli.model.plan import Plan
from okrcli.model.settings import Settings
from okrcli.render import REVIEW_FORMATS, RenderOptions
from okrcli.views.review import Review
from tests.builders import (
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
    milestones,
)

HOSTILE = "[red]@all ![x](http://e.example) <b>`rm`"
HOURS = "2026-Q4/calm/hours"
MOVED = {"date": "2026-11-02", "field": "target", "was": 65, "now": 60, "why": "One market fewer"}
WORK = [{"id": "survey", "title": "Ask in chat", "owner": "ana", "due": "2026-11-30"}]


def a_whole_plan() -> Plan:
    """Return what Ana owns, what others own, and what they said of each other."""
    return a_plan(
        an_objective(
            a_key_result(amendments=[MOVED], kpi="nps"),
            milestones(id="training"),
            initiatives=WORK,
        ),
        an_objective(
            a_key_result(9, 5, id="hours", title="Wait less for a reply"),
            id="calm",
            title="Сделать ожидание незаметным",
            owner="pavel",
        ),
        a_kpi(50, owner="ana", title="Net promoter score"),
        a_kpi(20, id="csat", title="Satisfaction", owner="pavel", direction="up"),
        an_improvement(60, owner="ana", actions=[_action("ana", "done"), _action("pavel")]),
        a_checkin("2026-10-08", an_entry(42, confidence=7)),
        a_checkin("2026-10-23", an_entry(47, confidence=7, note=HOSTILE), a_reading(19, "csat")),
        a_checkin(
            "2026-11-12",
            an_entry(50, confidence=5),
            an_entry(8, HOURS),
            note="Second wave is in",
            kudos=[{"to": "pavel", "for": "cutting the queue in half"}],
        ),
        a_checkin("2026-11-13", by="pavel", kudos=[{"to": "ana", "for": "teaching all of us"}]),
        a_follow_up("2026-11-16", "8 of 12 are trained"),
        settings=Settings.model_validate({"name": "Acme"}),
    )


def _action(owner: str, status: str = "planned") -> dict[str, object]:
    title = "Train the team" if owner == "ana" else "Book the room"
    return {"title": title, "owner": owner, "due": date(2026, 11, 15), "status": status}


def a_review(plan: Plan | None = None, owner: str = "ana") -> Review:
    """Return the review of *owner*, as of the middle of the quarter."""
    found = a_whole_plan() if plan is None else plan
    return review_of(found, Q4, date(2026, 11, 20), Selection(owner=owner))


def drawn(name: str, width: int = 80, *, ascii_: bool = False) -> str:
    """Return the review in the format *name*."""
    options = RenderOptions(COMMAND_LINE, width=width, ascii=ascii_)
    return REVIEW_FORMATS[name](a_review(), options)
