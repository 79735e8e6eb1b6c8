from dataclasses import replace
from pathlib import Path

import pytest

from okrcli.cli.next_steps import COMMAND_LINE
from okrcli.cli.outputs import (
    NO_TERMINAL_WIDTH,
    Output,
    file_options,
    outputs_of,
    print_result,
    require_format,
    terminal_options,
    write_outputs,
)
from okrcli.errors import UsageError
from okrcli.render.options import RenderOptions
from tests.cli.options.test_shared import CALLED

FORMATS = {"text": str, "json": repr}


def test_format_is_one_of_those_that_there_are() -> None:
    require_format("json", FORMATS)
    with pytest.raises(UsageError, match="--format has no format 'jsn'") as caught:
        require_format("jsn", FORMATS)
    assert "json" in str(caught.value.hints)


def test_output_is_a_format_and_a_file() -> None:
    assert outputs_of(["json=a=b.json", "text=-"], FORMATS) == [
        Output("json", Path("a=b.json")),
        Output("text", Path("-")),
    ]


@pytest.mark.parametrize(
    ("value", "said"),
    [("yaml=a", "--output has no format 'yaml'"), ("json=", "--output json= names no file")],
)
def test_output_without_a_format_or_a_file_is_refused(value: str, said: str) -> None:
    with pytest.raises(UsageError, match=said):
        outputs_of([value], FORMATS)


def test_terminal_is_as_wide_as_it_says_and_a_file_always_alike() -> None:
    called = replace(CALLED, width=120, colour=True, ascii=True)
    at_terminal = terminal_options(called, show_all=True)

    assert at_terminal == RenderOptions(COMMAND_LINE, width=120, colour=True, ascii=True, all=True)
    assert file_options(at_terminal) == RenderOptions(
        COMMAND_LINE, width=NO_TERMINAL_WIDTH, all=True
    )
    assert terminal_options(CALLED).width == NO_TERMINAL_WIDTH


def test_result_is_written_as_it_is_and_files_hold_any_text(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.chdir(tmp_path)
    print_result("é\n")
    write_outputs([(Path("a.txt"), "é\udcff\n")])

    assert capsys.readouterr().out == "é\n"
    assert (tmp_path / "a.txt").read_text(encoding="utf-8") == "é\\udcff\n"
