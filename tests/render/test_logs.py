"""Every format of stories, whole."""

from typing import Any

import pytest

from okrcli.cli.next_steps import COMMAND_LINE
from okrcli.render import LOG_FORMATS, RenderOptions
from okrcli.views.story import EventKind, Story
from tests.render.golden import assert_golden
from tests.render.story.samples import EMPTY, EVENTS, STORY, WHOLE
from tests.runners import active_in, steering_in

FILES = {"text": "log.txt", "json": "log.json", "markdown": "log.md"}


def drawn(story: Story, name: str = "text", **options: Any) -> str:
    return LOG_FORMATS[name](story, RenderOptions(COMMAND_LINE, **options))


@pytest.mark.parametrize("name", FILES)
def test_story_is_the_golden_one(name: str) -> None:
    assert_golden(FILES[name], drawn(STORY, name))


@pytest.mark.parametrize("width", [40, 120])
def test_story_fits_the_terminal(width: int) -> None:
    text = drawn(STORY, width=width, ascii=width == 40)
    assert_golden(f"log-{width}.txt", text)


def test_every_kind_and_every_format_is_drawn() -> None:
    assert {event.kind for event in EVENTS} == set(EventKind)
    assert set(FILES) == set(LOG_FORMATS)


def test_whole_story_has_no_heading_and_an_empty_one_says_so() -> None:
    assert drawn(WHOLE).startswith("Day ")
    assert drawn(EMPTY) == "Nothing has happened yet.\n"
    assert drawn(EMPTY, "markdown") == "### Acme\n\n"


def test_silent_changes_stand_out() -> None:
    moved = "▲ due the cycle's last day → 2026-11-30"
    assert f"\x1b[33m{moved}" in drawn(STORY, width=120, colour=True)
    assert f"| {moved}, without an amendment |" in drawn(STORY, "markdown")


@pytest.mark.parametrize("name", FILES)
def test_texts_of_the_files_steer_nothing(name: str) -> None:
    text = drawn(STORY, name)
    assert not any(map(active_in, text.splitlines()))
    assert steering_in(text) == []
