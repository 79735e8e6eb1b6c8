"""Only the command line prints, asks, and knows clock, environment and working directory."""

import re
from collections.abc import Iterator
from pathlib import Path

import okrcli

PACKAGE = Path(okrcli.__file__).parent
OF_THE_PROGRAM = re.compile(
    r"(?<![\w.])(?:print|input)\(|\bsys\.(?:stdin|stdout|stderr|argv)\b|\bos\.(?:environ|getcwd)\b"
    r"|\bPath\.cwd\(|\b(?:date\.today|datetime\.now|datetime\.today|time\.time)\("
)
EXCEPTIONS = {
    # Git is started in an environment without what a surrounding hook says of its repository.
    "history/command.py",
    "history/unkept.py",
    "history/unusable.py",
    # A program of its own, and what starts it.
    "sources/isolated/child.py",
    "sources/isolated/child_program.py",
}


def test_nothing_below_the_command_line_touches_terminal_clock_or_environment() -> None:
    found = {
        file.relative_to(PACKAGE).as_posix()
        for file in _below_the_command_line()
        if OF_THE_PROGRAM.search(_code_of(file))
    }
    assert found == EXCEPTIONS


def test_folders_of_code_can_be_looked_over() -> None:
    folders = {file.parent for file in PACKAGE.rglob("*.py")}
    large = {folder.name: len([*folder.glob("*.py")]) for folder in folders}
    assert {name for name, count in large.items() if count > 24} == set()


def _below_the_command_line() -> Iterator[Path]:
    own = {PACKAGE / "cli", PACKAGE / "__main__.py"}
    return (file for file in PACKAGE.rglob("*.py") if own.isdisjoint({file, *file.parents}))


def _code_of(file: Path) -> str:
    """Return the file without its docstrings and comments."""
    text = file.read_text(encoding="utf-8")
    return re.sub(r'""".*?"""|#[^\n]*', "", text, flags=re.DOTALL)
