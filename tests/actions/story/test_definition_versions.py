"""How the files of definitions have stood."""

from datetime import date
from pathlib import Path

import pytest

from okrcli.actions.story.definition_versions import DefinitionVersions
from okrcli.storage.workspace import load_plan
from tests.security.forging import OBJECTIVE, TODAY, Workspace, agreed, objective

RENAMED = OBJECTIVE.replace("o.yaml", "p.yaml")
FORMERLY = "formerly: [o]\n"


@pytest.fixture
def space(tmp_path: Path) -> Workspace:
    return agreed(tmp_path / "acme")


def _targets(space: Workspace, path: str) -> list[tuple[date, str]]:
    root = space.root.resolve()
    found = DefinitionVersions.of(root, load_plan(root), TODAY).versions(path)
    return [
        (version.day, f"{version.plan.objectives[0].key_results[0]!r}".split("target=")[1][:13])
        for version in found
    ]


def _target(value: int) -> str:
    return f"Decimal('{value}')"


def test_file_that_never_changed_has_no_versions(space: Workspace) -> None:
    assert _targets(space, OBJECTIVE) == []


def test_versions_are_those_of_each_commit_and_of_now(space: Workspace) -> None:
    space.commit("2026-10-06", {OBJECTIVE: objective(50)})
    assert _targets(space, OBJECTIVE) == [
        (date(2026, 9, 20), _target(60)),
        (date(2026, 10, 6), _target(50)),
        (TODAY, _target(50)),
    ]


def test_file_that_is_not_committed_as_it_is_has_versions(space: Workspace) -> None:
    (space.root / OBJECTIVE).write_text(objective(50), encoding="utf-8")
    assert _targets(space, OBJECTIVE) == [(date(2026, 9, 20), _target(60)), (TODAY, _target(50))]


def test_file_that_got_another_name_is_followed(space: Workspace) -> None:
    space.commit("2026-10-06", {OBJECTIVE: objective(50)})
    space.commit("2026-10-07", {OBJECTIVE: None, RENAMED: objective(50, head=FORMERLY)})
    assert [target for _, target in _targets(space, RENAMED)] == [
        _target(60),
        _target(50),
        _target(50),
        _target(50),
    ]


def test_workspace_that_got_another_folder_is_followed(space: Workspace) -> None:
    space.commit("2026-10-06", {OBJECTIVE: objective(50)}).move("teams/cx").commit("2026-10-07")
    assert [target for _, target in _targets(space, OBJECTIVE)] == [
        _target(60),
        _target(50),
        _target(50),
    ]


def test_folder_without_a_repository_has_no_versions(tmp_path: Path) -> None:
    (tmp_path / "okr.yaml").write_text("version: 1\n", encoding="utf-8")
    found = DefinitionVersions.of(tmp_path, load_plan(tmp_path), TODAY)
    assert (found.states, found.versions(OBJECTIVE)) == ({}, [])


def test_settings_are_those_of_each_commit_and_of_now(space: Workspace) -> None:
    def names() -> list[tuple[date, str]]:
        found = DefinitionVersions.of(space.root.resolve(), load_plan(space.root), TODAY).settings
        return [(version.day, version.settings.name) for version in found]

    assert names() == []
    space.commit("2026-10-06", {"okr.yaml": "version: 1\nname: Acme\n"})
    (space.root / "okr.yaml").write_text("version: 1\nname: Now\n", encoding="utf-8")
    assert names() == [(date(2026, 9, 20), "OKR"), (date(2026, 10, 6), "Acme"), (TODAY, "Now")]
