"""Names and texts of the package are those that a native reader expects."""

import ast
import re
from collections.abc import Iterator
from functools import cache
from pathlib import Path

import okrcli

PACKAGE = Path(okrcli.__file__).parent

PARTICIPLES = re.compile(
    r"_*(?!read$|expected$|seed$|feed$|need$)(?:[a-z]+ed|told|shown|drawn|known|meant|understood"
    r"|built|taken|said|spoken|written|found|kept|held|left|given|gone|sent|won|lost|begun|bound"
    r"|overtaken|sought|brought|paid|met|spent|split|stood|struck|withdrawn|forgotten)_*"
)
"""What functions are not called alone: a name says what a function does, or what it returns."""

TYPES = re.compile(
    r"_*(?:Told|Said|Typed|Heard|Chosen|Taken|Asked|Written|Built|Fixed|Amended|Retracting|Stated)"
)
"""What types are not called: a name says what a thing is, not what was done to it."""

PHRASES = re.compile(
    r"\bshall be\b|\bElse (?:you|the)\b|(?<!there )\bis no (?:number|date|day|table|field|entry)\b"
    r"|\bis there twice\b|\bto be meant\b|\buntil when\b|\bis said (?:how|where)\b|\bare no days\b"
    r"|\bgoes? one way and\b|\bnot told here\b"
    r"|\bthere is no (?:KPI|objective|entry) (?:here|yet)\b",
    re.IGNORECASE,
)
"""What nobody would print for users in English."""

RIDDLES = re.compile(
    r"\AWhose\b|\AThat [a-z]|\AOf [a-z]|\bnobody owes\b|[A-Z]\d{3} tells\b|\bcounts? for nothing\b"
    r"|\bno matter of course\b|\bgoes without saying\b|\bthat there (?:is|are) not\b"
    r"|\bsays? of itself\b|\ba (?:line|sentence) each\b|\bone a (?:day|line)\b|\bhangs? together\b"
    r"|Error: (?:It (?:is|does|has|cannot)(?: none| not| one)?|That is so|They do(?: not)?)"
    r"\.(?: |\Z)"
)
"""What docstrings do not say: a reader should not have to guess what a word refers to."""


def test_no_function_is_called_by_a_bare_participle() -> None:
    found = {
        f"{file.relative_to(PACKAGE)}: {node.name}"
        for file, tree in _trees()
        for node in ast.walk(tree)
        if isinstance(node, ast.FunctionDef)
        and PARTICIPLES.fullmatch(node.name)
        and not any("property" in ast.unparse(decorator) for decorator in node.decorator_list)
    }
    assert found == set()


def test_no_type_is_called_by_a_bare_participle() -> None:
    found = {
        f"{file.relative_to(PACKAGE)}: {node.name}"
        for file, tree in _trees()
        for node in ast.walk(tree)
        if isinstance(node, ast.ClassDef) and TYPES.fullmatch(node.name)
    }
    assert found == set()


def test_docstrings_are_no_riddles() -> None:
    found = {
        f"{file.relative_to(PACKAGE)}:{line}: {text[:80]}"
        for file, tree in _trees()
        for line, text in _docstrings_in(tree)
        if RIDDLES.search(text)
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


def _docstrings_in(tree: ast.Module) -> Iterator[tuple[int, str]]:
    """Yield the docstrings and the texts below constants, on one line each."""
    for node in ast.walk(tree):
        if isinstance(node, ast.Expr) and isinstance(node.value, ast.Constant):
            yield node.lineno, " ".join(str(node.value.value).split())
