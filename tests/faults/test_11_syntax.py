"""Errors of syntax are told with line and column."""

from pathlib import Path

import pytest

from tests.cli.conftest import Okr
from tests.cli.workspaces import KPI
from tests.faults.findings import errors_with
from tests.storage.conftest import Read, only_finding


@pytest.mark.parametrize(
    ("content", "line", "column", "message"),
    [
        ("a:\n\t- b\n", 2, 1, "The line is indented with a tab."),
        ("a:\n  b: 1\n \tc: 2\n", 3, 2, "The line is indented with a tab."),
        ('a: 1\nb: "x\nc: 1\n', 2, 4, "The quote that opens here is never closed."),
        ("b: 'x\n", 1, 4, "The quote that opens here is never closed."),
        ("a: b: c\n", 1, 5, "A second `: ` in one line is not allowed outside quotes."),
    ],
)
def test_reader_says_where_the_syntax_is_wrong(
    read_file: Read, content: str, line: int, column: int, message: str
) -> None:
    document = read_file(content)
    assert only_finding(document) == ("E001", line, column, message)
    assert document.findings[0].hint
    assert not document.readable


@pytest.mark.parametrize(
    "content", ["a: [1, 2\nb: 3\n", "a: {b: 1\n", "a\nb: 1\n", "a: @x\n", "a: '\\ud800'b"]
)
def test_reader_says_that_it_is_no_yaml_when_it_knows_no_better(
    read_file: Read, content: str
) -> None:
    document = read_file(content)
    [finding] = document.findings
    assert finding.rule.code == "E001"
    assert finding.message.endswith(".")
    assert document.data == {}


@pytest.mark.parametrize(
    ("content", "line", "column", "bracket"),
    [
        ("a: 1\nb: {x: 1, y: 2\nc: 3\n", 2, 4, "{"),
        ("a: {\n", 1, 4, "{"),
        ("a: [\n\n\n# end\n", 1, 4, "["),
        ("k:\n  - {a: 1, b: 2\n  - {a: 2}\n", 2, 5, "{"),
        ("k:\n  - {a: 1, b: 2\n  - x\n", 2, 5, "{"),
        ("k:\n  - {a: [1, 2}\n", 2, 9, "["),
        ("k: {a: {b: 1\nc: 2\n", 1, 8, "{"),
        ("k: {a: 1]\n", 1, 4, "{"),
        ("k: {a: '}', b: \"}\"\nc: 2\n", 1, 4, "{"),
    ],
)
def test_bracket_that_is_never_closed_is_found_where_it_opens(
    read_file: Read, content: str, line: int, column: int, bracket: str
) -> None:
    code, found_line, found_column, message = only_finding(read_file(content))
    assert (code, found_line, found_column) == ("E001", line, column)
    assert message == f"The `{bracket}` that opens here is never closed."


@pytest.mark.parametrize("content", ["a: {x: 1 y: 2}\n", "a: {x: 1, y: z: 2}\n", "a: [1 {}]\n"])
def test_error_between_brackets_that_are_closed_is_found_where_it_is(
    read_file: Read, content: str
) -> None:
    assert "never closed" not in only_finding(read_file(content))[3]


@pytest.mark.parametrize(
    ("wrong", "column"), [("\towner: ana", 1), ('owner: "ana', 8), ("owner: ana: pavel", 11)]
)
def test_check_says_where_the_syntax_is_wrong(
    okr: Okr, root: Path, wrong: str, column: int
) -> None:
    line = KPI[: KPI.index("owner: ana")].count("\n") + 1
    [found] = errors_with(okr, root, "kpis/csat.yaml", KPI.replace("owner: ana", wrong))

    assert found[:4] == ("E001", "kpis/csat.yaml", line, column)
