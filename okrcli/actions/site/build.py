"""Writes a site: draws what has changed, and keeps the rest."""

from collections.abc import Callable
from pathlib import Path
from typing import NamedTuple

from okrcli.actions.output_places import place_of_output
from okrcli.actions.site.pages import Site
from okrcli.errors import WorkspaceError
from okrcli.storage.layout import DATA_FOLDERS
from okrcli.storage.site_folder import SiteFolder, open_site_folder
from okrcli.tracking import Track, without_tracking
from okrcli.views.site import SitePage

Draw = Callable[[SitePage, str], str]
"""Returns the page at a path."""


class BuiltSite(NamedTuple):
    """What was written.

    Attributes:
        place: The folder of the site.
        written: How many pages are new or have changed.
        kept: How many are as they were.
        removed: How many are gone.
    """

    place: Path
    written: int
    kept: int
    removed: int


def site_folder(folder: Path, root: Path, here: Path) -> SiteFolder:
    """Return the folder for a site, which must be new, empty, or a site's already.

    Args:
        folder: As somebody named it, from *here* or absolute.
        root: The workspace, whose data it must not be among.
        here: The current folder.

    Raises:
        WorkspaceError: It holds something else, is among the data, or goes through a link of a
            checkout.
    """
    place = place_of_output(folder, here)
    if any(place.is_relative_to(root.resolve() / name) for name in DATA_FOLDERS):
        raise WorkspaceError(f"{folder} is among the data.", "Name another folder.")
    return open_site_folder(place)


def build_site(
    folder: SiteFolder, site: Site, draw: Draw, track: Track = without_tracking
) -> BuiltSite:
    """Let *site* take the place of what is in *folder*; only pages that have changed are drawn.

    Raises:
        WorkspaceError: It cannot be written; what was there stays.
    """
    kept = [
        path
        for path, source in site.pages.items()
        if (known := folder.pages.get(path)) is not None and known.key == source.key
    ]
    known_kept = frozenset(kept)
    stale = [path for path in site.pages if path not in known_kept]
    removed = folder.pages.keys() - site.pages.keys()
    if stale or removed or not folder.files:
        contents = {
            path: draw(site.pages[path].make(), path).encode("utf-8", "backslashreplace")
            for path in track(stale)
        }
        folder.replace(contents, kept, {path: source.key for path, source in site.pages.items()})
    return BuiltSite(folder.place, len(stale), len(kept), len(removed))
