"""What `okr check` finds in a file that somebody has spoilt."""

import json
from pathlib import Path
from typing import NamedTuple

from tests.cli.conftest import Okr


class Found(NamedTuple):
    """An error, and where it is."""

    code: str
    path: str
    line: int
    column: int
    message: str


def errors_of(okr: Okr) -> list[Found]:
    """Return the errors that `okr check` finds; it ends with 1 where there are any."""
    ran = okr("check", "--format", "json")
    found = [
        Found(each["code"], each["path"], each["line"], each["column"], each["message"])
        for each in json.loads(ran.out)["findings"]
        if each["severity"] == "error"
    ]
    assert ran.code == bool(found), ran.err
    return found


def errors_with(okr: Okr, root: Path, path: str, content: bytes | str) -> list[Found]:
    """Return what is found once *path* has *content*; the others say that they cannot read it."""
    raw = content if isinstance(content, bytes) else content.encode()
    (root / path).parent.mkdir(parents=True, exist_ok=True)
    (root / path).write_bytes(raw)
    found = errors_of(okr)
    if {each.code for each in found} & {"E001", "E002"}:
        assert f"errors in {path}. Run `okr check`." in okr("show", "nps").err
    return found
