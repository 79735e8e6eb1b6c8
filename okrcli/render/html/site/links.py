"""The addresses of a site's pages, as seen from one of them."""

from collections.abc import Mapping
from urllib.parse import quote

from okrcli.frozen import frozen_dataclass


@frozen_dataclass
class SiteLinks:
    """Links from the page at *here* to others.

    Attributes:
        places: The path of the page about each thing, by reference.
    """

    places: Mapping[str, str]
    here: str

    def href(self, ref: str) -> str:
        """Return the address of the page about *ref*, or the place on it; empty if there is none.

        A key result is on the page of its objective.
        """
        place = self.places.get(ref)
        if place is not None:
            return self._relative(place)
        objective, _, _ = ref.rpartition("/")
        page = self.places.get(objective)
        return f"{self._relative(page)}#{quote(ref)}" if page is not None else ""

    def _relative(self, place: str) -> str:
        return "../" * self.here.count("/") + quote(place)
