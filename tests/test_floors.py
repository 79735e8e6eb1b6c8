"""Only the command line prints, asks, and knows clock, environment and words of its own."""

import ast
import re
from collections.abc import Iterator
from pathlib import Path

import okrcli
from okrcli.cli.commands import COMMANDS

PACKAGE = Path(okrcli.__file__).parent
OF_THE_PROGRAM = re.compile(
    r"(?<![\w.])(?:print|input)\(|\bsys\.(?:stdin|stdout|stderr|argv)\b|\bos\.(?:environ|getcwd)\b"
    r"|\bPath\.cwd\(|\b(?:date\.today|datetime\.now|datetime\.today|time\.time)\("
)
EXCEPTIONS = {
    # Git is started in an environment without what a surrounding hook says of its repository.
    "history/program.py",
    "history/unusable.py",
    # A program of its own, and what starts it.
    "sources/isolated/child.py",
    "sources/isolated/child_program.py",
}
COMMAND = re.compile(rf"\bokr (?:{'|'.join(COMMANDS)})\b|\bokr \{{\}}|`okr`")
OPTION = re.compile(r"(?<![\w-])--[a-z]")
STARTS_OKR = {f"actions/init/{name}.py" for name in ("ci_files", "ci_text", "ci_job", "pages_job")}
"""The jobs of CI servers start okr by its command: that is what they are for."""


def test_nothing_below_the_command_line_touches_terminal_clock_or_environment() -> None:
    found = {
        file.relative_to(PACKAGE).as_posix()
        for file in _below_the_command_line()
        if OF_THE_PROGRAM.search(_code_of(file))
    }
    assert found == EXCEPTIONS


def test_nothing_below_the_command_line_names_a_command_or_an_option() -> None:
    found = {
        f"{file.name}: {text.strip()}"
        for file in _below_the_command_line()
        if file.relative_to(PACKAGE).as_posix() not in STARTS_OKR
        for text in _strings_in(file)
        if COMMAND.search(text) or OPTION.search(_without_git(text, file))
    }
    assert found == set()


def test_folders_of_code_can_be_looked_over() -> None:
    folders = {file.parent for file in PACKAGE.rglob("*.py")}
    large = {folder.name: len([*folder.glob("*.py")]) for folder in folders}
    assert {name for name, count in large.items() if count > 24} == set()


def _strings_in(file: Path) -> Iterator[str]:
    """Yield the texts in the code of *file*, with `{}` for the values of f-strings."""
    tree = ast.parse(file.read_text(encoding="utf-8"))
    parts: set[int] = set()
    for node in ast.walk(tree):
        if isinstance(node, ast.JoinedStr):
            parts.update(map(id, node.values))
            yield "".join(
                str(part.value) if isinstance(part, ast.Constant) else "{}" for part in node.values
            )
        if isinstance(node, ast.Expr):
            parts.add(id(node.value))  # a docstring
    for node in ast.walk(tree):
        if isinstance(node, ast.Constant) and isinstance(node.value, str) and id(node) not in parts:
            yield node.value


def _without_git(text: str, file: Path) -> str:
    """Return *text* without commands of git and, in the history, without its arguments."""
    is_argument = PACKAGE / "history" in file.parents and text.startswith("--")
    return "" if is_argument else re.sub(r"\bgit [^`]*", "", text)


def _below_the_command_line() -> Iterator[Path]:
    own = {PACKAGE / "cli", PACKAGE / "__main__.py"}
    return (file for file in PACKAGE.rglob("*.py") if own.isdisjoint({file, *file.parents}))


def _code_of(file: Path) -> str:
    """Return the file without its docstrings and comments."""
    text = file.read_text(encoding="utf-8")
    return re.sub(r'""".*?"""|#[^\n]*', "", text, flags=re.DOTALL)
