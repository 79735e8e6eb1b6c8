"""The pages of a site: one file a kind."""

from collections.abc import Callable, Mapping
from importlib import import_module
from typing import Any

from okrcli.render.html.environment import render_page
from okrcli.render.html.links import Links
from okrcli.render.html.site.chrome import chrome_of
from okrcli.render.html.site.links import SiteLinks
from okrcli.render.options import RenderOptions
from okrcli.views.site import SiteFrame, SitePage

Values = Callable[[Any, SiteFrame, Links, RenderOptions], dict[str, Any]]


def _values(module: str) -> Values:
    """Return what makes the values of a template, from *module*, imported when it is first used."""

    def values_of(
        page: SitePage, frame: SiteFrame, links: Links, options: RenderOptions
    ) -> dict[str, Any]:
        made: Values = import_module(f"okrcli.render.html.site.{module}").values_of
        return made(page, frame, links, options)

    return values_of


KINDS: Mapping[str, Values] = {
    "index": _values("index"),
    "part": _values("part"),
    "objective": _values("objective"),
    "kpi": _values("kpi"),
    "archive": _values("archive"),
    "check": _values("check"),
    "search": _values("search"),
}


def render_site_page(page: SitePage, frame: SiteFrame, here: str, options: RenderOptions) -> str:
    """Return the page that is to be at the path *here* of the site."""
    links = SiteLinks(frame.places, here)
    template = "report.html" if page.template == "part" else f"{page.template}.html"
    return render_page(
        template,
        site=chrome_of(frame, links),
        page=KINDS[page.template](page, frame, links, options),
    )
