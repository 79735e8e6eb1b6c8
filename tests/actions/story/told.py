"""Stories as their kinds and references, told of real repositories."""

from pathlib import Path

from okrcli.actions.story.story import story_of
from okrcli.views.story import Event, Story
from tests.security.forging import TODAY, Workspace


def story(space: Workspace, ref: str | None = None) -> Story:
    return story_of(space.root.resolve(), TODAY, ref)


def told(space: Workspace, ref: str | None = None) -> list[tuple[str, str]]:
    return [(event.kind.value, event.ref) for event in story(space, ref).events]


def kinds(space: Workspace, ref: str | None = None) -> list[str]:
    return [kind for kind, _ in told(space, ref)]


def only(space: Workspace, kind: str) -> Event:
    [event] = [event for event in story(space).events if event.kind == kind]
    return event


def moves(event: Event) -> list[tuple[str, str, str]]:
    return [(move.field, f"{move.was}", f"{move.now}") for move in event.moves]


def clone(space: Workspace, folder: Path, *options: str) -> Path:
    """Return a clone of the repository, made without shortcuts of one disk."""
    space.git("2026-10-12", "clone", "--quiet", *options, f"file://{space.top}", f"{folder}")
    return folder
