"""What stands around a page, and the page."""

from typing import Any

from okrcli.cli.next_steps import COMMAND_LINE
from okrcli.render.html.site import render_site_page
from okrcli.render.options import RenderOptions
from okrcli.views.site import INDEX, SiteFrame, SitePage, cycle_ref
from okrcli.views.web_files import Forge, WebFiles
from tests.render.samples import DAY

WEB = WebFiles(Forge.GITHUB, "https://github.com/acme/okrs", "main")
OPTIONS = RenderOptions(COMMAND_LINE)
PLACES = {
    INDEX: "index.html",
    cycle_ref("2026-Q4"): "cycles/2026-q4.html",
    "2026-Q4/cx-leader": "objectives/2026-q4/cx-leader.html",
    "nps": "kpis/nps.html",
    "team:support": "teams/support.html",
    "person:ana": "people/ana.html",
}


def a_frame(**changes: Any) -> SiteFrame:
    facts: dict[str, Any] = {
        "workspace": "Acme",
        "language": "en",
        "as_of": DAY,
        "cycle": "2026-Q4",
        "commit": "0123456789abcdef",
        "places": PLACES,
        "web": WEB,
    }
    return SiteFrame(**(facts | changes))


def page_text(page: SitePage, here: str = "kpis/nps.html", **changes: Any) -> str:
    return render_site_page(page, a_frame(**changes), here, OPTIONS)
