from okrcli.actions.story.checkins.files import CheckinFiles
from okrcli.actions.story.origins import Origins
from okrcli.actions.story.people import Authors
from okrcli.checks.history.ids import SILENT_GOALPOST
from okrcli.model.finding import Finding, Location, Place
from okrcli.model.plan import Plan
from okrcli.model.settings import Settings
from okrcli.views.story import Event, EventKind
from tests.builders import a_key_result, a_kpi, an_objective
from tests.render.story.samples import an_event, moved

NPS = "2026-Q4/cx-leader/nps"
PLAN = Plan(
    Settings(),
    (an_objective(a_key_result(), formerly=["cx"]),),
    (a_kpi(formerly=["score"]),),
)


def a_move(day: str, field: str) -> Event:
    return an_event(EventKind.GOALPOST_MOVED, NPS, day, moves=moved(field, 1, 2), is_silent=True)


EVENTS = (
    an_event(EventKind.APPROVED, "2026-Q4/cx-leader", "2026-09-20"),
    an_event(EventKind.GOALPOST_MOVED, NPS, "2026-11-01", moves=moved("due", 1, 2), is_silent=True),
    an_event(
        EventKind.GOALPOST_MOVED, NPS, "2026-11-02", moves=moved("target", 1, 2), is_silent=True
    ),
    an_event(EventKind.RENAMED, "2026-Q4/new", "2026-11-03", other="2026-Q4/old"),
)
ORIGINS = Origins(PLAN, EVENTS, CheckinFiles(()), (), Authors.of(Settings()))


def day_of(ref: str, *location: str | int) -> str | None:
    finding = Finding.of(SILENT_GOALPOST, Place("a.yaml"), "", ref=ref, location=location)
    commit = ORIGINS.commit_of(finding)
    return str(commit.day) if commit else None


def test_goalpost_is_traced_to_the_commit_that_moved_it() -> None:
    where: Location = ("key_results", 0, "due")
    assert day_of(NPS, *where) == "2026-11-01"
    assert day_of(NPS, "key_results", 0, "target") == "2026-11-02"
    assert day_of(NPS) == "2026-11-02"
    assert day_of("2026-Q4/cx-leader", "approved_by") == "2026-09-20"
    assert day_of("2026-Q4/other", "target") is None


def test_old_names_lead_to_the_present_ones() -> None:
    assert ORIGINS.present_ref("2026-Q4/cx") == "2026-Q4/cx-leader"
    assert ORIGINS.present_ref("2026-Q4/cx/nps") == NPS
    assert ORIGINS.present_ref("score") == "nps"
    assert ORIGINS.present_ref("2026-Q4/old/kr") == "2026-Q4/new/kr"
    assert ORIGINS.present_ref("2026-Q4/other") == "2026-Q4/other"
