"""Readings and check-ins from other people's files."""

from collections.abc import Mapping

from okrcli.sources.base import ReadRows
from okrcli.sources.csv import rows_of_csv
from okrcli.sources.json import rows_of_json

ROW_SOURCES: Mapping[str, ReadRows] = {
    "csv": rows_of_csv,
    "tsv": rows_of_csv,
    "json": rows_of_json,
    "jsonl": rows_of_json,
}
"""What reads the rows of a file, by the end of the file's name."""

__all__ = ["ROW_SOURCES"]
