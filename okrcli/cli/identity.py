"""Who is typing, as the id that stands in the files."""

import re
from pathlib import Path

from okrcli.cli.ids import id_from
from okrcli.errors import HistoryError, UsageError
from okrcli.model.base import ID_PATTERN
from okrcli.model.settings import Settings


def own_id(folder: Path, settings: Settings, by: str | None = None, *, commit: bool) -> str:
    """Return *by*, else the person with git's `user.email`, else git's `user.name` as an id.

    Args:
        folder: The workspace's.
        settings: Know the people.
        by: What was typed.
        commit: Whether git has to know us too.

    Raises:
        UsageError: *by* is no id, or git does not know who we are either.
        HistoryError: Git would refuse the commit, so that `--by` alone would not help.
    """
    if by is not None:
        return person_id(by, "--by", settings)
    found = git_id(folder, settings)
    if not found and commit:
        _require_identity(folder)
    if not found:
        raise UsageError("It is not known who you are.", "Say it with --by, as in `--by ana`.")
    return found


def _require_identity(folder: Path) -> None:
    from okrcli.history.ready import require_identity  # noqa: PLC0415  only where it is missing
    from okrcli.history.repository import open_repository  # noqa: PLC0415  as above

    repository = open_repository(folder)
    if repository is not None:
        require_identity(repository)


def git_id(folder: Path, settings: Settings) -> str | None:
    """Return the id of the person that git takes us for; `None` when it takes us for nobody."""
    from okrcli.history.repository import identity_at  # noqa: PLC0415  only where nobody is named

    try:
        identity = identity_at(folder)
    except HistoryError:  # a workspace without git, on a machine without it
        return None
    if identity is None:
        return None
    email = identity.email.casefold()
    known = (id_ for id_, person in settings.people.items() if _same(person.email, email))
    return next(known, None) or id_from(identity.name) or id_from(email.partition("@")[0]) or None


def _same(email: str | None, folded: str) -> bool:
    return email is not None and email.casefold() == folded


def person_id(text: str, option: str, settings: Settings) -> str:
    """Return *text*, the value of *option*, when it is the id of a person.

    Raises:
        UsageError: It is no id, or nobody in a workspace that names its people.
    """
    if not re.fullmatch(ID_PATTERN, text):
        raise UsageError(
            f"{option} is '{text}', which is no id.", f"Write it like '{id_from(text) or 'ana'}'."
        )
    if settings.people and text not in settings.people:
        known = ", ".join(sorted(settings.people))
        raise UsageError(f"{option} is '{text}', who is not among the people in okr.yaml: {known}.")
    return text
