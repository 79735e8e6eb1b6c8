import pytest

from okrcli.actions.file_names import STANDARD_INPUT_NAME, name_of


@pytest.mark.parametrize(
    ("source", "name"),
    [
        ("-", STANDARD_INPUT_NAME),
        ("data/nps.csv", "data/nps.csv"),
        ("./-", "./-"),
        ("a\x1b[31m.csv", "a\ufffd[31m.csv"),
        ("two\nlines.csv", "two lines.csv"),
    ],
)
def test_file_is_named_in_one_line_that_is_harmless(source: str, name: str) -> None:
    assert name_of(source) == name
