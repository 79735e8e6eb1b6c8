"""What is due on a day, and who owes it."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import field
from datetime import date
from itertools import groupby

from okrcli.compute.reports.reminders import Due
from okrcli.frozen import frozen_dataclass
from okrcli.model.refused import RefusedEntry

NOBODY = "nobody"


@frozen_dataclass
class Reminders:
    """What is due on a day, by owner and then the longest awaited first.

    Attributes:
        names: The names of people by id; some may be missing.
        refused: The refused entries, so that what they record is still due.
    """

    workspace: str
    as_of: date
    dues: tuple[Due, ...]
    names: Mapping[str, str] = field(default_factory=dict)
    refused: tuple[RefusedEntry, ...] = ()

    def name_of(self, owner: str | None) -> str:
        """Return the name of an owner, with the id."""
        return owner_text(owner, self.names)


def owner_text(owner: str | None, names: Mapping[str, str]) -> str:
    """Return the name of an owner, with the id; *names* are those of people by id."""
    if owner is None:
        return NOBODY
    name = names.get(owner)
    return f"{name} ({owner})" if name else owner


def by_owner(dues: Iterable[Due]) -> list[tuple[str | None, Sequence[Due]]]:
    """Return *dues* grouped by owner; those that nobody owns come last."""
    ranked = sorted(dues, key=lambda due: (due.owner is None, due.owner or ""))
    return [(owner, list(group)) for owner, group in groupby(ranked, key=lambda due: due.owner)]
