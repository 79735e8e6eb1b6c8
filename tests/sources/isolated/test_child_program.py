import io
import json
import sys

import pytest

from okrcli.sources.base import SourceError
from okrcli.sources.isolated import child_program
from okrcli.sources.isolated.child import MOST_MEMORY, MOST_SECONDS
from okrcli.sources.isolated.transfer import table_of_lines
from okrcli.sources.table import Table
from tests.sources.workbooks import SHEET, workbook


@pytest.fixture
def limits(monkeypatch: pytest.MonkeyPatch) -> list[tuple[int, int]]:
    """Return the limits that were set, none of which holds for the process of the tests."""
    found: list[tuple[int, int]] = []
    monkeypatch.setattr(
        child_program,
        "limit_own_resources",
        lambda memory, seconds: found.append((memory, seconds)),
    )
    return found


def answer(monkeypatch: pytest.MonkeyPatch, content: bytes, table: str | None = None) -> Table:
    """Return the table that the program makes of the workbook *content*."""
    of_table: dict[str, object] = {"table": table, "skip": None, "names": [[], []]}
    asked = json.dumps({"format": "xlsx", "name": "a.xlsx", **of_table}).encode()
    given, said = io.BytesIO(asked + b"\n" + content), io.StringIO()
    monkeypatch.setattr(sys, "stdin", io.TextIOWrapper(given))
    monkeypatch.setattr(sys, "stdout", said)
    child_program.main()
    return table_of_lines("a.xlsx", said.getvalue().encode().splitlines(keepends=True))


def test_program_limits_itself_before_it_reads(
    monkeypatch: pytest.MonkeyPatch, limits: list[tuple[int, int]]
) -> None:
    monkeypatch.setattr(sys, "stdin", None)

    with pytest.raises(AttributeError):
        child_program.main()
    assert limits == [(MOST_MEMORY, MOST_SECONDS)]


@pytest.mark.usefixtures("limits")
def test_program_writes_the_table_that_is_asked_for(monkeypatch: pytest.MonkeyPatch) -> None:
    content = workbook(Notes=[["a"], ["b"]], Readings=SHEET)

    assert answer(monkeypatch, content, "Readings").columns == ("kpi", "date", "value")
    assert answer(monkeypatch, content, "Notes").rows[0][1] == ["b"]


@pytest.mark.usefixtures("limits")
def test_program_writes_what_is_wrong(monkeypatch: pytest.MonkeyPatch) -> None:
    with pytest.raises(SourceError, match="not an xlsx workbook"):
        answer(monkeypatch, b"kpi,value\n")
