import re

from okrcli.render.html.environment import hash_of, own_text
from okrcli.views.site import Entry, SearchPage
from tests.render.html.site.frames import page_text

PAGE = SearchPage(
    (
        Entry("nps", "KPI", "NPS <i>"),
        Entry("person:ana", "person", "Ana"),
        Entry("cycle:2026-Q4", "cycle", "2026-Q4"),
    )
)


def test_list_has_everything_in_groups_without_a_script() -> None:
    text = page_text(PAGE, "search.html")

    assert '<a href="kpis/nps.html">NPS &lt;i&gt;</a> <small>nps</small>' in text
    assert re.findall("<h2>(.*?)</h2>", text) == ["KPIs", "People", "Cycles"]
    assert "<small>2026-Q4" not in text


def test_policy_names_the_one_script() -> None:
    text = page_text(PAGE, "search.html").replace("&#39;", "'")

    assert f"script-src {hash_of(own_text('search.js'))};" in text
    assert text.count("<script>") == 1
