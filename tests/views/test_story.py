from tests.render.story.samples import EVENTS, STORY


def test_latest_events_are_kept_and_the_others_counted() -> None:
    latest = STORY.latest(3)

    assert latest.events == EVENTS[-3:]
    assert latest.older == STORY.older + len(EVENTS) - 3
    assert STORY.latest(1000) == STORY
