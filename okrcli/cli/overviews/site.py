"""`okr site`: a page for each thing, for people with a browser."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from functools import partial
from pathlib import Path
from typing import Annotated

import typer

from okrcli.choices import Audience
from okrcli.cli.messages import say
from okrcli.cli.options import Invocation, with_invocation
from okrcli.cli.options.groups import output_option
from okrcli.cli.start.imports import will_run

if will_run(__name__):
    from okrcli.actions.site.build import BuiltSite, build_site, site_folder
    from okrcli.actions.site.origin import origin_of
    from okrcli.actions.site.pages import SiteRequest, site_of
    from okrcli.actions.workspace import Workspace
    from okrcli.cli.outputs import terminal_options
    from okrcli.cli.workspace import readable_workspace
    from okrcli.compute.rounding import count_text
    from okrcli.model.finding import Finding
    from okrcli.render.html.environment import stamp
    from okrcli.render.html.site import render_site_page
    from okrcli.render.options import RenderOptions
    from okrcli.views.site import SiteFrame, SitePage


@with_invocation
def site(
    invocation: Invocation,
    *,
    folder: Annotated[
        Path,
        typer.Argument(
            metavar="PATH", help="Folder for the pages: a new one, an empty one, or a site's."
        ),
    ],
    publish: Annotated[
        Audience,
        output_option(
            help="What the pages show: `all`; `titles` without people and what they wrote; or"
            " `score`, which has numbers for names."
        ),
    ] = Audience.ALL,
    branch: Annotated[
        str | None,
        output_option(metavar="NAME", help="Branch that links lead to (default: the present one)."),
    ] = None,
    open_it: Annotated[
        bool, output_option("--open", help="Open the first page in a browser.")
    ] = False,
) -> None:
    """Write a page for each objective, KPI, team, person and cycle, and an archive and a check.

    The pages need no server and load nothing. Only those on which something has changed are made
    again, and the new site takes the place of the old one at one moment. Pages of things that are
    gone are removed; a folder that holds other files is refused.
    """
    place = site_folder(folder, invocation.root(), invocation.folder)
    workspace = readable_workspace(invocation)
    request = SiteRequest(
        workspace,
        origin_of(workspace.root, branch),
        publish,
        partial(_find, invocation, workspace),
        stamp(),
    )
    with invocation.progress("Comparing pages") as bar:
        made = site_of(request)
        bar.describe("Writing pages")
        built = build_site(
            place, made, _drawing(made.frame, terminal_options(invocation)), bar.track
        )
    say(_outcome(built))
    first = built.place / "index.html"
    if open_it:
        _open(first)
    else:
        say(f"The first page is {first}")


def _find(invocation: Invocation, workspace: Workspace) -> Sequence[Finding]:
    from okrcli.actions.check.check_run import findings_in  # noqa: PLC0415  few pages need it

    return findings_in(workspace, invocation.now(), again=False)


def _drawing(frame: SiteFrame, options: RenderOptions) -> Callable[[SitePage, str], str]:
    return lambda page, here: render_site_page(page, frame, here, options)


def _outcome(built: BuiltSite) -> str:
    whole = count_text(built.written + built.kept, "page")
    parts = [f"{built.written} new or changed", f"{built.kept} as before"]
    if built.removed:
        parts.append(f"{built.removed} removed")
    return f"The site has {whole}: {', '.join(parts)}."


def _open(page: Path) -> None:
    import webbrowser  # noqa: PLC0415  few want it

    if not webbrowser.open(page.as_uri()):
        say(f"There is no browser here. Open {page}")
