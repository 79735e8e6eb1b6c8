"""`okr schema`: writes the JSON Schemas that editors use."""

from collections.abc import Collection, Iterator, Mapping
from pathlib import Path, PurePosixPath
from typing import Annotated, Literal

import typer

from okrcli.actions.change import Change
from okrcli.cli.messages import remark, say
from okrcli.cli.options import Invocation, invoked
from okrcli.cli.outputs import print_result
from okrcli.cli.saving import open_saver
from okrcli.errors import UsageError, WorkspaceError
from okrcli.history.message import build_message
from okrcli.storage.files import Write
from okrcli.storage.layout import MAX_BYTES, Kind, inside, kpi_path, modeline
from okrcli.storage.schemas import schema_files

KindName = Literal["settings", "objective", "kpi", "checkin", "improvement"]

_UP_TO_DATE = "The JSON Schemas are up to date."


@invoked
def schema(
    invocation: Invocation,
    *,
    check: Annotated[
        bool, typer.Option("--check", help="Write nothing; the exit code is 1 if one is old.")
    ] = False,
    stdout: Annotated[
        KindName | None, typer.Option(help="Write only this one, to standard output.")
    ] = None,
    no_commit: Annotated[
        bool, typer.Option("--no-commit", help="Write the files, commit nothing.")
    ] = False,
) -> None:
    """Write or refresh the JSON Schemas in `.okr`.

    Editors complete, explain and check a file by the schema that its first line names.
    """
    files = schema_files()
    if stdout:
        if check or no_commit:
            raise UsageError("--stdout writes no file.", "Leave out --check and --no-commit.")
        print_result(files[Kind[stdout.upper()].schema].decode())
        return
    invocation.plan()  # refuses the workspace of a newer okr, whose schemas are newer too
    root = invocation.root()
    writes = dict(_writes(root, files))
    if check:
        _check(writes)
    else:
        _refresh(root, writes, commit=not no_commit)


def _writes(root: Path, files: Mapping[str, bytes]) -> Iterator[tuple[str, Write]]:
    """Yield what is missing or old; git may have given a file another kind of line ends."""
    for path, content in files.items():
        file = inside(root, path)
        found = _content(file, path) if file.exists() else None
        if found is None or found.replace(b"\r\n", b"\n") != content:
            yield path, Write(file, content, found)


def _content(file: Path, path: str) -> bytes:
    if file.stat().st_size > MAX_BYTES:
        raise WorkspaceError(f"{path} is too large to be a JSON Schema of okr.", "Remove it.")
    return file.read_bytes()


def _check(writes: Mapping[str, Write]) -> None:
    for path, write in writes.items():
        say(f"{path} is {'missing' if write.expected is None else 'out of date'}.")
    if writes:
        remark("Run `okr schema` to write them.")
        raise typer.Exit(1)
    say(_UP_TO_DATE)


def _refresh(root: Path, writes: Mapping[str, Write], *, commit: bool) -> None:
    if not writes:
        say(_UP_TO_DATE)
        return
    change = Change(tuple(writes.values()), build_message("Refresh JSON Schemas", _names(writes)))
    lines = (
        f"  {'new    ' if write.expected is None else 'changed'}  {path}"
        for path, write in writes.items()
    )
    open_saver(root, commit=commit).save(change, lines)
    if sum(write.expected is None for write in writes.values()) == len(Kind):
        say(f"An editor uses them where the first line says so, as in {kpi_path('nps')}:")
        say(f"  {modeline(kpi_path('nps'))}")


def _names(paths: Collection[str]) -> list[str]:
    return [PurePosixPath(path).name.partition(".")[0] for path in paths]
