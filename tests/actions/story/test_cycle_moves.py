"""Which commit moved the days of a cycle."""

from pathlib import Path

import pytest

from okrcli.actions.story.audit import audit_of
from okrcli.actions.story.cycle_moves import CycleMoves
from okrcli.history.log import log
from okrcli.history.repository import open_repository
from okrcli.model.finding import Location
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
