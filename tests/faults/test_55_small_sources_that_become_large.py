"""Row 55: a small file that becomes large is refused in a line, and nothing is recorded."""

import sqlite3
from collections.abc import Callable
from contextlib import closing
from pathlib import Path

import pytest

from tests.cli.conftest import Okr
from tests.cli.kpi_workspace import kpi_workspace
from tests.repositories import git

pytestmark = pytest.mark.slow


def wide(_: Path) -> bytes:
    return b",".join(b"c%d" % number for number in range(100_000)) + b"\n1\n"


def nested(_: Path) -> bytes:
    return b'[{"kpi":' + b"[" * 1_000_000


def endless(folder: Path) -> bytes:
    file = folder / "made.db"
    with closing(sqlite3.connect(file)) as connection:
        connection.execute(
            "CREATE VIEW a AS WITH RECURSIVE n(x) AS (SELECT 1 UNION ALL SELECT x + 1 FROM n)"
            " SELECT hex(zeroblob(400000)) AS value, x AS date FROM n"
        )
    return file.read_bytes()


COMMANDS = {
    "import": ("kpi", "import", "{file}", "--kpi", "churn"),
    "survey": ("kpi", "survey", "csat", "{file}"),
    "check-in": ("checkin", "--from", "{file}"),
}


@pytest.mark.parametrize("command", COMMANDS)
@pytest.mark.parametrize(("ending", "made"), [("csv", wide), ("json", nested), ("db", endless)])
def test_small_file_that_becomes_large_is_refused(
    command: str, ending: str, made: Callable[[Path], bytes], tmp_path: Path, run_okr: Okr
) -> None:
    root = kpi_workspace(tmp_path / "acme")
    file = tmp_path / f"large.{ending}"
    file.write_bytes(made(tmp_path))
    before = git(root, "rev-parse", "HEAD")
    ran = run_okr(root, *(each.format(file=file) for each in COMMANDS[command]))

    assert ran.code == 3, ran.err
    assert ran.err.startswith(f"Error: Nothing was recorded from {file}:\n{file}:")
    assert git(root, "rev-parse", "HEAD") == before
    assert git(root, "status", "--porcelain") == ""


@pytest.mark.parametrize("entry", ["a, ", "[], "])
def test_check_in_of_more_values_than_are_read_is_refused(
    entry: str, tmp_path: Path, run_okr: Okr
) -> None:
    root = kpi_workspace(tmp_path / "acme")
    file = tmp_path / "many.yaml"
    file.write_text(f"entries: [{entry * 1_300_000}]\n", encoding="utf-8")
    ran = run_okr(root, "checkin", "--from", str(file))

    assert ran.code == 3
    assert f"{file}:1: The file has too many values." in ran.err


def test_check_in_of_more_entries_than_people_read_is_refused(tmp_path: Path, run_okr: Okr) -> None:
    root = kpi_workspace(tmp_path / "acme")
    file = tmp_path / "many.csv"
    file.write_text("kpi,value\n" + "churn,1\n" * 20_001, encoding="utf-8")
    ran = run_okr(root, "checkin", "--from", str(file))

    assert ran.code == 3
    assert "many.csv:20002: There are more than 20,000 entries" in ran.err


@pytest.mark.parametrize(("count", "code"), [(100, 0), (101, 1)])
def test_conversions_whose_product_grows_without_end_are_refused(
    okr: Okr, root: Path, count: int, code: int
) -> None:
    path = root / "objectives/2026-Q4/cx-leader.yaml"
    convert = "{date: 2026-11-10, field: unit, was: h, now: h, factor: 1/999999999999, why: x}"
    amendments = "    amendments:\n" + f"      - {convert}\n" * count
    path.write_text(path.read_text().replace("  - id: hours\n", f"  - id: hours\n{amendments}"))
    ran = okr("check", "--select", "E")

    assert ran.code == code
    message = "`amendments` has 101 amendments with a `factor`, which is more than 100."
    assert (message in ran.out) == (code == 1)
    assert okr("report", "--as-of", "2026-11-05").code == code


def test_former_names_which_multiply_are_limited(okr: Okr, root: Path) -> None:
    path = root / "objectives/2026-Q4/cx-leader.yaml"
    names = ", ".join(f"old-{number}" for number in range(101))
    path.write_text(f"{path.read_text()}formerly: [{names}]\n")

    ran = okr("check", "--select", "E")
    assert (ran.code, "`formerly` has more than 100 items." in ran.out) == (1, True), ran.out
