"""What stands around each page of a site: the way to the others, and what it was made of."""

from collections.abc import Iterator, Sequence
from typing import Final, NamedTuple

from okrcli.render.html.site.links import SiteLinks
from okrcli.views.site import ARCHIVE, CHECK, INDEX, SEARCH, SiteFrame, cycle_ref

_DIGITS: Final = 12
"""How many digits of a commit are shown, as git itself does in a large repository."""


class NavItem(NamedTuple):
    """One link at the top of each page."""

    href: str
    title: str
    is_here: bool


class Chrome(NamedTuple):
    """The top and the bottom of a page."""

    nav: Sequence[NavItem]
    as_of: str
    commit: str
    commit_href: str
    is_changed: bool
    left_out: str


def chrome_of(frame: SiteFrame, links: SiteLinks) -> Chrome:
    """Return what stands around the page that *links* are seen from."""
    commit = frame.commit or ""
    return Chrome(
        nav=list(_nav(frame, links)),
        as_of=str(frame.as_of),
        commit=commit[:_DIGITS],
        commit_href=frame.web.address_of_commit(commit) if frame.web and commit else "",
        is_changed=frame.is_changed,
        left_out=_left_out(frame.left_out),
    )


def _left_out(count: int) -> str:
    """Return that entries are left out, where nobody is told which."""
    if not count:
        return ""
    said = "entry with an error is" if count == 1 else "entries with errors are"
    return f"{count:,} {said} left out, so numbers may be wrong."


def _nav(frame: SiteFrame, links: SiteLinks) -> Iterator[NavItem]:
    titles = {
        INDEX: frame.workspace,
        cycle_ref(frame.cycle): frame.cycle,
        ARCHIVE: "Archive",
        CHECK: "Check",
        SEARCH: "Search",
    }
    for ref, title in titles.items():
        if ref in frame.places:
            is_here = frame.places[ref] == links.here
            yield NavItem(links.href(ref), title, is_here)
