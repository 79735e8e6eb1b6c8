"""The state of a clone: unfinished operations, locks, and missing history."""

from collections.abc import Iterator, Sequence
from pathlib import Path, PurePosixPath

from okrcli.compute.rounding import listed_text
from okrcli.history.hooks import hooks_of, idle_hooks_of
from okrcli.history.locks import git_locks
from okrcli.history.ready import signs_commits
from okrcli.history.repository import Repository
from okrcli.history.sparse import files_left_out
from okrcli.storage.layout import DATA_FOLDERS, SETTINGS_FILE, is_like_data_file
from okrcli.system import is_abandoned
from okrcli.views.doctor import Diagnosis, State

_WHOLE_HISTORY = "Fetch all of it: git fetch --unshallow."
_PARTIAL = "Fetch what is missing: git fetch --refetch --no-filter."


def clone_diagnoses(repository: Repository, root: Path | None) -> Iterator[Diagnosis]:
    """Yield what is found in *repository*, and of the workspace *root* in it."""
    yield from _operation(repository)
    yield from _branch(repository)
    yield from _locks(repository)
    yield from _history(repository)
    yield from _hooks(repository)
    if root is not None:
        yield from _changes(repository, root)
        yield from _find_ignored(repository, root)
        yield from _left_out(repository, root)


def _operation(repository: Repository) -> Iterator[Diagnosis]:
    operation = repository.operation_in_progress()
    if operation:
        message = f"A {operation} is in progress, so okr commits nothing."
        hint = f"Finish it with `git {operation} --continue`, or give it up."
        yield Diagnosis("state", State.ERROR, message, (hint,))


def _branch(repository: Repository) -> Iterator[Diagnosis]:
    if repository.branch() is None:
        message = "No branch is checked out, so commits are on none and may get lost."
        yield Diagnosis("branch", State.WARNING, message, ("Choose one: git switch BRANCH.",))
    elif repository.head() is None:
        yield Diagnosis("branch", State.NOTE, "Nothing is committed yet.")


def _locks(repository: Repository) -> Iterator[Diagnosis]:
    for lock in git_locks(repository, repository.branch()):
        message = f"Another git process is running, or was interrupted: it holds {lock}."
        hint = "Wait for it to finish. If none is running, remove that file."
        yield Diagnosis("locks", State.ERROR, message, (hint,))
    if repository.lock_file.exists() and not is_abandoned(repository.lock_file):
        message = f"Another okr is committing: it holds {repository.lock_file}."
        yield Diagnosis("locks", State.NOTE, message, ("Wait for it to finish.",))


def _history(repository: Repository) -> Iterator[Diagnosis]:
    if repository.is_shallow():
        message = "This clone is shallow: what was agreed before is unknown here."
        yield Diagnosis("history", State.WARNING, message, (_WHOLE_HISTORY,))
    if repository.is_partial():
        message = "This is a partial clone, which may lack what files held before."
        yield Diagnosis("history", State.NOTE, message, (_PARTIAL,))


def _hooks(repository: Repository) -> Iterator[Diagnosis]:
    if running := hooks_of(repository):
        message = f"Git runs hooks when okr commits or pushes: {', '.join(running)}."
        yield Diagnosis("hooks", State.NOTE, message)
    if idle := idle_hooks_of(repository):
        message = f"Git passes over hooks that may not be run: {', '.join(idle)}."
        hint = "If they should run, make them executable: chmod +x."
        yield Diagnosis("hooks", State.NOTE, message, (hint,))
    if signs_commits(repository):
        yield Diagnosis("hooks", State.NOTE, "Git signs commits, so the signer has to be at hand.")


def _changes(repository: Repository, root: Path) -> Iterator[Diagnosis]:
    places = [root / name for name in (SETTINGS_FILE, *DATA_FOLDERS)]
    found = repository.status(*places).files
    yield from _new_definitions([file.name for file in found if file.is_untracked])
    files = [file for file in found if not file.is_untracked]
    conflicted = [file.name for file in files if file.is_conflicted]
    staged = [file.name for file in files if file.is_staged and not file.is_conflicted]
    edited = [file.name for file in files if not file.is_staged and not file.is_conflicted]
    if conflicted:
        message = f"Conflicts are not resolved in {listed_text(conflicted)}."
        hint = "Resolve them and commit."
        yield Diagnosis("changes", State.ERROR, message, (hint,))
    if staged:
        message = f"Staged by you, so okr does not commit them: {listed_text(staged)}."
        yield Diagnosis("changes", State.WARNING, message, ("Commit them, or unstage them.",))
    if edited:
        message = f"Not as the last commit has them: {listed_text(edited)}."
        hint = "Commit them, or see what changed: git diff."
        yield Diagnosis("changes", State.NOTE, message, (hint,))


def _new_definitions(names: Sequence[str]) -> Iterator[Diagnosis]:
    """Name definitions that are in no commit, once okr.yaml is; check-ins are named elsewhere."""
    paths = [PurePosixPath(name) for name in names if name.endswith((".yaml", ".yml"))]
    new = [str(path) for path in paths if "checkins" not in path.parts]
    if new and SETTINGS_FILE not in {path.name for path in paths}:
        message = f"In no commit yet: {listed_text(new)}."
        hint = "Commit them when they are finished: git add, then git commit."
        yield Diagnosis("new files", State.NOTE, message, (hint,))


def _find_ignored(repository: Repository, root: Path) -> Iterator[Diagnosis]:
    places = [root / SETTINGS_FILE, *(root / name / "example.yaml" for name in DATA_FOLDERS)]
    for path in repository.find_ignored(places):
        what = path if path.name == SETTINGS_FILE else path.parent
        message = f"Git ignores {what}, so nothing in it is ever committed."
        hint = f"See which rule it is: git check-ignore -v --no-index {what}"
        yield Diagnosis("ignored", State.ERROR, message, (hint,))


def _left_out(repository: Repository, root: Path) -> Iterator[Diagnosis]:
    if missing := files_left_out(repository, root, is_like_data_file):
        message = f"This sparse checkout leaves out {listed_text(missing)}."
        hint = "Take them in: git sparse-checkout add FOLDER."
        yield Diagnosis("history", State.WARNING, message, (hint,))
