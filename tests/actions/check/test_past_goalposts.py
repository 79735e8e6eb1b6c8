from datetime import date
from pathlib import Path

import pytest

from okrcli.actions.check.past_files import PastFiles, PastRequest, horizon_of
from okrcli.actions.check.past_goalposts import (
    PastGoalposts,
    definitions_in,
    reader_beside,
)
from okrcli.checks.past import MergedState, Version
from okrcli.history.repository import open_repository
from okrcli.history.snapshots import contents_of
from okrcli.model.key_results import Metric
from okrcli.storage.workspace import load_plan, plan_with
from tests.security.forging import OBJECTIVE, TODAY, Workspace, agreed, objective

START = date(2026, 10, 1)


@pytest.fixture
def space(tmp_path: Path) -> Workspace:
    return agreed(tmp_path / "acme")


def past(space: Workspace) -> tuple[list[Version], dict[str, MergedState]]:
    repository = open_repository(space.root)
    assert repository is not None
    root = space.root.resolve()
    request = PastRequest(root, load_plan(root), TODAY, None, horizon_of(TODAY, None))
    files = PastFiles.of(repository, request, None)
    goalposts = PastGoalposts(repository, files, {OBJECTIVE: START}, reader_beside(request))
    contents = contents_of(repository, goalposts.blobs_to_read)
    return list(goalposts.versions(contents)), dict(goalposts.merged_later(contents))


def targets(*versions: Version) -> list[tuple[str, str]]:
    """Return day and target of each version."""
    found = []
    for version in versions:
        for each in version.objectives:
            [key_result] = each.key_results
            assert isinstance(key_result, Metric)
            found.append((str(version.day), str(key_result.target)))
    return found


def test_objectives_are_read_whatever_the_settings_of_their_day() -> None:
    [found] = definitions_in(
        {OBJECTIVE: objective().encode(), "okr.yaml": b"version: 99\n"}
    ).objectives

    assert found.ref == "2026-Q4/o"


def test_last_state_before_the_cycle_and_each_day_since_are_versions(space: Workspace) -> None:
    space.commit("2026-09-21", {OBJECTIVE: objective(61)})
    space.commit("2026-09-30", {OBJECTIVE: objective(62)})
    space.commit("2026-10-05", {OBJECTIVE: objective(63)})
    space.commit("2026-10-05", {OBJECTIVE: objective(64)})
    versions, merged = past(space)

    assert targets(*versions) == [("2026-09-30", "62"), ("2026-10-05", "64")]
    assert merged == {}


def test_version_that_cannot_be_read_gives_way_to_the_one_before_it(space: Workspace) -> None:
    space.commit("2026-09-30", {OBJECTIVE: "title: [\n"})
    space.commit("2026-10-05", {OBJECTIVE: objective()})

    assert targets(*past(space)[0])[0] == ("2026-09-20", "60")


def test_objective_that_was_taken_away_in_time_was_not_agreed(space: Workspace) -> None:
    space.commit("2026-09-30", {OBJECTIVE: None})
    space.commit("2026-10-05", {OBJECTIVE: objective(50)})

    assert targets(*past(space)[0]) == [("2026-10-05", "50")]


def test_line_that_was_merged_after_the_cycle_began_is_told_with_its_base(
    space: Workspace,
) -> None:
    space.git("2026-09-21", "switch", "--quiet", "--create", "side")
    space.commit("2026-09-22", {OBJECTIVE: objective(45)})
    space.git("2026-09-22", "switch", "--quiet", "main")
    space.commit("2026-09-23", {"README.md": "Hello\n"})
    space.git("2026-10-06", "merge", "--quiet", "--no-ff", "--no-edit", "side")
    versions, merged = past(space)

    assert targets(*versions) == [("2026-09-23", "60")]
    [line] = merged.values()
    assert targets(line.version, line.base) == [("2026-09-22", "45"), ("2026-09-20", "60")]


def test_state_that_cannot_be_read_gives_way_to_one_of_its_own_line(space: Workspace) -> None:
    space.git("2026-09-21", "switch", "--quiet", "--create", "side")
    space.commit("2026-09-22", {OBJECTIVE: objective(45)})
    space.git("2026-09-22", "switch", "--quiet", "main")
    space.commit("2026-09-23", {OBJECTIVE: "title: [\n"})
    space.git("2026-10-06", "merge", "--quiet", "--no-ff", "--no-edit", "-X", "theirs", "side")
    versions, _ = past(space)

    assert targets(*versions)[0] == ("2026-09-20", "60")


def test_line_that_was_merged_in_time_is_part_of_what_was_agreed(space: Workspace) -> None:
    space.git("2026-09-21", "switch", "--quiet", "--create", "side")
    space.commit("2026-09-22", {OBJECTIVE: objective(45)})
    space.git("2026-09-22", "switch", "--quiet", "main")
    space.git("2026-09-25", "merge", "--quiet", "--no-ff", "--no-edit", "side")
    versions, merged = past(space)

    assert targets(*versions)[0][1] == "45"
    assert merged == {}


def test_commit_with_a_date_that_cannot_be_is_doubtful(space: Workspace) -> None:
    space.commit("2099-01-01", {"README.md": "Hello\n"})
    space.commit("2026-09-25", {OBJECTIVE: objective(50)})
    versions, _ = past(space)

    assert [version.is_doubtful for version in versions] == [False, True]


def test_definitions_that_are_as_they_were_are_not_read_again(space: Workspace) -> None:
    plan = load_plan(space.root)
    request = PastRequest(space.root, plan, TODAY, None, horizon_of(TODAY, None))
    read, raw = reader_beside(request), (space.root / OBJECTIVE).read_bytes()
    other = objective(50).encode()

    assert read(OBJECTIVE, raw)[0] is plan.objectives[0]
    assert list(read(OBJECTIVE, raw)) == list(plan_with(OBJECTIVE, raw).objectives)
    assert list(read(OBJECTIVE, other)) == list(plan_with(OBJECTIVE, other).objectives)
    assert read("objectives/2026-Q4/other.yaml", raw)[0] is not plan.objectives[0]
    assert read(OBJECTIVE, b"title: [") == ()
