"""Which commits moved the days of cycles."""

from datetime import date
from pathlib import Path

import pytest

from okrcli.actions.story.audit import audit_of
from okrcli.actions.story.cycle_moves import (
    CycleMoves,
    settings_in,
    with_silent_cycle_moves,
)
from okrcli.checks.past import SettingsVersion
from okrcli.history.log import log
from okrcli.history.repository import open_repository
from okrcli.model.finding import Location
from okrcli.storage.workspace import load_plan
from tests.security.forging import TODAY, Workspace, objective

FALL, WINTER = "{start: 2026-10-05, end: 2027-01-15}", "{start: 2026-10-05, end: 2027-01-20}"


def settings(fall: str = FALL, winter: str = WINTER) -> str:
    return f"version: 1\ncycles:\n  fall: {fall}\n  winter: {winter}\n"


@pytest.fixture
def space(tmp_path: Path) -> Workspace:
    files = {"okr.yaml": settings(), "objectives/fall/o.yaml": objective()}
    files["objectives/winter/o.yaml"] = objective()
    space = Workspace(tmp_path / "acme").commit("2026-09-20", files)
    early = settings(FALL.replace("15", "08"))
    space.commit("2026-10-06", {"okr.yaml": early})
    return space.commit(
        "2026-10-08", {"okr.yaml": settings(FALL.replace("15", "08"), WINTER.replace("-20", "-18"))}
    )


@pytest.mark.parametrize(
    ("location", "day"),
    [
        (("cycles", "fall", "end"), "2026-10-06"),
        (("cycles", "winter", "end"), "2026-10-08"),
        (("cycles", "fall"), "2026-09-20"),
        (("cycles", "fall", "start"), "2026-09-20"),
        (("teams", "fall"), None),
        (("cycles", "spring", "end"), None),
    ],
)
def test_cycle_is_traced_to_the_commit_that_moved_it(
    space: Workspace, location: Location, day: str | None
) -> None:
    repository = open_repository(space.root)
    assert repository is not None
    found = CycleMoves(repository, log(repository, space.root).entries).commit_of(location)
    assert (str(found.day) if found else None) == day


def test_audit_names_for_each_cycle_the_commit_that_moved_it(space: Workspace) -> None:
    lines = [line for line in audit_of(space.root.resolve(), TODAY).lines if line.code == "H801"]
    days = {line.message.split()[5]: str(line.commit and line.commit.day) for line in lines}
    assert days == {"fall": "2026-10-06", "winter": "2026-10-08"}


def silent_moves(space: Workspace, *texts: tuple[str, str]) -> list[tuple[str, ...]]:
    """Return the amendments of cycles, of okr.yaml as each day left it: a day, and the text."""
    versions = [
        SettingsVersion(date.fromisoformat(day), f"commit of {day}", known)
        for day, text in texts
        if (known := settings_in(text.encode()))
    ]
    plan = load_plan(space.root)
    cycles = with_silent_cycle_moves(plan, versions).settings.cycles
    return [
        (name, str(one.date), one.field, str(one.was), str(one.now))
        for name, dates in cycles.items()
        for one in dates.amendments
    ]


def test_days_that_moved_in_silence_were_others_before(space: Workspace) -> None:
    later = settings(FALL.replace("15", "25"))
    assert silent_moves(space, ("2026-09-20", settings()), ("2026-10-06", later)) == [
        ("fall", "2026-10-06", "end", "2027-01-15", "2027-01-25")
    ]
    assert silent_moves(space, ("2026-09-20", settings()), ("2026-10-04", later)) == []


def test_days_that_moved_openly_did_not_move_in_silence(space: Workspace) -> None:
    said = "{date: 2026-10-06, field: end, was: 2027-01-15, now: 2027-01-25, why: w}"
    later = FALL.replace("15}", f"25, amendments: [{said}]}}")
    assert silent_moves(space, ("2026-09-20", settings()), ("2026-10-06", settings(later))) == []


def test_settings_that_nobody_can_read_are_none() -> None:
    assert settings_in(b"version: 99\n") is None
