"""Every module that does something has a test file of its own name, at the same place."""

import ast
from pathlib import Path

import pytest

import okrcli

PACKAGE = Path(okrcli.__file__).parent
TESTS = Path(__file__).parent


def test_every_module_with_behaviour_has_a_test_file_of_its_name() -> None:
    missing = sorted(
        f"{_relative(module)} needs {_relative(file_of_tests(module))}"
        for module in PACKAGE.rglob("*.py")
        if has_behaviour(module.read_text(encoding="utf-8"))
        and not has_tests(file_of_tests(module))
    )

    assert not missing, "\n".join(missing)


def _relative(file: Path) -> str:
    return file.relative_to(TESTS.parent).as_posix()


def has_tests(file: Path) -> bool:
    return file.exists() and "def test_" in file.read_text(encoding="utf-8")


def file_of_tests(module: Path) -> Path:
    """Return where the test file of *module* belongs; that of a package is inside of it."""
    folder = module.parent
    names = {"__init__": folder.name, "__main__": "main"}
    name = names.get(module.stem, module.stem)
    return TESTS / folder.relative_to(PACKAGE) / f"test_{name}.py"


def has_behaviour(source: str) -> bool:
    """Return whether a function in *source* does anything."""
    functions = (
        node
        for node in ast.walk(ast.parse(source))
        if isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef)
    )
    return any(
        not _does_nothing(statement) for function in functions for statement in function.body
    )


def _does_nothing(statement: ast.stmt) -> bool:
    """Return whether *statement* is a docstring, or what stands in the place of a body."""
    is_constant = isinstance(statement, ast.Expr) and isinstance(statement.value, ast.Constant)
    return is_constant or isinstance(statement, ast.Pass)


@pytest.mark.parametrize(
    ("source", "does"),
    [
        ("A = 1\nclass B:\n    c: int = 2", False),
        ('class P:\n    def a(self) -> int:\n        """Return one."""\n        ...', False),
        ("def a() -> None: pass", False),
        ("def a() -> int: return 1", True),
        ("class B:\n    @property\n    def a(self) -> int:\n        return 1", True),
        ("async def a() -> None:\n    await b()", True),
    ],
)
def test_declarations_are_no_behaviour(source: str, *, does: bool) -> None:
    assert has_behaviour(source) is does


@pytest.mark.parametrize(
    ("module", "test"),
    [
        ("errors.py", "test_errors.py"),
        ("__main__.py", "test_main.py"),
        ("cli/kpi/import_.py", "cli/kpi/test_import_.py"),
        ("checks/__init__.py", "checks/test_checks.py"),
    ],
)
def test_test_file_has_the_name_and_the_place_of_its_module(module: str, test: str) -> None:
    assert file_of_tests(PACKAGE / module) == TESTS / test
