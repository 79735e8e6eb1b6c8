from okrcli.render.html.site.links import SiteLinks
from tests.render.html.site.frames import PLACES


def test_links_are_as_seen_from_the_page() -> None:
    deep, first = (
        SiteLinks(PLACES, here) for here in ("objectives/2026-q4/cx-leader.html", "index.html")
    )

    assert deep.href("nps") == "../../kpis/nps.html"
    assert first.href("nps") == "kpis/nps.html"


def test_key_result_is_on_the_page_of_its_objective() -> None:
    links = SiteLinks(PLACES, "index.html")

    assert links.href("2026-Q4/cx-leader/nps") == (
        "objectives/2026-q4/cx-leader.html#2026-Q4/cx-leader/nps"
    )


def test_what_has_no_page_has_no_link() -> None:
    assert SiteLinks(PLACES, "index.html").href("csat") == ""
    assert SiteLinks(PLACES, "index.html").href("2026-Q4/other/nps") == ""
