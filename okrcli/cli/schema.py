"""`okr schema`: writes the JSON Schemas that editors use."""

from __future__ import annotations

from typing import Annotated, Literal

import typer

from okrcli.cli.messages import remark, say
from okrcli.cli.options import Invocation
from okrcli.cli.start.imports import will_run
from okrcli.cli.writing import SavingWish, writes
from okrcli.errors import UsageError

if will_run(__name__):
    from okrcli.actions.schema import SchemaRefresh, refresh_schemas
    from okrcli.cli.outputs import print_result
    from okrcli.cli.saving import Saver, open_saver
    from okrcli.storage.layout import Kind, kpi_path, modeline
    from okrcli.storage.schemas import schema_files

KindName = Literal["settings", "objective", "kpi", "checkin", "improvement"]


@writes(push=False)
def schema(
    invocation: Invocation,
    saving: SavingWish,
    *,
    check: Annotated[
        bool, typer.Option("--check", help="Write nothing; exit with 1 if a schema is out of date.")
    ] = False,
    stdout: Annotated[
        KindName | None, typer.Option(help="Write only this schema to standard output.")
    ] = None,
) -> None:
    """Write or refresh the JSON Schemas in `.okr`.

    Editors use the schema named in a file's first line to complete, explain and check the file.
    """
    if stdout:
        if check or not saving.commits:
            raise UsageError(
                "--stdout writes no file.", "Leave out --check, --no-commit and --dry-run."
            )
        print_result(schema_files()[Kind[stdout.upper()].schema].decode())
        return
    invocation.workspace()  # refuses the workspace of a newer okr, whose schemas are newer too
    root = invocation.root()
    refresh = refresh_schemas(root)
    if not refresh.writes:
        say("The JSON Schemas are up to date.")
    elif check:
        _tell_old(refresh)
        raise typer.Exit(1)
    else:
        _save(refresh, open_saver(root, saving))


def _tell_old(refresh: SchemaRefresh) -> None:
    for path in refresh.writes:
        say(f"{path} is {'missing' if path in refresh.missing else 'out of date'}.")
    remark("Run `okr schema` to write them.")


def _save(refresh: SchemaRefresh, saver: Saver) -> None:
    words = {path: "new    " if path in refresh.missing else "changed" for path in refresh.writes}
    saver.save(refresh.change, (f"  {word}  {path}" for path, word in words.items()))
    if refresh.is_first:
        say(f"An editor uses them where the first line says so, as in {kpi_path('nps')}:")
        say(f"  {modeline(kpi_path('nps'))}")
