from okrcli.views.story import Event, EventKind, Story, StoryCommit
from tests.builders import a_day

COMMIT = StoryCommit("1a2b3c4d" * 5, a_day("2026-11-20"), "ana")
EVENTS = tuple(Event(EventKind.CREATED, COMMIT, ref, f"kpis/{ref}.yaml") for ref in "abc")
STORY = Story("Acme", None, (), None, EVENTS, uncommitted=["kpis/d.yaml"], older=4)


def test_latest_events_are_kept_and_the_others_counted() -> None:
    assert STORY.latest(2) == Story(
        "Acme", None, (), None, EVENTS[1:], uncommitted=["kpis/d.yaml"], older=5
    )


def test_story_that_is_short_enough_stays_whole() -> None:
    assert STORY.latest(3) == STORY
    assert STORY.latest(9) == STORY
