"""A file as imports write it, and the ways to read it."""

from unittest.mock import patch

from okrcli.model.checkin import CheckIn
from okrcli.storage.records.validation import ValidationResult, record_of
from okrcli.storage.yaml.document import Document
from okrcli.storage.yaml.reader import read
from tests.storage.bulk.test_files import SESSION
from tests.storage.parsers import INSTALLED

HEAD = "date: 2026-11-20\nby: ana\n"
LINES = """\
  - {"kpi": "nps", "date": "2026-11-02", "value": 44, "segment": "chat", "weight": 12}
  - {"kpi": "csat", "date": "2026-11-03", "value": 83.50, "note": "Wave \\"2\\" # early"}
  - {"kpi": "nps", "date": "2026-11-03", "value": -4.5e1}
"""
TEXT = f"{HEAD}readings:\n{LINES}"
PATH = SESSION.path


def ordinarily_read(text: str, parser: str = "python") -> Document:
    """Return what *text* holds, read as any other YAML."""
    with patch("okrcli.storage.yaml.reader._BULK_OPENING", "\0"):
        return read(PATH, text.encode(), INSTALLED[parser])


def checked(document: Document) -> ValidationResult[CheckIn]:
    return record_of(CheckIn, document, {"path": PATH, "id": SESSION.id})
