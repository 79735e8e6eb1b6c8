"""A story with every kind of event, made by hand."""

from collections.abc import Mapping
from datetime import date
from decimal import Decimal
from typing import Any

from okrcli.model.checkin import KeyResultEntry
from okrcli.model.goalposts import Change
from okrcli.model.kpi import Bounds, KpiTarget
from okrcli.model.readings import Reading
from okrcli.views.story import Event, EventKind, FieldMove, Story, StoryCommit
from tests.render.samples import HOSTILE

NPS = "2026-Q4/cx-leader/nps"
CHECKIN = "checkins/2026/11/20/2026-11-20-ana-7f3a9c12.yaml"
OBJECTIVE = "objectives/2026-Q4/cx-leader.yaml"


def a_commit(day: str = "2026-11-02", author: str = "ana", **fields: Any) -> StoryCommit:
    defaults: Mapping[str, Any] = {"email": "ana@example.com", "subject": "Change"}
    sha = f"{day.replace('-', '')}".ljust(40, "a")
    return StoryCommit(sha, date.fromisoformat(day), author, **{**defaults, **fields})


def an_event(kind: EventKind, ref: str = NPS, day: str = "2026-11-02", **fields: Any) -> Event:
    return Event(kind, **{"commit": a_commit(day), "ref": ref, "path": OBJECTIVE, **fields})


def moved(field: str, was: Any, now: Any) -> tuple[FieldMove, ...]:
    return (FieldMove(field, was, now),)


_SAID = (
    KeyResultEntry(key_result=NPS, value=Decimal("47.5"), confidence=7, note=HOSTILE),
    KeyResultEntry(key_result="cx-leader/training", done=("pilot",), undone=("plan",)),
    Reading(kpi="csat", value=Decimal(83), segment="chat"),
)
_STATED = (
    FieldMove("title", None, HOSTILE),
    FieldMove("status", None, "draft"),
    FieldMove("target", None, KpiTarget(value=Decimal(60), by=date(2026, 12, 31))),
)
_CLOSED = (FieldMove("computed", None, Decimal("0.6")), FieldMove("score", None, Decimal("0.5")))

EVENTS = (
    an_event(EventKind.CREATED, "2026-Q4/cx-leader", "2026-09-20", moves=_STATED),
    an_event(EventKind.CARRIED, day="2026-09-20", moves=_STATED[:1], other="2026-Q3/cx-leader"),
    an_event(EventKind.ACTIVATED, "2026-Q4/cx-leader", "2026-09-21"),
    an_event(EventKind.APPROVED, "2026-Q4/cx-leader", by="pavel", dated=date(2026, 9, 28)),
    an_event(
        EventKind.AMENDED,
        moves=moved("target", Decimal(65), Decimal(60)),
        by="pavel",
        dated=date(2026, 11, 2),
        why=HOSTILE,
    ),
    an_event(
        EventKind.AMENDED,
        moves=moved("change", Change(Decimal(5), "percent"), None),
        dated=date(2026, 11, 1),
    ),
    an_event(EventKind.MOVED, other="2026-Q4/other/nps"),
    an_event(EventKind.RENAMED, other="2026-Q4/cx-leader/score"),
    an_event(EventKind.EDITED, moves=moved("bounds", Bounds(Decimal(0)), ("a", "b"))),
    an_event(EventKind.EDITED, moves=moved("title", "NPS", HOSTILE)),
    an_event(EventKind.EDITED, moves=moved("note", None, HOSTILE)),
    an_event(EventKind.GOALPOST_MOVED, moves=moved("due", None, "2026-11-30"), is_silent=True),
    an_event(
        EventKind.AGREEMENT_CHANGED,
        moves=moved("approved_by", "pavel 2026-09-28", None),
        is_silent=True,
    ),
    an_event(
        EventKind.CHECKED_IN,
        "2026-11-20-ana-7f3a9c12",
        "2026-11-20",
        path=CHECKIN,
        entries=_SAID,
        by="pavel",
        dated=date(2026, 11, 19),
        why="second wave",
    ),
    an_event(
        EventKind.CHECKIN_EDITED,
        "2026-11-20-ana-7f3a9c12",
        "2026-11-21",
        path=CHECKIN,
        moves=moved("cx-leader/nps", Decimal(47), Decimal(57)),
        is_silent=True,
    ),
    an_event(EventKind.CHECKIN_DELETED, "2026-11-20-ana-7f3a9c12", "2026-11-22", is_silent=True),
    an_event(EventKind.CHECKIN_RESTORED, "2026-11-20-ana-7f3a9c12", "2026-11-22"),
    an_event(EventKind.RETRACTED, day="2026-11-23", other="2026-11-20-ana-7f3a9c12", why="typo"),
    an_event(
        EventKind.DROPPED, day="2026-11-24", other="pilot", dated=date(2026, 11, 24), why="no time"
    ),
    an_event(EventKind.CANCELLED, "2026-Q4/cx-leader", "2026-11-25", by="pavel"),
    an_event(
        EventKind.CLOSED, "2026-Q4/cx-leader", "2026-12-31", moves=_CLOSED, why="survey was late"
    ),
    an_event(EventKind.REOPENED, "2026-Q4/cx-leader", "2026-12-31", is_silent=True),
    an_event(
        EventKind.DELETED, "2026-Q4/cx-leader", "2026-12-31", moves=moved("title", "CX", None)
    ),
)

STORY = Story(
    "Acme",
    "2026-Q4/cx-leader",
    ("2026-Q4/cx-leader", "2026-Q4/cx"),
    HOSTILE,
    EVENTS,
    ("kpis/nps.yaml",),
    12,
)
WHOLE = Story("Acme", None, (), None, EVENTS[:4])
EMPTY = Story("Acme", None, (), None, ())
