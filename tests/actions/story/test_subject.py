from datetime import date
from typing import Any

import pytest

from okrcli.actions.story.subject import everything, subject_called
from okrcli.errors import UnknownReferenceError
from okrcli.model.plan import Plan
from okrcli.model.settings import Settings
from okrcli.views.story import Event, EventKind, StoryCommit
from tests.builders import a_checkin, a_key_result, a_kpi, a_reading, an_entry, an_objective

DAY = date(2026, 11, 20)
COMMIT = StoryCommit("1a2b3c4d" * 5, DAY, "ana")
PLAN = Plan(
    Settings(),
    (an_objective(a_key_result(kpi="nps", formerly=["score"]), formerly=["cx"]),),
    (a_kpi(),),
)
PATHS = ("objectives/2026-Q3/old.yaml", "objectives/2026-Q4/old.yaml", "kpis/gone.yaml")


def names(ref: str) -> tuple[str, ...]:
    return subject_called(PLAN, ref, DAY, PATHS).names


def an_event(kind: EventKind, ref: str, **fields: Any) -> Event:
    return Event(kind, COMMIT, ref, "", **fields)


@pytest.mark.parametrize(
    ("ref", "name"),
    [
        ("cx-leader", "2026-Q4/cx-leader"),
        ("cx", "2026-Q4/cx-leader"),
        ("cx/score", "2026-Q4/cx-leader/nps"),
        ("2026-Q4/cx/nps", "2026-Q4/cx-leader/nps"),
        ("nps", "nps"),
        ("old", "2026-Q4/old"),
        ("2026-Q3/old", "2026-Q3/old"),
        ("old/nps", "2026-Q4/old/nps"),
        ("gone", "gone"),
    ],
)
def test_name_that_is_or_was_is_found(ref: str, name: str) -> None:
    assert names(ref)[0] == name


def test_name_that_never_was_is_refused() -> None:
    with pytest.raises(UnknownReferenceError, match="'nobody'"):
        names("nobody")


def test_entries_and_readings_of_its_kpis_are_about_it() -> None:
    subject = subject_called(PLAN, "cx-leader/nps", DAY, ())
    checkin = a_checkin("2026-11-20")

    assert subject.has_entry(an_entry(47, "cx/score"), checkin)
    assert subject.has_entry(a_reading(47), checkin)
    assert not subject.has_entry(an_entry(47, "2026-Q3/cx/score"), checkin)
    assert not subject.has_entry(a_reading(47, "csat"), checkin)
    assert any(word in b"key_result: cx-leader/nps" for word in subject.words)
    assert not any(word in b"key_result: cx-leader/csat" for word in subject.words)
    assert everything(PLAN).has_entry(a_reading(47, "csat"), checkin)


def test_what_becomes_of_its_objective_is_told_of_a_key_result() -> None:
    subject = subject_called(PLAN, "cx-leader/nps", DAY, ())

    assert subject.has_event(an_event(EventKind.APPROVED, "2026-Q4/cx-leader"))
    assert not subject.has_event(an_event(EventKind.EDITED, "2026-Q4/cx-leader"))
    assert subject_called(PLAN, "cx-leader", DAY, ()).has_event(
        an_event(EventKind.EDITED, "2026-Q4/cx-leader/nps")
    )


def test_names_are_followed_both_ways() -> None:
    subject = subject_called(PLAN, "old/nps", DAY, PATHS)
    renamed = an_event(EventKind.RENAMED, "2026-Q4/new", other="2026-Q4/old")
    moved = an_event(EventKind.MOVED, "2026-Q4/cx-leader/nps", other="2026-Q4/new/nps")

    followed = subject.with_names_in([renamed, moved])
    assert followed.names == ("2026-Q4/old/nps", "2026-Q4/new/nps", "2026-Q4/cx-leader/nps")
    assert followed.as_called_now().ref == "2026-Q4/cx-leader/nps"
    assert followed.defines("objectives/2026-Q4/new.yml")
    assert subject.with_names_in([moved]) is subject


def test_readings_under_a_former_name_of_its_kpi_are_about_a_key_result() -> None:
    plan = Plan(
        Settings(),
        (an_objective(a_key_result(kpi="csat")),),
        (a_kpi(id="satisfaction", formerly=["csat"]),),
    )
    subject = subject_called(plan, "cx-leader/nps", DAY, PATHS)
    assert subject.kpis == {"csat", "satisfaction"}
    assert subject.has_entry(a_reading(42, "satisfaction"), a_checkin("2026-11-20"))
