"""An empty file, comments alone, a scalar or a list at the root are clear errors."""

from pathlib import Path

import pytest

from tests.cli.conftest import Okr
from tests.cli.workspaces import FILES
from tests.faults.findings import Found, errors_with
from tests.storage.conftest import Read, only_finding


@pytest.mark.parametrize(
    ("content", "message"),
    [
        ("", "The file is empty."),
        ("# only a comment\n", "The file is empty."),
        ("---\n", "The file is empty."),
        ("just text\n", "The file contains a single value, but must be a mapping."),
        ("''\n", "The file contains a single value, but must be a mapping."),
        ("- a\n- b\n", "The file contains a list, but must be a mapping."),
    ],
)
def test_reader_refuses_a_root_that_is_no_mapping(
    read_file: Read, content: str, message: str
) -> None:
    assert only_finding(read_file(content)) == ("E001", 1, 1, message)


@pytest.mark.parametrize("path", sorted(FILES))
def test_empty_file_of_any_kind_is_an_error(okr: Okr, root: Path, path: str) -> None:
    found = errors_with(okr, root, path, "# nothing yet\n")
    assert Found("E001", path, 1, 1, "The file is empty.") in found
