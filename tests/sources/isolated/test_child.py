import os
import signal
import sys
from pathlib import Path

import pytest

from okrcli.choices import TableFormat
from okrcli.sources import SOURCES
from okrcli.sources.base import SourceError, TableOptions
from okrcli.sources.isolated import child
from tests.sources.test_sqlite import GOOD as DATABASE
from tests.sources.workbooks import GOOD as WORKBOOK

DIED = "a.db:1: It is damaged, or takes more than 768 MiB of memory or 60 seconds to read"


def refusal(content: bytes = DATABASE) -> str:
    with pytest.raises(SourceError) as caught:
        SOURCES["sqlite"]("a.db", content, TableOptions())
    return caught.value.message


def runs(monkeypatch: pytest.MonkeyPatch, program: str) -> None:
    """Let the child be another one."""
    monkeypatch.setattr(child, "_PROGRAM", program)


@pytest.mark.parametrize(
    ("format_", "content", "rows"),
    [("xlsx", WORKBOOK, 1), ("sqlite", DATABASE, 2)],
)
def test_binary_file_is_read_by_a_process_of_its_own(
    format_: TableFormat, content: bytes, rows: int, monkeypatch: pytest.MonkeyPatch
) -> None:
    # Where this process cannot read it, another one did.
    monkeypatch.setitem(sys.modules, "okrcli.sources.sqlite", None)
    monkeypatch.setitem(sys.modules, "okrcli.sources.xlsx", None)
    table = SOURCES[format_]("a", content, TableOptions())

    assert table.columns[:2] == ("kpi", "date")
    assert len(table.rows) == rows


def test_child_gets_the_name_of_the_table_as_it_is() -> None:
    with pytest.raises(SourceError, match="There is no table '"):
        SOURCES["sqlite"]("a.db", DATABASE, TableOptions(table="a\0b\n"))


@pytest.mark.parametrize(
    "program",
    [
        "raise SystemExit(1)",
        "import os; os.abort()",
        f"import os; os.kill(os.getpid(), {int(signal.SIGTERM)})",
        'print(\'{"columns": ["a"], "header": 1}\')',
        'print(\'{"columns": ["a"], "header": 1}\'); print(\'[[2, "?"]]\')',
        "import sys; sys.stdin.buffer.read(); print('no table')",
    ],
)
def test_child_that_dies_or_says_something_else_is_an_error(
    program: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    runs(monkeypatch, program)

    assert DIED in refusal()


def test_child_that_dies_before_it_has_read_everything_is_an_error(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    runs(monkeypatch, "raise SystemExit(1)")

    assert DIED in refusal(DATABASE + bytes(10_000_000))


@pytest.mark.parametrize("limit", ["_LONGEST_LINE", "_MOST_BYTES"])
def test_child_that_says_too_much_is_an_error(limit: str, monkeypatch: pytest.MonkeyPatch) -> None:
    runs(monkeypatch, "while True: print('x' * 1000)")
    monkeypatch.setattr(child, limit, 500)

    assert DIED in refusal()


@pytest.mark.parametrize("executable", ["", "/nowhere/python"])
def test_child_that_cannot_be_started_is_an_error(
    executable: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(sys, "executable", executable)

    assert "a.db:1: The process that reads it cannot be started: " in refusal()


def test_child_that_does_not_end_is_killed(monkeypatch: pytest.MonkeyPatch) -> None:
    runs(monkeypatch, "import threading; threading.Event().wait()")
    monkeypatch.setattr(child, "_MOST_WAITED", 0.5)

    assert DIED in refusal()


SPY = """
import json, os, sys
names = sorted(os.environ) + sorted({each for each in sys.path if not each})
told = f"{sys.flags.isolated} {os.getcwd()} {' '.join(names)}"
print(json.dumps({"problems": [[1, told, []]], "count": 1}))
"""


def test_child_gets_nothing_of_the_environment_and_no_module_of_the_folder_it_runs_in(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("OKR_NOTIFY_URLS", "slack://secret")
    monkeypatch.setenv("PYTHONSTARTUP", str(tmp_path / "x.py"))
    monkeypatch.setenv("GITHUB_TOKEN", "secret")
    monkeypatch.chdir(tmp_path)
    for name in ("json.py", "sqlite3.py", "okrcli.py"):
        (tmp_path / name).write_text("raise SystemExit(1)\n", encoding="utf-8")
    table = SOURCES["sqlite"]("a.db", DATABASE, TableOptions())
    runs(monkeypatch, SPY)
    isolated, folder, *names = refusal().partition("a.db:1: ")[2].split()

    assert len(table.rows) == 2
    assert (isolated, folder) == ("1", os.path.realpath(sys.prefix))
    assert set(names) <= {"SYSTEMROOT", "LD_LIBRARY_PATH", "DYLD_LIBRARY_PATH", "LC_CTYPE"}
