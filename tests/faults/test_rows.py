"""Every fault that okr survives has a file of tests, which its number names."""

from pathlib import Path

import pytest

from tests.faults.holding import names_of_tests

FOLDER = Path(__file__).parent
ROWS = range(1, 56)


@pytest.mark.parametrize("row", ROWS)
def test_row_has_a_file_with_tests(row: int) -> None:
    [file] = FOLDER.glob(f"test_{row:02}_*.py")
    assert names_of_tests(file)


def test_file_of_a_number_is_that_of_a_row() -> None:
    numbers = sorted(int(file.name[5:7]) for file in FOLDER.glob("test_[0-9]*.py"))
    assert numbers == [*ROWS]
