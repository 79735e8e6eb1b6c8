"""Restricts a view to a team or a person."""

from collections.abc import Iterable
from typing import TYPE_CHECKING

from okrcli.actions.names import owners_of, teams_of
from okrcli.errors import UnknownReferenceError
from okrcli.frozen import frozen_dataclass
from okrcli.nearest import suggestion_hint

if TYPE_CHECKING:
    from okrcli.model.plan import Plan


@frozen_dataclass
class Selection:
    """The team and the owner to show; `None` for all."""

    team: str | None = None
    owner: str | None = None

    def require_known(self, plan: "Plan", others: Iterable[str] = ()) -> None:
        """Refuse an unknown team or person.

        Args:
            plan: What the workspace holds.
            others: People who are meant too, although they own nothing.

        Raises:
            UnknownReferenceError: There is no such team or person.
        """
        _require("team", self.team, set(teams_of(plan)))
        _require("owner", self.owner, {*owners_of(plan), *others})

    def has(self, team: str | None, owner: str | None) -> bool:
        """Return whether something of *team* and *owner* is to be shown."""
        return self.team in {None, team} and self.owner in {None, owner}


EVERYBODY = Selection()


def _require(what: str, name: str | None, names: set[str]) -> None:
    if name is not None and name not in names:
        raise UnknownReferenceError(
            f"There is no {what} '{name}' here.", suggestion_hint(name, names)
        )
