"""`okr init`: makes a workspace."""

import os
import shlex
from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import groupby
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from okrcli.actions.change import Change
from okrcli.actions.identity import git_id
from okrcli.actions.init.ci_files import CiServer
from okrcli.actions.init.examples import example_files
from okrcli.actions.init.samples import sample_files
from okrcli.actions.records import parse_record
from okrcli.actions.saving import Saving
from okrcli.cli.completion import complete_example
from okrcli.cli.init.ci_job import ci_job
from okrcli.cli.messages import remark, say
from okrcli.cli.options import Invocation, invoked
from okrcli.cli.output_places import place_of_output
from okrcli.cli.saving import Saver
from okrcli.errors import HistoryError, UsageError, WorkspaceError
from okrcli.history.message import build_message
from okrcli.model.settings import Language, Settings
from okrcli.printable import is_text
from okrcli.storage.files import Write
from okrcli.storage.layout import DATA_FOLDERS, SETTINGS_FILE
from okrcli.storage.schemas import schema_files, with_modelines
from okrcli.system import path_from

if TYPE_CHECKING:
    from okrcli.history.repository import Repository

MOST_LISTED = 8
"""As many files of one folder are named; more are counted."""


@dataclass(frozen=True, slots=True)
class Wish:
    """What the user wants the workspace to be; `None` where they said nothing."""

    root: Path
    example: str | None
    language: Language | None
    name: str | None


@invoked
def init(
    invocation: Invocation,
    *,
    path: Annotated[
        Path | None, typer.Argument(help="The workspace's folder; made when it does not exist.")
    ] = None,
    language: Annotated[
        Language | None, typer.Option(help="Of the samples and their comments.")
    ] = None,
    name: Annotated[str | None, typer.Option(help="The workspace's name.")] = None,
    example: Annotated[
        str | None, typer.Option(help="Start from this example.", autocompletion=complete_example)
    ] = None,
    ci: Annotated[
        CiServer | None, typer.Option(help="Add what lets this server run `okr check`.")
    ] = None,
    install: Annotated[
        str | None,
        typer.Option(
            help="With --ci: what pip installs there (default: what is installed here).",
            metavar="REQUIREMENT",
        ),
    ] = None,
    no_commit: Annotated[
        bool, typer.Option("--no-commit", help="Write the files, commit nothing.")
    ] = False,
    no_git: Annotated[
        bool, typer.Option("--no-git", help="Make no repository, and commit nothing.")
    ] = False,
) -> None:
    """Make a workspace: settings and samples, or an example.

    Run it in an empty folder (which becomes a git repository), in a repository, or in any folder
    of one. Files that exist are kept, so it is safe to run again.
    """
    root = place_of_output(path or Path(), invocation.folder)
    job = ci_job(ci, install)
    own = _workspace_files(invocation, Wish(root, example, language, name))
    files = {**own, **_below(root, schema_files())}
    repository = None if no_git else _repository(root, commit=not no_commit)
    base = repository.root if repository else root
    job_files = job.files(root.relative_to(base).as_posix()) if job else {}
    files = {**files, **_below(base, job_files)}
    missing = {file: content for file, content in files.items() if not file.exists()}
    saver = Saver(Saving(base, None if no_commit else repository))
    _save(
        missing, saver, name or root.name, _file_lines(root, missing, files.keys() - missing.keys())
    )
    _tell_ignored(repository, root)
    if job:
        job.tell([name for name in job_files if base / name in missing])
    _tell_next(root, invocation.folder.resolve())


def _workspace_files(invocation: Invocation, wish: Wish) -> Mapping[Path, bytes]:
    if wish.root.exists() and not wish.root.is_dir():
        raise UsageError(f"{wish.root} is a file.", "Name the folder that shall be the workspace.")
    if wish.example is not None:
        _require_free_for_example(wish)
        return _below(wish.root, with_modelines(example_files(wish.example, invocation.today)))
    settings = _settings(wish)
    samples = sample_files(
        settings.language,
        settings.name,
        owner=git_id(wish.root, settings) or "me",
        cycle=settings.calendar.cycle_on(invocation.today),
        today=invocation.today,
    )
    return {
        file: content
        for file, content in _below(wish.root, with_modelines(samples)).items()
        if file.exists() or not _has_own(wish.root, file)
    }


def _require_free_for_example(wish: Wish) -> None:
    if wish.language or wish.name:
        raise UsageError("An example has its own language and name.", "Leave these options out.")
    if (wish.root / SETTINGS_FILE).exists():
        raise WorkspaceError(
            f"{wish.root} is a workspace already.", "Give the example a folder of its own."
        )


def _settings(wish: Wish) -> Settings:
    """Return the settings of the workspace that is there, else of the one that is wished for."""
    if (wish.root / SETTINGS_FILE).exists():
        from okrcli.storage.workspace import load_plan  # noqa: PLC0415  only when run again

        return load_plan(wish.root).settings
    name = wish.name or wish.root.name or "OKR"
    if not is_text(name):
        raise UsageError(
            f"The folder's name '{name}' is not UTF-8, so it cannot be the workspace's.",
            "Give the workspace one with --name.",
        )
    return parse_record(Settings, {"name": name, "language": wish.language})


def _has_own(root: Path, sample: Path) -> bool:
    """Whether the team has files of its own of the kind of *sample*, so that it needs none."""
    kind = sample.relative_to(root).parts[0]
    return (root / kind).is_dir() and any((root / kind).rglob("*.yaml"))


def _below(folder: Path, files: Mapping[str, bytes]) -> Mapping[Path, bytes]:
    return {folder / path: content for path, content in files.items()}


def _repository(root: Path, *, commit: bool) -> "Repository":
    """Return the repository that holds *root*, made when there is none."""
    from okrcli.history.ready import require_identity  # noqa: PLC0415  not with --no-git
    from okrcli.history.repository import (  # noqa: PLC0415  as above
        create_repository,
        identity_at,
        open_repository,
    )

    found = open_repository(root)
    if found is None and commit and identity_at(root) is None:
        raise HistoryError(
            "Git does not know who you are, so nothing was made.",
            "Tell it with `git config --global user.name` and user.email, or add --no-commit.",
        )
    if found is None:
        found = create_repository(root)
        say(f"Made {root} a git repository.")
    if commit:
        require_identity(found)
    return found


def _save(missing: Mapping[Path, bytes], saver: Saver, name: str, lines: Iterable[str]) -> None:
    if not missing:
        for line in lines:
            say(line)
        return
    writes = tuple(Write(file, content) for file, content in missing.items())
    saver.save(Change(writes, build_message("Set up OKRs", [name])), lines)


def _file_lines(root: Path, new: Collection[Path], kept: Collection[Path]) -> Iterator[str]:
    for word, files in (("new ", new), ("kept", kept)):
        for line in _listed(sorted(path_from(root, file) for file in files)):
            yield f"  {word}  {line}"
    if not new:
        yield "Nothing was missing."


def _listed(paths: Sequence[str]) -> Iterator[str]:
    """Yield *paths*; those of a folder with many of them, such as an example's, in one line."""
    for folder, group in groupby(paths, key=os.path.dirname):
        inside = list(group)
        if len(inside) > MOST_LISTED:
            yield f"{folder}/  ({len(inside)} files)"
        else:
            yield from inside


def _tell_ignored(repository: "Repository | None", root: Path) -> None:
    """Warn when git ignores what the team will write: a commit is refused, a file is not."""
    files = [root / folder / "a.yaml" for folder in DATA_FOLDERS]  # which need not exist yet
    for file in repository.ignored(files) if repository else ():
        remark(
            f"Git ignores {file.parent}, so nothing in it can be committed."
            f" See why: git check-ignore -v --no-index {shlex.quote(str(file))}"
        )


def _tell_next(root: Path, here: Path) -> None:
    say()
    say("Next:")
    if root != here:
        say(f"  cd {shlex.quote(path_from(here, root))}")
    say("  okr report     shows where you stand")
    say("  okr checkin    records this week's values")
    say("  okr new        adds your own objectives, key results and KPIs")
