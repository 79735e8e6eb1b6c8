"""`okr read`: what is read in a sentence."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import replace
from typing import Annotated

import typer

from okrcli.choices import Language
from okrcli.cli.options import Invocation
from okrcli.cli.options.files import standard_input
from okrcli.cli.showing import Showing, shows
from okrcli.cli.start.imports import will_run
from okrcli.errors import UsageError
from okrcli.render import STATEMENT_FORMATS

if will_run(__name__):
    from okrcli.actions.file_names import STANDARD_INPUT
    from okrcli.checks.titles import Titles
    from okrcli.model.settings import Settings
    from okrcli.storage.layout import SETTINGS_FILE
    from okrcli.storage.workspace import load_settings


@shows(STATEMENT_FORMATS)
def read(
    invocation: Invocation,
    showing: Showing,
    *,
    texts: Annotated[
        list[str] | None,
        typer.Argument(
            metavar="[TEXT…|-]", help="Titles to read; with `-` or none, one per line from stdin."
        ),
    ] = None,
    language: Annotated[
        Language | None, typer.Option(help="Language of the titles (default: detected for each).")
    ] = None,
    explain: Annotated[
        bool,
        typer.Option(
            "--explain", help="Show the quantities, the roles considered and why one is missing."
        ),
    ] = False,
) -> None:
    """Show what is read in the titles of objectives and key results.

    In a workspace, its language and its own words count, as they do in `okr check`.
    """
    options = replace(showing.options, explain=explain)
    titles = Titles.of(_settings(invocation), invocation.today)
    for text in _statements(texts or [STANDARD_INPUT]):
        showing.show(titles.read(text, language), options)


def _settings(invocation: Invocation) -> Settings:
    """Return the settings of the workspace, or the usual ones where there is none."""
    root = invocation.root_if_any()  # sentences can be read anywhere
    return load_settings(root).settings if root else Settings(path=SETTINGS_FILE)


def _statements(texts: Iterable[str]) -> Iterator[str]:
    """Yield what is to be read, without empty lines."""
    for text in texts:
        lines = _lines_of_input() if text == STANDARD_INPUT else [text]
        yield from filter(str.strip, lines)


def _lines_of_input() -> Iterator[str]:
    """Yield the lines as they come, so that somebody who types gets answers."""
    for number, raw in enumerate(standard_input(), 1):
        try:
            line = raw.decode("utf-8-sig" if number == 1 else "utf-8")
        except UnicodeDecodeError:
            raise UsageError(
                f"Line {number} of standard input is not UTF-8.", "Save the text as UTF-8."
            ) from None
        yield line.rstrip("\r\n")
