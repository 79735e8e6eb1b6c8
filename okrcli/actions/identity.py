"""Who is typing, as the id that is written to files."""

import re
from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from okrcli.actions.ids import id_from
from okrcli.errors import HistoryError, UsageError
from okrcli.model.base import ID_PATTERN
from okrcli.model.people import AddressBook
from okrcli.model.settings import Settings
from okrcli.next_step import Hint, NextStep, StepKind

if TYPE_CHECKING:
    from okrcli.history.configuration import Identity
    from okrcli.history.repository import Repository


class UnknownCommitterError(UsageError):
    """Nobody in okr.yaml has the user's address in git, or several people have it.

    Attributes:
        candidates: The ids of the people it may be.
        new_address: The address that would identify the person next time; `None` if it would not.
    """

    def __init__(
        self, message: str, *hints: Hint, candidates: Sequence[str], new_address: str | None = None
    ) -> None:
        super().__init__(message, *hints)
        self.candidates = candidates
        self.new_address = new_address


def own_id(
    folder: Path,
    settings: Settings,
    by: str | None = None,
    *,
    commit: bool,
    repository: "Repository | None" = None,
) -> str:
    """Return *by*, or the person with git's `user.email`, or git's `user.name` as an id.

    If okr.yaml lists people, the name must be that of one of them without an address.

    Args:
        folder: The workspace's.
        settings: The settings, with the people.
        by: What was typed.
        commit: Whether git must have an identity, too.
        repository: That of the workspace, where it is open already.

    Raises:
        UsageError: *by* is no id.
        UnknownCommitterError: It is unknown who is typing.
        HistoryError: Git would refuse the commit, so naming a person would not help.
    """
    if by is not None:
        return person_id(by, settings)
    identity = repository.identity() if repository else _identity(folder)
    if identity is None:
        if commit:
            _require_identity(folder)
        raise UnknownCommitterError(
            "okr does not know who you are.",
            NextStep(StepKind.SAY_WHO, "ana"),
            candidates=_persons(settings),
        )
    found = _id_of(identity, settings)
    if found is None:
        raise _unknown(identity, settings)
    return found


def git_id(folder: Path, settings: Settings) -> str | None:
    """Return the id of the person in git's configuration; `None` if there is none."""
    identity = _identity(folder)
    return _id_of(identity, settings) if identity else None


def _identity(folder: Path) -> "Identity | None":
    from okrcli.history.repository import identity_at  # noqa: PLC0415  only where nobody is named

    try:
        return identity_at(folder)
    except HistoryError:  # a workspace without git, on a machine without it
        return None


def _require_identity(folder: Path) -> None:
    from okrcli.history.ready import require_identity  # noqa: PLC0415  only where it is missing
    from okrcli.history.repository import open_repository  # noqa: PLC0415  as above

    repository = open_repository(folder)
    if repository is not None:
        require_identity(repository)


def _id_of(identity: "Identity", settings: Settings) -> str | None:
    if not settings.people:
        return id_from(identity.name) or id_from(identity.email.partition("@")[0]) or None
    known = _matching_people(identity, settings)
    return known[0] if len(known) == 1 else None


def _matching_people(identity: "Identity", settings: Settings) -> tuple[str, ...]:
    return AddressBook.of(settings.people).ids_for(identity.name, identity.email)


def _unknown(identity: "Identity", settings: Settings) -> UnknownCommitterError:
    git_knows = f"Git knows you as {identity.name} <{identity.email}>"
    if known := _matching_people(identity, settings):
        return UnknownCommitterError(
            f"{git_knows}, and in okr.yaml that can be {' or '.join(known)}.",
            NextStep(StepKind.SAY_WHO, known[0]),
            "Give the address to only one of them.",
            candidates=known,
        )
    return UnknownCommitterError(
        f"{git_knows}, but nobody in okr.yaml has that address.",
        NextStep(StepKind.SAY_WHO, next(iter(settings.people))),
        "Or add the address to your `email` there.",
        candidates=_persons(settings),
        new_address=identity.email,
    )


def _persons(settings: Settings) -> Sequence[str]:
    """Return the ids of the people, without bots."""
    return [id_ for id_, person in settings.people.items() if not person.bot]


def person_id(text: str, settings: Settings) -> str:
    """Return *text* if it is the id of a person.

    Raises:
        UsageError: It is not an id, or not one of the people in okr.yaml.
    """
    if not re.fullmatch(ID_PATTERN, text):
        raise UsageError(
            f"'{text}' is not the id of a person.", f"Write it like '{id_from(text) or 'ana'}'."
        )
    if settings.people and text not in settings.people:
        known = ", ".join(sorted(settings.people))
        raise UsageError(f"'{text}' is not among the people in okr.yaml: {known}.")
    return text
