"""Names and texts of the package are those that a native reader expects."""

import ast
import re
from collections.abc import Iterator
from functools import cache
from pathlib import Path

import okrcli

PACKAGE = Path(okrcli.__file__).parent

PARTICIPLES = re.compile(
    r"_*(?:told|asked|shown|drawn|known|meant|wished|understood|refused|built|taken|said|spoken"
    r"|agreed|answered|called|checked|completed|counted|decoded|explained|invoked|judged|listed"
    r"|locked|marked|merged|moved|named|opened|painted|quoted|recorded|required|resumed|signed"
    r"|skipped|staged|stated|styled|tidied|united|wanted|watched|written)_*"
)
"""What functions are not called alone: a name says what a function does, or what it returns."""

PHRASES = re.compile(
    r"\bshall be\b|\bElse (?:you|the)\b|(?<!there )\bis no (?:number|date|day|table|field|entry)\b"
    r"|\bis there twice\b|\bto be meant\b|\buntil when\b|\bis said (?:how|where)\b|\bare no days\b",
    re.IGNORECASE,
)
"""What nobody would print for users in English."""


def test_no_function_is_called_by_a_bare_participle() -> None:
    found = {
        f"{file.relative_to(PACKAGE)}: {node.name}"
        for file, tree in _trees()
        for node in ast.walk(tree)
        if isinstance(node, ast.FunctionDef) and PARTICIPLES.fullmatch(node.name)
    }
    assert found == set()


def test_loops_name_what_they_go_over() -> None:
    found = {
        f"{file.relative_to(PACKAGE)}:{node.lineno}"
        for file, tree in _trees()
        for node in ast.walk(tree)
        if (isinstance(node, ast.Name) and node.id == "each")
        or (isinstance(node, ast.arg) and node.arg == "each")
    }
    assert found == set()


def test_texts_have_no_phrases_that_only_foreigners_use() -> None:
    found = {
        f"{file.relative_to(PACKAGE)}:{line}: {text}"
        for file, tree in _trees()
        for line, text in _texts_in(tree)
        if PHRASES.search(text)
    }
    assert found == set()


@cache
def _trees() -> tuple[tuple[Path, ast.Module], ...]:
    files = sorted(PACKAGE.rglob("*.py"))
    return tuple((file, ast.parse(file.read_text(encoding="utf-8"))) for file in files)


def _texts_in(tree: ast.Module) -> Iterator[tuple[int, str]]:
    """Yield the texts of the code, without docstrings, that have several words."""
    documentation = {id(node.value) for node in ast.walk(tree) if isinstance(node, ast.Expr)}
    for node in ast.walk(tree):
        if isinstance(node, ast.Constant) and isinstance(node.value, str):
            text = "" if id(node) in documentation else node.value
            if " " in text:
                yield node.lineno, text
