from collections.abc import Mapping
from datetime import date
from decimal import Decimal
from typing import Any

from okrcli.actions.story.definition_events import DefinitionEvents
from okrcli.model.kpi import Kpi
from okrcli.model.objective import Objective
from okrcli.views.story import Event, EventKind, StoryCommit
from tests.builders import a_key_result, a_kpi, an_objective, milestones

COMMIT = StoryCommit("1a2b3c4d" * 5, date(2026, 11, 2), "ana")
APPROVAL = {"who": "pavel", "date": "2026-11-02"}
GIVEN_UP: Mapping[str, Any] = {"date": "2026-11-02", "why": "no time", "approved_by": "pavel"}
CLOSING = {"date": "2026-12-31", "computed": Decimal("0.6")}


def events(
    before: Objective | None, now: Objective | None, *, is_bound: bool = True
) -> list[Event]:
    return [*DefinitionEvents(COMMIT, lambda _: is_bound).of_objectives([(before, now)])]


def kinds(before: Objective | None, now: Objective | None, *, is_bound: bool = True) -> list[str]:
    return [event.kind.value for event in events(before, now, is_bound=is_bound)]


def closing(**fields: Any) -> Objective:
    closing = {"date": "2026-12-31", **fields}
    return an_objective(status="closed", closing=closing)


def test_new_objective_is_created_or_carried_and_says_what_it_aims_at() -> None:
    created, key_result = events(None, an_objective(a_key_result(), status="draft"))

    assert [(move.field, str(move.now)) for move in created.moves][1:] == [("status", "draft")]
    assert [move.field for move in key_result.moves] == ["title", "baseline", "target"]
    [carried] = events(None, an_objective(carried_from="2026-Q3/cx"))
    assert (carried.kind, carried.other) == (EventKind.CARRIED, "2026-Q3/cx")


def test_approval_says_that_a_draft_became_active() -> None:
    draft = an_objective(status="draft")

    assert kinds(draft, an_objective(approved_by=[APPROVAL]), is_bound=False) == ["approved"]
    assert kinds(draft, an_objective(), is_bound=False) == ["activated"]


def test_approval_and_amendment_that_go_were_agreed() -> None:
    [event] = events(an_objective(approved_by=[APPROVAL]), an_objective())

    assert (event.kind, event.is_silent) == (EventKind.AGREEMENT_CHANGED, True)
    assert kinds(an_objective(), an_objective(status="draft")) == ["goalpost_moved"]


def test_key_result_and_step_are_dropped() -> None:
    dropped = a_key_result(dropped=GIVEN_UP)
    [event] = events(an_objective(a_key_result()), an_objective(dropped))
    assert (event.kind, event.by, event.why) == (EventKind.DROPPED, "pavel", "no time")

    steps = milestones().steps
    first = steps[0].model_copy(update={"dropped": dropped.dropped})
    without = milestones().model_copy(update={"steps": (first, *steps[1:])})
    [event] = events(an_objective(milestones()), an_objective(without))
    assert (event.kind, event.other) == (EventKind.DROPPED, "step-1")
    assert kinds(an_objective(without), an_objective(milestones())) == ["agreement_changed"]


def test_end_of_an_objective_is_told_with_its_score() -> None:
    [closed] = events(
        an_objective(), closing(computed=Decimal("0.6"), score=Decimal("0.5"), why="late")
    )
    assert [(move.field, str(move.now)) for move in closed.moves] == [
        ("computed", "0.6"),
        ("score", "0.5"),
    ]
    assert closed.why == "late"
    again = closing(computed=Decimal("0.7"), was=[CLOSING])
    assert kinds(closing(computed=Decimal("0.6")), again) == ["closed"]
    assert kinds(closing(computed=Decimal("0.6")), closing(computed=Decimal("0.9"))) == [
        "agreement_changed"
    ]
    cancelled = an_objective(status="cancelled", cancelled=GIVEN_UP)
    assert kinds(an_objective(), cancelled) == ["cancelled"]
    assert kinds(cancelled, an_objective()) == ["reopened"]


def test_goalposts_bind_once_they_are_agreed() -> None:
    before, now = (an_objective(a_key_result(target=target)) for target in (60, 50))

    assert kinds(before, now) == ["goalpost_moved"]
    assert kinds(before, now, is_bound=False) == ["edited"]
    assert kinds(before, an_objective()) == ["deleted"]
    assert kinds(before, None) == ["deleted"]


def test_names_are_told_when_they_change() -> None:
    objective = an_objective(a_key_result())
    renamed = an_objective(a_key_result(), id="cx", formerly=["cx-leader"])
    [event] = events(objective, renamed)
    assert (event.kind, event.ref, event.other) == (EventKind.RENAMED, "2026-Q4/cx", objective.ref)
    [event] = events(objective, an_objective(a_key_result(id="score")))
    assert (event.kind, event.ref) == (EventKind.RENAMED, "2026-Q4/cx-leader/score")


def test_other_name_is_silent_where_the_former_is_not_stated() -> None:
    objective = an_objective(a_key_result())
    stated = an_objective(a_key_result(id="score", formerly=["nps"]))
    unsaid = an_objective(a_key_result(id="score"))

    assert [event.is_silent for event in events(objective, stated)] == [False]
    assert [event.is_silent for event in events(objective, unsaid)] == [True]
    assert [event.is_silent for event in events(objective, unsaid, is_bound=False)] == [False]
    assert kinds(stated, unsaid) == ["agreement_changed"]
    carried = an_objective(carried_from="2026-Q3/cx")
    assert kinds(carried, an_objective()) == ["agreement_changed"]


def test_new_step_moves_the_goal_unless_it_says_since_when_it_counts() -> None:
    before, after = an_objective(milestones(1)), milestones(1, 1)
    [event] = events(before, an_objective(after))
    assert (event.kind, event.is_silent) == (EventKind.GOALPOST_MOVED, True)
    assert [move.field for move in event.moves] == ["steps.step-2"]

    first, second = after.steps
    said = second.model_copy(update={"added": date(2026, 11, 2)})
    added = after.model_copy(update={"steps": (first, said)})
    assert kinds(before, an_objective(added)) == ["edited"]
    assert kinds(before, an_objective(after), is_bound=False) == ["edited"]


def test_kpis_are_told_alike() -> None:
    def told(before: Kpi | None, now: Kpi | None) -> list[str]:
        definitions = DefinitionEvents(COMMIT, lambda _: True)
        return [event.kind.value for event in definitions.of_kpis([(before, now)])]

    assert told(None, a_kpi(60)) == ["created"]
    assert told(a_kpi(60), a_kpi(50)) == ["goalpost_moved"]
    assert told(a_kpi(60, segments=["chat"]), a_kpi(60)) == ["goalpost_moved"]
    assert told(a_kpi(60), a_kpi(60, id="score")) == ["renamed"]
    assert told(a_kpi(60), None) == ["deleted"]
