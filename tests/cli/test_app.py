import subprocess
import sys
from pathlib import Path

import pytest

import okrcli
from okrcli.cli.commands import COMMANDS
from okrcli.cli.start import lazy
from okrcli.cli.start.lazy import load
from tests.cli.conftest import Okr
from tests.cli.processes import environment

HEAVY = {"pydantic", "ruamel", "git", "filelock", "rich.table", "anyascii"}


def python(*arguments: str, folder: Path | None = None) -> subprocess.CompletedProcess[str]:
    return subprocess.run(
        [sys.executable, *arguments],
        cwd=folder,
        env=environment(),
        capture_output=True,
        text=True,
        check=False,
    )


def modules_after(code: str) -> set[str]:
    """Return the modules that a new Python has imported after *code*."""
    ran = python("-c", f"{code}\nimport sys; print(*sys.modules)")
    return set(ran.stdout.splitlines()[-1].split())


def fail_with(error: BaseException, monkeypatch: pytest.MonkeyPatch) -> None:
    """Let every command raise *error*."""

    def broken(entry: lazy.Entry) -> None:
        assert entry
        raise error

    monkeypatch.setattr(lazy, "load", broken)


def test_version_is_told_by_the_program_and_by_the_app(okr: Okr) -> None:
    assert python("-m", "okrcli", "--version").stdout == f"okr {okrcli.__version__}\n"
    ran = okr("--version")
    assert (ran.code, ran.out) == (0, f"okr {okrcli.__version__}\n")


def test_version_needs_nothing_but_python() -> None:
    code = "import sys; sys.argv = ['okr', '--version']; from okrcli.__main__ import main; main()"

    assert not modules_after(code) & {"typer", "re", "pathlib", *HEAVY}


def test_python_does_not_look_for_garbage_when_a_command_ends() -> None:
    code = "import gc, sys; sys.argv = ['okr', 'help']; from okrcli.__main__ import main; main()"

    ran = python("-c", f"{code}; print(gc.isenabled(), len(gc.get_objects()) < 100)")
    assert ran.stdout.splitlines()[-1] == "False True"


def test_help_lists_every_command_and_imports_none_of_them() -> None:
    modules = modules_after("from okrcli.cli.app import run; run(['--help'])")
    text = python("-m", "okrcli", "--help").stdout

    assert all(f"\n  {name} " in text for name in COMMANDS)
    assert not modules & HEAVY
    targets = {entry.target.partition(":")[0] for entry in COMMANDS.values() if entry.target}
    assert not modules & targets


@pytest.mark.parametrize("name", COMMANDS)
def test_command_of_the_table_can_be_loaded_and_explains_itself(okr: Okr, name: str) -> None:
    assert load(COMMANDS[name]) is not None
    ran = okr(name, "--help")

    assert ran.code == 0
    assert ran.out.startswith(f"Usage: okr {name} ")


@pytest.mark.parametrize(
    "arguments",
    [
        ["nonsense"],
        ["report", "--nonsense"],
        ["report", "--color", "blue"],
        ["report", "--today", "2026-13-01"],
        ["new"],
        [],
    ],
)
def test_wrong_command_line_is_exit_2(okr: Okr, arguments: list[str]) -> None:
    assert okr(*arguments).code == 2


def test_unknown_command_gets_a_suggestion(okr: Okr) -> None:
    assert "Did you mean 'report'?" in okr("reprot").err


def test_no_workspace_is_exit_3_with_the_next_step(run_okr: Okr, tmp_path: Path) -> None:
    ran = run_okr(tmp_path, "report")

    assert ran.code == 3
    assert ran.err.startswith("Error: There is no okr.yaml in ")
    assert "okr init" in ran.err


def test_bug_is_exit_70_and_asks_to_report_it(okr: Okr, monkeypatch: pytest.MonkeyPatch) -> None:
    fail_with(RuntimeError("boom"), monkeypatch)
    ran = okr("report")

    assert ran.code == 70
    assert ran.err.startswith(
        f"Error: This is a bug in okr {okrcli.__version__}: RuntimeError: boom"
    )
    assert "report it" in ran.err
    assert "Traceback" not in ran.err


def test_bug_shows_where_it_is_when_debugging(okr: Okr, monkeypatch: pytest.MonkeyPatch) -> None:
    fail_with(RuntimeError("boom"), monkeypatch)
    monkeypatch.setenv("OKR_DEBUG", "1")

    assert "Traceback" in okr("report").err


def test_full_disk_is_exit_3_with_a_sentence(okr: Okr, monkeypatch: pytest.MonkeyPatch) -> None:
    fail_with(OSError(28, "No space left on device", "okr.yaml"), monkeypatch)

    ran = okr("report")
    expected = "Error: The system refused: No space left on device (okr.yaml).\n"
    assert (ran.code, ran.err) == (3, expected)


def test_interrupt_is_exit_130(okr: Okr, monkeypatch: pytest.MonkeyPatch) -> None:
    fail_with(KeyboardInterrupt(), monkeypatch)

    assert okr("report").code == 130


def test_control_characters_in_a_message_are_shown_and_not_obeyed(okr: Okr) -> None:
    err = okr("show", "\x1b[31mred\u202e").err

    assert "\x1b" not in err
    assert "\u202e" not in err
    assert "\ufffd[31mred\ufffd" in err
