import inspect
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from okrcli.cli.options.parameters import options_of
from okrcli.cli.showing import ALL_ROWS, Formats, Showing, shows
from okrcli.errors import UsageError

TEXTS: Formats = {"text": lambda view, _: f"{view}\n", "json": lambda view, _: f'"{view}"\n'}
TABLES: Formats = {
    "table": lambda view, options: f"{view} all={options.all}\n",
    "csv": lambda view, options: f"{view};{options.dialect}\n",
}
COMMON = {
    "root": None,
    "today": "2026-11-20",
    "no_input": True,
    "no_cache": True,
    "color": "never",
    "ascii": False,
}


def shown_by(decorate: Callable[[Any], Any], **given: Any) -> Showing:
    """Return what a command gets whose options are *given*, else as they usually are."""
    got = []

    @decorate
    def command(_: object, showing: Showing, *, since: str | None = None) -> None:
        del since
        got.append(showing)

    usual = {name: option.default for name, option in options_of(command).items()}
    command(**{**usual, **COMMON, **given})
    return got[0]


def option_names(decorate: Callable[[Any], Any]) -> list[str]:
    @decorate
    def command(_: object, showing: Showing, *, own: str) -> None: ...

    names = [*inspect.signature(command).parameters]
    return names[: names.index("own")]


def test_command_has_the_options_that_it_asks_for() -> None:
    assert option_names(shows(TEXTS)) == ["format"]
    every = shows(TABLES, output=True, dialect=True, every=ALL_ROWS)
    assert option_names(every) == ["format", "output", "dialect", "every"]


def test_formats_are_named_in_the_help_and_the_first_is_the_usual_one() -> None:
    @shows(TEXTS)
    def command(_: object, showing: Showing) -> None: ...

    option = options_of(command)["format"]
    assert option.annotation.__metadata__[0].help == "One of text, json."
    assert option.default == "text"


def test_view_goes_to_standard_output_and_to_files(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    showing = shown_by(shows(TEXTS, output=True), output=[f"json={tmp_path}/a.json"])
    showing.show("It")
    assert capsys.readouterr().out == "It\n"
    showing.write("Other")
    assert capsys.readouterr().out == ""
    assert (tmp_path / "a.json").read_text(encoding="utf-8") == '"Other"\n'
    assert (showing.output_formats, showing.all_formats) == ({"json"}, {"json", "text"})


def test_files_are_as_wide_everywhere_and_without_colour(tmp_path: Path) -> None:
    formats: Formats = {"text": lambda _, options: f"{options.width} {options.colour}\n"}
    output = [f"text={tmp_path}/a.txt"]
    shown_by(shows(formats, output=True), output=output, color="always").write("It")
    assert (tmp_path / "a.txt").read_text(encoding="utf-8") == "80 False\n"


@pytest.mark.parametrize("given", [{"format": "csv"}, {"output": ["csv=a"]}, {"output": ["json="]}])
def test_what_is_no_format_is_refused_before_the_command_runs(given: dict[str, object]) -> None:
    with pytest.raises(UsageError):
        shown_by(shows(TEXTS, output=True), **given)


def test_everything_is_shown_and_csv_written_as_it_is_asked_for(
    capsys: pytest.CaptureFixture[str],
) -> None:
    decorate = shows(TABLES, dialect=True, every=ALL_ROWS)
    shown_by(decorate, every=True).show("It")
    shown_by(decorate, format="csv", dialect="excel").show("It")
    assert capsys.readouterr().out == "It all=True\nIt;excel\n"
    with pytest.raises(UsageError, match="--dialect is of CSV"):
        shown_by(decorate, dialect="excel")


@pytest.mark.parametrize(
    ("value", "format_"), [("true", "github"), ("false", "text"), ("", "text")]
)
def test_automatic_format_depends_on_the_job(
    monkeypatch: pytest.MonkeyPatch, value: str, format_: str
) -> None:
    monkeypatch.setenv("GITHUB_ACTIONS", value)
    formats = {**TEXTS, "github": TEXTS["text"]}
    automatic = shown_by(shows(formats, auto=True))
    chosen = shown_by(shows(formats, auto=True), format="json")
    assert (automatic.format, automatic.is_auto) == (format_, True)
    assert (chosen.format, chosen.is_auto) == ("json", False)
    with pytest.raises(UsageError, match="no format 'auto'"):
        shown_by(shows(formats), format="auto")


def test_option_that_shows_something_else_has_formats_of_its_own() -> None:
    decorate = shows(TABLES, dialect=True, instead=("since", TEXTS))
    assert shown_by(decorate).format == "table"
    assert shown_by(decorate, since="main").format == "text"
    assert shown_by(decorate, since="main", format="json", dialect="excel").format == "json"
    with pytest.raises(UsageError, match="no format 'csv'"):
        shown_by(decorate, since="main", format="csv")
