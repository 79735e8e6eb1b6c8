"""The user's identity for git and okr."""

from collections.abc import Iterator
from pathlib import Path

from okrcli.actions.identity import UnknownCommitterError, own_id
from okrcli.errors import HistoryError
from okrcli.history.ready import require_identity
from okrcli.history.repository import Repository, identity_at
from okrcli.model.plan import Plan
from okrcli.model.settings import Settings
from okrcli.views.doctor import Diagnosis, State


def who_diagnoses(
    folder: Path, plan: Plan | None, repository: Repository | None
) -> Iterator[Diagnosis]:
    """Yield who commits in *folder*, and whom okr.yaml knows by that address."""
    if repository is not None:
        try:
            require_identity(repository)
        except HistoryError as error:
            message = "Git does not know who you are, so it refuses to commit."
            yield Diagnosis("identity", State.ERROR, message, error.hints)
            return
    try:
        identity = identity_at(folder)
        name = own_id(folder, plan.settings if plan else Settings(), commit=False)
    except UnknownCommitterError as error:
        yield Diagnosis("identity", State.WARNING, error.message, error.hints)
        return
    except HistoryError:  # there is no git, which is told already
        return
    known = f"{identity.name} <{identity.email}>" if identity else name
    yield Diagnosis("identity", State.OK, f"{known} checks in as {name}.")
