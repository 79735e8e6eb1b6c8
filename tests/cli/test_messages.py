import io
import re
import sys
from pathlib import Path

import pytest

import okrcli
from okrcli.cli.app import run
from okrcli.cli.messages import complain, remark, say
from okrcli.cli.next_steps import COMMAND_LINE
from okrcli.errors import OkrError
from tests.cli.workspaces import FILES, TODAY, write

DOORS = {"__main__.py", "cli/app.py", "cli/messages.py", "cli/outputs.py", "cli/prompts.py"}
"""`app` prints its version only, `outputs` what the renderers have made inert."""


class Full(io.StringIO):
    """A stream on a disk that is full."""

    def write(self, text: str, /) -> int:
        del text
        raise OSError(28, "No space left on device")


@pytest.mark.parametrize("tell", [say, remark])
def test_one_call_writes_one_line(tell: object, capsys: pytest.CaptureFixture[str]) -> None:
    assert callable(tell)
    tell("  a\n::error::b\x1b[31m")
    out, err = capsys.readouterr()
    assert out + err == "  a :\u2060:error:\u2060:b\ufffd[31m\n"


def test_error_has_its_details_on_lines_of_their_own(capsys: pytest.CaptureFixture[str]) -> None:
    error = OkrError("Nothing is written:", "Try again.", details=["a.csv:1: x\ny", "a.csv:2: z"])
    complain(*error.lines, hints=map(COMMAND_LINE.sentence, error.hints))
    assert capsys.readouterr().err == (
        "Error: Nothing is written:\na.csv:1: x y\na.csv:2: z\nTry again.\n"
    )


def test_what_was_done_is_told_on_standard_error_when_standard_output_takes_nothing(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setattr(sys, "stdout", Full())
    say("Committed as 1234.")
    assert capsys.readouterr().err == "Committed as 1234.\n"


def test_command_goes_on_when_standard_error_takes_nothing(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    write(tmp_path, FILES)
    monkeypatch.setattr(sys, "stderr", Full())
    arguments = ["check", "--root", str(tmp_path), "--today", TODAY]
    assert run(arguments) == 0


def test_nothing_is_printed_but_through_messages_and_renderers() -> None:
    package = Path(okrcli.__file__).parent
    printing = re.compile(
        r"typer\.(?:echo|secho|prompt|confirm)\(|std(?:out|err)\.write\(|\bprint\("
    )
    found = {
        file.relative_to(package).as_posix()
        for file in package.rglob("*.py")
        if printing.search(file.read_text(encoding="utf-8").replace("console.print(", ""))
    }
    assert found == DOORS
