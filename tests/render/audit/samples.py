"""An audit with everything a renderer can meet, made by hand."""

from datetime import date

from okrcli.model.finding import Severity
from okrcli.next_step import NextStep, StepKind
from okrcli.views.audit import Audit, AuditLine, VerifiedCounts
from okrcli.views.story import EventKind
from tests.render.samples import HOSTILE
from tests.render.story.samples import CHECKIN, NPS, OBJECTIVE, a_commit, an_event, moved

_MOVED = an_event(EventKind.GOALPOST_MOVED, moves=moved("title", HOSTILE, "NPS"), is_silent=True)

LINES = (
    AuditLine(
        Severity.ERROR,
        "This check-in was edited by commit 1a2b3c4d (2026-11-21), after it was committed.",
        "Put it back as it was, and correct it with a new check-in for the same day.",
        "H802",
        path=CHECKIN,
        commit=a_commit("2026-11-21", HOSTILE, co_authors=("carlos",)),
    ),
    AuditLine(
        Severity.ERROR,
        f"Title of {NPS} was {HOSTILE} and is NPS, without an amendment.",
        NextStep(StepKind.SHOW_ITEM, "cx-leader/nps"),
        "H801",
        NPS,
        OBJECTIVE,
    ),
    AuditLine(Severity.WARNING, ref=NPS, path=OBJECTIVE, commit=a_commit(), event=_MOVED),
    AuditLine(
        Severity.INFO,
        "Date of the approval was moved.",
        "",
        "H801",
        NPS,
        OBJECTIVE,
        a_commit(),
        is_silenced=True,
    ),
)
SIGNED = {"verified": 3, "cannot_verify": 1, "bad": 0, "absent": 2}
AUDIT = Audit("Acme", date(2026, 11, 20), LINES, VerifiedCounts(40, 12, 7, 2, 1, 1, SIGNED))
CLEAN = Audit("Acme", date(2026, 11, 20), (), VerifiedCounts(40, 12, 7, by_approval=1))
