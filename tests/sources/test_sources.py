"""Which formats are read, and how one is told."""

import subprocess
import sys
from typing import get_args

from okrcli.choices import TableFormat
from okrcli.sources import ENDINGS, SOURCES


def test_every_format_has_what_reads_it() -> None:
    assert tuple(SOURCES) == get_args(TableFormat)


def test_every_format_is_the_end_of_a_files_name() -> None:
    assert {format_: ENDINGS[format_] for format_ in SOURCES} == {each: each for each in SOURCES}


def test_row_of_a_checkin_is_made_without_any_reader_of_files() -> None:
    code = "import sys, okrcli.sources.checkins.rows; print(*sys.modules)"
    ran = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    names = set(ran.stdout.split())

    assert "okrcli.sources.checkins.rows" in names
    assert not names & {f"okrcli.sources.{name}" for name in ("csv", "json", "table")}
    assert "csv" not in names
