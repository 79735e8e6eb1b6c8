import sqlite3
from contextlib import closing
from decimal import Decimal
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from okrcli.sources import sqlite
from okrcli.sources.base import SourceError, TableOptions
from okrcli.sources.sqlite import table_of_sqlite

READINGS = """
CREATE TABLE readings (kpi TEXT, date TEXT, value REAL, n INTEGER);
INSERT INTO readings VALUES ('nps', '2026-11-20', 47.5, 120), ('csat', '2026-11-20', NULL, 1);
"""


VIEW = """CREATE VIEW "by 'day';" AS SELECT upper(kpi) AS kpi FROM readings;"""

ENDLESS = """
CREATE VIEW a AS
WITH RECURSIVE n(x) AS (SELECT 1 UNION ALL SELECT x + 1 FROM n) SELECT count(*) AS x FROM n;
"""


def database(script: str) -> bytes:
    with closing(sqlite3.connect(":memory:")) as connection:
        connection.executescript(script)
        return connection.serialize()


GOOD = database(READINGS)


def refusal(content: bytes, table: str | None = None) -> str:
    with pytest.raises(SourceError) as caught:
        table_of_sqlite("a.db", content, TableOptions(table=table))
    return caught.value.message


def test_sqlite_gives_the_rows_of_its_only_table() -> None:
    table = table_of_sqlite("a.db", GOOD)

    assert (table.columns, table.header) == (("kpi", "date", "value", "n"), 0)
    assert table.rows == [
        (1, ["nps", "2026-11-20", Decimal("47.5"), Decimal(120)]),
        (2, ["csat", "2026-11-20", None, Decimal(1)]),
    ]


def test_sqlite_reads_the_table_or_view_that_is_named() -> None:
    content = database(READINGS + VIEW)

    assert table_of_sqlite("a.db", content, TableOptions(table="by 'day';")).rows == [
        (1, ["NPS"]),
        (2, ["CSAT"]),
    ]
    assert "There are several tables: by 'day';, readings." in refusal(content)
    assert "There is no table 'reading': did you mean 'readings'?" in refusal(content, "reading")
    assert "There is no table" in refusal(content, 'readings"; DROP TABLE readings; --')
    assert "There is no table" in refusal(content, "sqlite_master")


@pytest.mark.parametrize("mode", ["wal", "delete"])
def test_sqlite_reads_the_file_of_every_journal_mode(tmp_path: Path, mode: str) -> None:
    path = tmp_path / "a.db"
    with closing(sqlite3.connect(path)) as connection:
        connection.execute(f"PRAGMA journal_mode = {mode}")
        connection.executescript(READINGS)

    assert len(table_of_sqlite("a.db", path.read_bytes()).rows) == 2


def test_sqlite_keeps_large_and_endless_numbers_apart() -> None:
    content = database("CREATE TABLE a (x); INSERT INTO a VALUES (9e999), (9007199254740993);")

    assert table_of_sqlite("a.db", content).rows == [(1, ["inf"]), (2, [Decimal(2**53 + 1)])]


@pytest.mark.parametrize(
    ("script", "said"),
    [
        ("CREATE TABLE a (x); DROP TABLE a;", "a.db:1: There is no table in it."),
        ("CREATE TABLE a (x); INSERT INTO a VALUES (x'00');", "a.db:1: Row 1 of a has a BLOB."),
        ("CREATE VIEW a AS SELECT load_extension('x') AS x;", "The database cannot be read: "),
        ("CREATE VIEW a AS SELECT * FROM gone;", "cannot be read: no such table: main.gone."),
        ("CREATE VIEW a AS SELECT zeroblob(999999999) AS x;", "The database cannot be read: "),
        (ENDLESS, "Reading the database takes too long: save the table as CSV."),
    ],
)
def test_sqlite_that_cannot_be_read_is_explained(
    script: str, said: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(sqlite, "_MOST_STEPS", 3_000_000)

    assert said in refusal(database(script))


SLOW_STEPS = """
CREATE VIEW a AS WITH RECURSIVE n(x) AS (SELECT 1 UNION ALL SELECT x + 1 FROM n)
SELECT count(hex(zeroblob(99999))) AS x FROM n;
"""


def test_sqlite_view_whose_steps_take_long_is_refused(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sqlite, "_MOST_SECONDS", 0)

    assert "Reading the database takes too long" in refusal(database(SLOW_STEPS))


def test_sqlite_runs_nothing_that_writes_or_attaches(tmp_path: Path) -> None:
    other = tmp_path / "other.db"
    with closing(sqlite._open(GOOD)) as connection:
        for statement in (
            f"ATTACH '{other}' AS other",
            "DELETE FROM readings",
            "PRAGMA writable_schema = ON",
            "CREATE TABLE a (x)",
        ):
            with pytest.raises(sqlite3.Error, match="not authorized"):
                connection.execute(statement)

    assert not other.exists()


@pytest.mark.parametrize("content", [b"", b"SQLite format 3\x00", b"kpi,value\n", GOOD[1:]])
def test_sqlite_that_is_none_is_refused(content: bytes) -> None:
    assert refusal(content).endswith("\na.db:1: This is not a SQLite database.")


@given(st.integers(16, len(GOOD) - 1), st.binary(min_size=1, max_size=60))
def test_sqlite_with_any_damage_is_read_or_refused(at: int, damage: bytes) -> None:
    refused = None
    try:
        table_of_sqlite("a.db", GOOD[:at] + damage + GOOD[at + len(damage) :])
    except SourceError as error:
        refused = error.message

    assert refused is None or "\na.db:" in refused


@given(st.integers(100, len(GOOD)))
def test_sqlite_that_ends_too_early_is_read_or_refused(end: int) -> None:
    refused = None
    try:
        table_of_sqlite("a.db", GOOD[:end])
    except SourceError as error:
        refused = error.message

    assert refused is None or "\na.db:" in refused
