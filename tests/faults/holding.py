"""Which tests a file holds."""

import ast
from pathlib import Path


def names_of_tests(file: Path) -> list[str]:
    """Return the names of the tests that *file* holds; it must be there."""
    tree = ast.parse(file.read_text(encoding="utf-8"))
    functions = (node for node in ast.walk(tree) if isinstance(node, ast.FunctionDef))
    return [node.name for node in functions if node.name.startswith("test_")]
