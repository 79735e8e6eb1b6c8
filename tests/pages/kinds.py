"""A page of each kind in the site of a workspace that has everything."""

from typing import Final

KINDS: Final = (
    "index.html",
    "objectives/2026-q4/cx-leader.html",
    "objectives/2026-q4/whole.html",
    "objectives/2026-q3/closed.html",
    "kpis/nps.html",
    "kpis/whole.html",
    "teams/support.html",
    "people/ana.html",
    "cycles/2026-q4.html",
    "archive.html",
    "check.html",
    "search.html",
)
