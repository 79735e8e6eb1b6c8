"""The sizes of files, as messages tell them."""

import pytest

from okrcli.cli.options.files import size_text


@pytest.mark.parametrize(
    ("size", "text"),
    [
        (0, "0 bytes"),
        (999, "999 bytes"),
        (1_000, "1 kB"),
        (999_499, "999 kB"),
        (999_500, "1.0 MB"),
        (8_082_288, "8.1 MB"),
        (1_000_000_000, "1000.0 MB"),
    ],
)
def test_size_text_takes_the_unit_that_suits_the_size(size: int, text: str) -> None:
    assert size_text(size) == text
