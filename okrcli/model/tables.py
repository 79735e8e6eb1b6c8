"""The formats of files that tables are read from, for imports and for a KPI's `source`."""

from typing import Literal

TableFormat = Literal["csv", "tsv", "json", "jsonl", "xlsx", "sqlite"]
"""The formats that `sources` can read."""
