"""Which formats are read, and how one is told."""

from typing import get_args

from okrcli.choices import TableFormat
from okrcli.sources import ENDINGS, SOURCES


def test_every_format_has_what_reads_it() -> None:
    assert tuple(SOURCES) == get_args(TableFormat)


def test_every_format_is_the_end_of_a_files_name() -> None:
    assert {format_: ENDINGS[format_] for format_ in SOURCES} == {each: each for each in SOURCES}
