"""How objectives were agreed, in real repositories."""

from pathlib import Path

import pytest

from okrcli.actions.story.audit import audit_of
from tests.security.forging import OBJECTIVE, TODAY, Workspace, agreed, objective

NEW = OBJECTIVE.replace("o.", "p.")
TEXT = objective().replace("stay", "recommend us")


@pytest.fixture
def space(tmp_path: Path) -> Workspace:
    space = agreed(tmp_path / "acme").git("2026-09-22", "checkout", "-q", "-b", "topic")
    return space.commit("2026-09-22", {NEW: TEXT}).git("2026-09-23", "checkout", "-q", "-")


def told(space: Workspace) -> list[str]:
    lines = audit_of(space.root.resolve(), TODAY).lines
    return [line.message for line in lines if line.ref == "2026-Q4/p"]


def merged_by(space: Workspace, monkeypatch: pytest.MonkeyPatch, name: str) -> int:
    monkeypatch.setenv("GIT_AUTHOR_NAME", name)
    monkeypatch.setenv("GIT_COMMITTER_NAME", name)
    space.git("2026-09-24", "merge", "-q", "--no-ff", "topic")
    return audit_of(space.root.resolve(), TODAY).verified.by_merge


def test_merge_by_somebody_else_is_an_agreement(
    space: Workspace, monkeypatch: pytest.MonkeyPatch
) -> None:
    assert merged_by(space, monkeypatch, "Carlos") == 1
    assert told(space) == []


def test_merge_by_the_author_is_none(space: Workspace, monkeypatch: pytest.MonkeyPatch) -> None:
    assert merged_by(space, monkeypatch, "Ana") == 0
    assert told(space) == ["Nothing shows that anybody beside Ana agreed to 2026-Q4/p."]


@pytest.mark.parametrize(
    ("message", "name"),
    [("Add p (#123)", "#123"), ("Add p\n\nSee merge request acme/okr!12", "!12")],
)
def test_squash_does_not_tell_who_merged(space: Workspace, message: str, name: str) -> None:
    space.git("2026-09-24", "merge", "-q", "--squash", "topic")
    space.git("2026-09-24", "commit", "-q", "-m", message)

    [said] = told(space)
    assert said.startswith(f"Git cannot tell who agreed to 2026-Q4/p ({name}): ")


def test_workspace_without_people_knows_authors_by_their_names(
    space: Workspace, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("GIT_AUTHOR_NAME", "Carlos")
    approved = "owner: ana\napproved_by:\n  - {who: carlos, date: 2026-09-24}\n"
    space.commit("2026-09-24", {NEW: f"{approved}{TEXT}"})

    assert audit_of(space.root.resolve(), TODAY).verified.by_approval == 1
