"""Tags, directives and several documents are errors, and nothing is made of them."""

from pathlib import Path

import pytest

from tests.cli.conftest import Okr
from tests.faults.findings import errors_with
from tests.storage.conftest import Read, only_finding


@pytest.mark.parametrize(
    ("content", "line", "column", "what"),
    [
        ("a: !!python/object/apply:os.system [ls]\n", 1, 4, "is a tag"),
        ("a: !mine x\n", 1, 4, "is a tag"),
        ("!mine\na: x\n", 1, 1, "is a tag"),
        ("a: [!!str 12]\n", 1, 5, "is a tag"),
        ("%YAML 1.1\n---\na: 1\n", 1, 1, "directive"),
        ("# x\n%FOO bar\n---\na: 1\n", 2, 1, "directive"),
        ("a: 1\n---\nb: 2\n", 2, 1, "second YAML document"),
        ("a: 1\n...\n---\nb: 2\n", 3, 1, "second YAML document"),
    ],
)
def test_reader_refuses_what_is_more_than_plain_yaml(
    read_file: Read, content: str, line: int, column: int, what: str
) -> None:
    document = read_file(content)
    code, found_line, found_column, message = only_finding(document)
    assert (code, found_line, found_column) == ("E001", line, column)
    assert what in message
    assert not document.readable


def test_reader_accepts_the_marks_of_a_single_document(read_file: Read) -> None:
    document = read_file("---\na: 100%\n...\n")
    assert (document.data, document.findings) == ({"a": "100%"}, ())


@pytest.mark.parametrize(
    "call", ["object/apply:os.system", "object/new:os.system", "name:os.system"]
)
def test_tag_of_python_runs_nothing(okr: Okr, root: Path, call: str) -> None:
    content = f"title: !!python/{call} ['touch {root}/made-by-a-tag']\n"
    [found] = errors_with(okr, root, "kpis/csat.yaml", content)

    assert found[:4] == ("E001", "kpis/csat.yaml", 1, 8)
    assert not (root / "made-by-a-tag").exists()
