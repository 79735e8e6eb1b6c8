"""A check-in that was interrupted: what was typed, as bytes to keep outside the workspace."""

import json
from collections.abc import Sequence
from dataclasses import asdict

from okrcli.frozen import frozen_dataclass
from okrcli.sources.base import SourceError
from okrcli.sources.checkins.rows import Row, rows_of_items

_VERSION = 1


@frozen_dataclass
class Unfinished:
    """What was typed but not recorded.

    Attributes:
        by: The id of the person.
        rows: Their answers, each with its day.
    """

    by: str
    rows: Sequence[Row]

    @property
    def content(self) -> bytes:
        """The bytes that `unfinished_in` parses."""
        rows = [
            {name: text for name, text in asdict(row).items() if text and name != "line"}
            for row in self.rows
        ]
        data = {"version": _VERSION, "by": self.by, "answers": rows}
        return json.dumps(data, ensure_ascii=False, indent=1).encode()


def unfinished_in(content: bytes) -> Unfinished | None:
    """Return the check-in in *content*; `None` if it is something else, or from a newer okr."""
    try:
        data = json.loads(content)
        if data["version"] != _VERSION or not isinstance(data["by"], str):
            return None
        rows = rows_of_items("answers", ((1, item) for item in data["answers"]))
    except (ValueError, KeyError, TypeError, RecursionError, SourceError):
        return None
    return Unfinished(data["by"], rows)
