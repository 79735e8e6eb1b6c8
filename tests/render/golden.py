"""Whole outputs kept as files under `tests/golden/`.

After a wanted change, write them anew with `UPDATE_GOLDEN=1 pytest tests/render` and read the diff.
"""

import os
from pathlib import Path

FOLDER = Path(__file__).parent.parent / "golden"
UPDATE = os.environ.get("UPDATE_GOLDEN") == "1"


def assert_golden(name: str, text: str) -> None:
    """Compare *text* with the file *name*, byte by byte."""
    file = FOLDER / name
    if UPDATE:
        file.write_bytes(text.encode())
    assert file.read_bytes().decode() == text
