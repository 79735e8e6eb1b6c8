from okrcli.render.html.site.chrome import chrome_of
from okrcli.render.html.site.links import SiteLinks
from tests.render.html.site.frames import PLACES, a_frame


def test_top_leads_to_the_pages_that_there_are_and_marks_this_one() -> None:
    chrome = chrome_of(a_frame(), SiteLinks(PLACES, "cycles/2026-q4.html"))

    assert [(item.title, item.href, item.is_here) for item in chrome.nav] == [
        ("Acme", "../index.html", False),
        ("2026-Q4", "../cycles/2026-q4.html", True),
    ]


def test_bottom_says_of_when_and_of_which_commit() -> None:
    chrome = chrome_of(a_frame(is_changed=True), SiteLinks(PLACES, "index.html"))

    assert (chrome.as_of, chrome.commit) == ("2026-11-20", "0123456789ab")
    assert chrome.commit_href == "https://github.com/acme/okrs/commit/0123456789abcdef"
    assert chrome.is_changed


def test_without_a_repository_no_commit_is_told() -> None:
    chrome = chrome_of(a_frame(commit=None, web=None), SiteLinks(PLACES, "index.html"))

    assert (chrome.commit, chrome.commit_href) == ("", "")


def test_entries_that_are_left_out_are_counted_where_nobody_is_told_which() -> None:
    links = SiteLinks(PLACES, "index.html")

    assert chrome_of(a_frame(), links).left_out == ""
    assert chrome_of(a_frame(left_out=1), links).left_out.startswith("1 entry with an error is")
    assert chrome_of(a_frame(left_out=2), links).left_out.startswith("2 entries with errors are")
