from okrcli.render.story.text import short_ref
from okrcli.views.story import EventKind
from tests.render.story.samples import STORY, WHOLE, an_event


def test_what_a_row_is_about_is_named_where_the_story_is_about_more() -> None:
    key_result, own = an_event(EventKind.EDITED), an_event(EventKind.EDITED, "2026-Q4/cx")

    assert (short_ref(key_result, STORY), short_ref(own, STORY)) == ("nps", "")
    assert short_ref(key_result, WHOLE) == "2026-Q4/cx-leader/nps"
    assert short_ref(an_event(EventKind.CHECKED_IN, "2026-11-20-ana-7f3a9c12"), WHOLE) == ""
