"""Everything that has a page: a list that a script narrows, and that works without it."""

from itertools import groupby
from typing import Any

from okrcli.render.html.links import Links
from okrcli.render.html.report import lang
from okrcli.render.options import RenderOptions
from okrcli.views.site import SearchPage, SiteFrame

_HEADINGS = {
    "cycle": "Cycles",
    "objective": "Objectives",
    "KPI": "KPIs",
    "team": "Teams",
    "person": "People",
}


def values_of(
    page: SearchPage, frame: SiteFrame, links: Links, options: RenderOptions
) -> dict[str, Any]:
    """Return what the template shows."""
    del options
    groups = groupby(page.entries, key=lambda entry: entry.kind)
    return {
        "workspace": frame.workspace,
        "lang": lang(frame.language),
        "links": links,
        "groups": [(_HEADINGS[kind], list(entries)) for kind, entries in groups],
    }
