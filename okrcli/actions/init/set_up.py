"""Makes a workspace: which files it gets, and what is missing of them."""

import shlex
from collections.abc import Iterator, Mapping
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING

from okrcli.actions.change import Change
from okrcli.actions.identity import git_id
from okrcli.actions.init.examples import example_files
from okrcli.actions.init.samples import sample_files
from okrcli.actions.records import parse_record
from okrcli.errors import HistoryError, UsageError, WorkspaceError
from okrcli.frozen import frozen_dataclass
from okrcli.history.message import build_message
from okrcli.model.settings import Language, Settings
from okrcli.next_step import NextStep, StepKind
from okrcli.printable import is_text
from okrcli.storage.files import Write
from okrcli.storage.layout import DATA_FOLDERS, SETTINGS_FILE
from okrcli.storage.schemas import schema_files, with_modelines

if TYPE_CHECKING:
    from okrcli.history.repository import Repository


@frozen_dataclass
class WorkspaceRequest:
    """What somebody wants a workspace to be; `None` where they said nothing.

    Attributes:
        is_bare: Whether without samples.
    """

    root: Path
    today: date
    example: str | None = None
    language: Language | None = None
    name: str | None = None
    is_bare: bool = False

    @property
    def is_there(self) -> bool:
        """Whether the folder is already a workspace."""
        return (self.root / SETTINGS_FILE).exists()


@frozen_dataclass
class SetUp:
    """What making a workspace comes to.

    Attributes:
        new: The files that are missing.
        kept: Those that are there already, and stay as they are.
    """

    new: Mapping[Path, bytes]
    kept: frozenset[Path]

    def change(self, name: str) -> Change | None:
        """Return what is to be written of the workspace *name*; `None` when nothing is missing."""
        if not self.new:
            return None
        writes = tuple(Write(file, content) for file, content in self.new.items())
        return Change(writes, build_message("Set up OKRs", [name]))


def set_up(files: Mapping[Path, bytes]) -> SetUp:
    """Return which of *files* are missing."""
    missing = {file: content for file, content in files.items() if not file.exists()}
    return SetUp(missing, frozenset(files.keys() - missing.keys()))


def workspace_files(request: WorkspaceRequest) -> Mapping[Path, bytes]:
    """Return the files of the workspace: its own ones, and the JSON Schemas.

    Raises:
        OkrError: There cannot be such a workspace.
    """
    if request.root.exists() and not request.root.is_dir():
        raise UsageError(f"{request.root} is a file.", "Name the folder for the workspace.")
    outer = _workspace_with_data_in(request.root)
    if outer is not None and not request.is_there:
        raise WorkspaceError(
            f"{request.root} is among the data of the workspace in {outer}.", "Name another folder."
        )
    own = _example_files(request) if request.example is not None else _sample_files(request)
    return {**own, **below(request.root, schema_files())}


def _workspace_with_data_in(folder: Path) -> Path | None:
    """Return the workspace that takes each file in *folder* for its own; `None` without one."""
    whole = folder.resolve()
    return next(
        (
            above
            for above in whole.parents
            if whole.relative_to(above).parts[0] in DATA_FOLDERS
            and (above / SETTINGS_FILE).exists()
        ),
        None,
    )


def below(folder: Path, files: Mapping[str, bytes]) -> Mapping[Path, bytes]:
    """Return *files*, by posix path from *folder*, by their whole path."""
    return {folder / path: content for path, content in files.items()}


def _example_files(request: WorkspaceRequest) -> Mapping[Path, bytes]:
    if request.language or request.name or request.is_bare:
        raise UsageError(
            "An example has its own language, name and files.", "Leave out these options."
        )
    if request.is_there:
        raise WorkspaceError(
            f"{request.root} is already a workspace.", "Give the example a folder of its own."
        )
    files = example_files(request.example or "", request.today)
    return below(request.root, with_modelines(files))


def _sample_files(request: WorkspaceRequest) -> Mapping[Path, bytes]:
    """Return the samples, but for those of which the team has files of its own."""
    settings = _settings(request)
    samples = sample_files(
        settings.language,
        settings.name,
        owner=git_id(request.root, settings) or "me",
        cycle=settings.calendar.cycle_on(request.today),
        today=request.today,
    )
    return {
        file: content
        for file, content in below(request.root, with_modelines(samples)).items()
        if file.exists() or not _is_needless(request, file)
    }


def _settings(request: WorkspaceRequest) -> Settings:
    """Return the settings of the workspace that is there, else of the one that is asked for."""
    if request.is_there:
        from okrcli.storage.workspace import load_plan  # noqa: PLC0415  only when run again

        return load_plan(request.root).settings
    name = request.name or request.root.name or "OKR"
    if not is_text(name):
        raise UsageError(
            f"The folder's name '{name}' is not UTF-8, so it cannot be the workspace's.",
            NextStep(StepKind.NAME_WORKSPACE),
        )
    return parse_record(Settings, {"name": name, "language": request.language})


def _is_needless(request: WorkspaceRequest, sample: Path) -> bool:
    """Whether nobody wants *sample*, or the team has files of its own of its kind."""
    root = request.root
    kind = sample.relative_to(root).parts[0]
    if kind != SETTINGS_FILE and request.is_bare:
        return True
    return (root / kind).is_dir() and any((root / kind).rglob("*.yaml"))


def repository_at(root: Path) -> "Repository | None":
    """Return the repository that holds *root*, which need not exist yet; `None` without one."""
    from okrcli.history.repository import open_repository  # noqa: PLC0415  not everybody wants git

    return open_repository(root)


def repository_of(root: Path, *, commit: bool) -> "tuple[Repository, bool]":
    """Return the repository that holds *root*, and whether it was made, as there was none.

    Raises:
        HistoryError: A commit is wanted, and git does not know who we are.
    """
    from okrcli.history.ready import require_identity  # noqa: PLC0415  not everybody wants git
    from okrcli.history.repository import (  # noqa: PLC0415  as above
        create_repository,
        identity_at,
        open_repository,
    )

    found = open_repository(root)
    if found is None and commit and identity_at(root) is None:
        raise HistoryError(
            "Git does not know who you are, so nothing was created.",
            "Tell it with `git config --global user.name` and user.email.",
            NextStep(StepKind.MAKE_NO_COMMIT),
        )
    repository = found or create_repository(root)
    if commit:
        require_identity(repository)
    return repository, found is None


def ignored_remarks(repository: "Repository | None", root: Path) -> Iterator[str]:
    """Yield where git ignores what the team will write: a commit is refused, a file is not."""
    files = [root / folder / "a.yaml" for folder in DATA_FOLDERS]  # which need not exist yet
    for file in repository.find_ignored(files) if repository else ():
        yield (
            f"Git ignores {file.parent}, so nothing in it can be committed."
            f" See why: git check-ignore -v --no-index {shlex.quote(str(file))}"
        )
