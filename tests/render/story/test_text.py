from dataclasses import replace

from okrcli.render.story.text import common_names, short_ref
from okrcli.views.story import Event, EventKind, Story
from tests.render.story.samples import STORY, WHOLE, an_event


def shown(event: Event, story: Story) -> str:
    return short_ref(event, story, common_names(story))


def test_what_a_row_is_about_is_named_where_the_story_is_about_more() -> None:
    key_result, own = an_event(EventKind.EDITED), an_event(EventKind.EDITED, "2026-Q4/cx")

    assert (shown(key_result, STORY), shown(own, STORY)) == ("nps", "")
    assert shown(key_result, WHOLE) == "cx-leader/nps"
    other = an_event(EventKind.EDITED, "2026-Q3/cx-leader")
    both = replace(WHOLE, events=(*WHOLE.events, other))
    assert shown(key_result, both) == "2026-Q4/cx-leader/nps"
    assert shown(an_event(EventKind.CHECKED_IN, "2026-11-20-ana-7f3a9c12"), WHOLE) == ""
