"""`okr init`: makes a workspace."""

from __future__ import annotations

import shlex
from collections.abc import Iterable
from dataclasses import replace
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from okrcli.choices import Audience, CiServer, Language
from okrcli.cli.completion import complete_example
from okrcli.cli.messages import note_done, remark_all, say, say_all
from okrcli.cli.options import Invocation
from okrcli.cli.options.groups import saving_option
from okrcli.cli.start.imports import will_run
from okrcli.cli.writing import SavingWish, writes
from okrcli.errors import UsageError

if will_run(__name__):
    from okrcli.actions.change import Change
    from okrcli.actions.init.ci_job import CiJob, ci_job
    from okrcli.actions.init.cleaning import cleaning
    from okrcli.actions.init.set_up import (
        WorkspaceRequest,
        below,
        ignored_remarks,
        repository_at,
        repository_of,
        set_up,
        workspace_files,
    )
    from okrcli.actions.output_places import place_of_output
    from okrcli.actions.saving import Saving
    from okrcli.cli.saving import Saver, open_saver
    from okrcli.render.text.changes import set_up_lines
    from okrcli.storage.workspace import find_root
    from okrcli.system import path_from

if TYPE_CHECKING:
    from okrcli.history.repository import Repository


@writes(push=False)
def init(
    invocation: Invocation,
    saving: SavingWish,
    *,
    path: Annotated[
        Path | None,
        typer.Argument(metavar="PATH", help="Workspace folder; created if it does not exist."),
    ] = None,
    language: Annotated[Language | None, typer.Option(help="Language of the sample files.")] = None,
    name: Annotated[str | None, typer.Option(help="Name of the workspace.")] = None,
    example: Annotated[
        str | None, typer.Option(help="Start from this example.", autocompletion=complete_example)
    ] = None,
    bare: Annotated[bool, typer.Option("--bare", help="Settings alone, without samples.")] = False,
    ci: Annotated[
        CiServer | None, typer.Option(help="Add a job that runs `okr check` on this CI server.")
    ] = None,
    install: Annotated[
        str | None,
        typer.Option(
            help="With --ci: what pip installs there (default: what is installed here).",
            metavar="REQUIREMENT",
        ),
    ] = None,
    pages: Annotated[
        bool, typer.Option("--pages", help="With --ci: add a job that publishes `okr site`.")
    ] = False,
    publish: Annotated[
        Audience,
        typer.Option(help="With --pages: what the pages show; they may be public."),
    ] = Audience.SCORE,
    clean: Annotated[bool, typer.Option("--clean", help="Remove unchanged samples.")] = False,
    no_git: Annotated[
        bool, saving_option("--no-git", help="Do not create a repository or commit.")
    ] = False,
) -> None:
    """Create a workspace with sample files, or from an example.

    Run it in an empty folder (which becomes a git repository), in a repository, or in any folder
    inside one. Existing files are kept, so it is safe to run again.
    """
    root = place_of_output(path or Path(), invocation.folder)
    if clean:
        if example or language or name or bare or ci or install or pages:
            raise UsageError("--clean only removes, so it does not go with options of new files.")
        _clean(
            find_root(root),
            invocation.today,
            replace(saving, commits=saving.commits and not no_git),
        )
        return
    if install is not None and ci is None:
        raise UsageError("--install needs --ci.", "Add --ci github or --ci gitlab.")
    if pages and ci is None:
        raise UsageError("--pages needs --ci.", "Add --ci github or --ci gitlab.")
    if publish is not Audience.SCORE and not pages:
        raise UsageError("--publish needs --pages.", "Add --pages.")
    files = workspace_files(WorkspaceRequest(root, invocation.today, example, language, name, bare))
    repository = None if no_git else _repository(root, saving)
    base = repository.root if repository else root
    job = _job(ci, root.relative_to(base).as_posix(), install, publish if pages else None)
    made = set_up({**files, **below(base, job.files if job else {})})
    saver = Saver(Saving(base, repository if saving.commits else None, note_done), saving)
    _save(made.change(name or root.name), saver, set_up_lines(root, made.new, made.kept))
    remark_all(ignored_remarks(repository, root))
    if job:
        written = [file for file in job.files if base / file in made.new]
        remark_all(job.remarks(written))
        say_all(job.lines(written))
    _tell_next(root, invocation.folder.resolve())


def _job(
    server: CiServer | None, folder: str, install: str | None, pages: Audience | None
) -> CiJob | None:
    return ci_job(server, folder, install, pages) if server else None


def _clean(root: Path, today: date, saving: SavingWish) -> None:
    found = cleaning(root, today, repository_at(root))
    remark_all(found.kept)
    _save(found.change, open_saver(root, saving), found.lines)


def _repository(root: Path, saving: SavingWish) -> Repository | None:
    if saving.dry_run:
        return repository_at(root)
    repository, is_new = repository_of(root, commit=saving.commits)
    if is_new:
        say(f"Created a git repository in {root}.")
    return repository


def _save(change: Change | None, saver: Saver, lines: Iterable[str]) -> None:
    if change:
        saver.save(change, lines)
    else:
        say_all(lines)


def _tell_next(root: Path, here: Path) -> None:
    say_all(["", "Next:"])
    if root != here:
        say(f"  cd {shlex.quote(path_from(here, root))}")
    say("  okr new        adds objectives, key results and KPIs")
    say("  okr approve    makes a draft active, once it is agreed")
    say("  okr checkin    records this week's values")
    say("  okr report     shows where you stand")
