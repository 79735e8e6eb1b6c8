"""Examines everything that may keep okr from working."""

from collections.abc import Callable, Iterator
from pathlib import Path

from okrcli.actions.doctor.cache import cache_diagnoses
from okrcli.actions.doctor.clone import clone_diagnoses
from okrcli.actions.doctor.files import file_diagnoses
from okrcli.actions.doctor.programs import program_diagnoses
from okrcli.actions.doctor.who import who_diagnoses
from okrcli.errors import HistoryError, NoHistoryError, OkrError, WorkspaceError
from okrcli.history.repository import Repository, open_repository
from okrcli.model.plan import Plan
from okrcli.storage.cache.folder import CacheFolder
from okrcli.storage.workspace import find_root, load_plan
from okrcli.views.doctor import Diagnosis, Examination, State


def examine(
    folder: Path, state_folder: Path | None = None, cache: CacheFolder | None = None
) -> Examination:
    """Return the diagnoses for working in *folder*; nothing is changed.

    Args:
        folder: The workspace's root or a folder below it; it may be in no workspace at all.
        state_folder: Where programs keep what the user has not finished; `None` for nowhere.
        cache: Where is kept what files hold.
    """
    # What has one cause, as a git that is missing, is told once.
    told: dict[object, Diagnosis] = {}
    for diagnosis in _diagnoses(folder, state_folder, cache):
        is_fine = diagnosis.state is State.OK
        told.setdefault(diagnosis if is_fine else diagnosis.message, diagnosis)
    return Examination(tuple(told.values()))


def _diagnoses(
    folder: Path, state_folder: Path | None, cache: CacheFolder | None
) -> Iterator[Diagnosis]:
    yield from _safely("programs", program_diagnoses)
    root, found = _workspace(folder)
    yield from found
    plan, read = _plan(root) if root else (None, ())
    yield from read
    if root and plan:
        yield from _safely("files", lambda: file_diagnoses(root, plan, state_folder))
    repository, opened = _repository(root or folder)
    yield from opened
    yield from _safely("identity", lambda: who_diagnoses(root or folder, plan, repository))
    if repository:
        yield from _safely("clone", lambda: clone_diagnoses(repository, root))
    yield from _safely("cache", lambda: cache_diagnoses(cache))


def _safely(about: str, look: Callable[[], Iterator[Diagnosis]]) -> Iterator[Diagnosis]:
    """Yield what *look* finds; an error that stops it becomes a diagnosis, too."""
    try:
        yield from look()
    except OkrError as error:
        yield Diagnosis(about, State.ERROR, error.message, error.hints)
    except OSError as error:
        place = f" ({error.filename})" if error.filename else ""
        yield Diagnosis(about, State.ERROR, f"The system refused: {error.strerror}{place}.")


def _workspace(folder: Path) -> tuple[Path | None, tuple[Diagnosis, ...]]:
    try:
        root = find_root(folder)
    except WorkspaceError as error:
        return None, (Diagnosis("workspace", State.NOTE, error.message, error.hints),)
    return root, (Diagnosis("workspace", State.OK, f"{root}"),)


def _plan(root: Path) -> tuple[Plan | None, tuple[Diagnosis, ...]]:
    try:
        return load_plan(root), ()
    except OkrError as error:
        return None, (Diagnosis("files", State.ERROR, error.message, error.hints),)


def _repository(folder: Path) -> tuple[Repository | None, tuple[Diagnosis, ...]]:
    try:
        repository = open_repository(folder)
    except NoHistoryError as error:
        return None, (Diagnosis("repository", State.WARNING, error.message, error.hints),)
    except HistoryError as error:
        return None, (Diagnosis("repository", State.ERROR, error.message, error.hints),)
    if repository is None:
        return None, (Diagnosis("repository", State.NOTE, _NO_REPOSITORY, (_MAKE_ONE,)),)
    return repository, (Diagnosis("repository", State.OK, f"{repository.root}"),)


_NO_REPOSITORY = "There is no git repository here, so check-ins are files without a history."
_MAKE_ONE = "Make one: git init."
