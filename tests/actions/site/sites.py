"""Sites of small workspaces, drawn in this process."""

from collections.abc import Callable, Mapping, Sequence
from datetime import date
from pathlib import Path

from okrcli.actions.check.check_run import findings_in
from okrcli.actions.site.build import BuiltSite, build_site, site_folder
from okrcli.actions.site.origin import Origin
from okrcli.actions.site.pages import Site, SiteRequest, site_of
from okrcli.actions.workspace import open_workspace
from okrcli.choices import Audience
from okrcli.cli.next_steps import COMMAND_LINE
from okrcli.model.finding import Finding
from okrcli.render.html.environment import stamp
from okrcli.render.html.site import render_site_page
from okrcli.render.options import RenderOptions
from okrcli.views.web_files import Forge, WebFiles
from tests.cli.workspaces import FILES

DAY = date(2026, 11, 20)
WEB = WebFiles(Forge.GITHUB, "https://github.com/acme/okrs", "main")
ORIGIN = Origin("abc" * 13 + "a", is_changed=False, web=WEB)
OPTIONS = RenderOptions(COMMAND_LINE)

ENDED = """\
title: Grow in the north
owner: ana
team: sales
impact: growth
why: The north buys more.
status: closed
closing: {date: 2026-09-30, computed: 0.5, worked: Weekly calls, next: Call first}
key_results:
  - {id: stores, title: Open stores, type: metric, baseline: 0, target: 10}
"""
SERVING = """\
title: Chat answers at once
owner: pavel
team: support
parent: cx-leader
impact: efficiency
why: Nobody waits.
key_results:
  - {id: wait, title: Cut the wait from 9 to 3 min, type: metric, baseline: 9, target: 3, unit: min}
"""
WORKSPACE: Mapping[str, str] = {
    **FILES,
    "objectives/2026-Q3/north.yaml": ENDED,
    "objectives/2026-Q4/chat.yaml": SERVING,
}


def _nothing() -> tuple[Finding, ...]:
    return ()


def a_site(
    root: Path,
    audience: Audience = Audience.ALL,
    origin: Origin = ORIGIN,
    day: date = DAY,
    find: Callable[[], Sequence[Finding]] = _nothing,
) -> Site:
    workspace = open_workspace(root, day)
    return site_of(SiteRequest(workspace, origin, audience, find, stamp()))


def findings_of(root: Path) -> Callable[[], Sequence[Finding]]:
    """Return what finds all that the rules have to say about the workspace *root*."""
    return lambda: findings_in(open_workspace(root, DAY), again=False)


def drawn(site: Site) -> Mapping[str, str]:
    """Return each page of *site*."""
    return {
        path: render_site_page(source.make(), site.frame, path, OPTIONS)
        for path, source in site.pages.items()
    }


def built(root: Path, folder: Path, site: Site) -> BuiltSite:
    """Write *site* of the workspace *root* to *folder*."""
    place = site_folder(folder, root, folder.parent)
    return build_site(
        place, site, lambda page, here: render_site_page(page, site.frame, here, OPTIONS)
    )
