"""Where a page of a thing is, as seen from another page."""

from typing import Protocol


class Links(Protocol):
    """Knows the pages that there are."""

    def href(self, ref: str) -> str:
        """Return the address of the page about *ref*; empty if there is none."""


class NoLinks:
    """There is only one page."""

    def href(self, ref: str) -> str:
        """Return nothing."""
        del ref
        return ""
