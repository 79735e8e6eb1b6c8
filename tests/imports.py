"""Files to import, and what came of them."""

import json
import sqlite3
from collections.abc import Callable
from datetime import date, timedelta
from io import BytesIO
from pathlib import Path

import openpyxl

from okrcli.model.checkin import CheckIn
from tests.cli.workspaces import KPI

LONG = """\
kpi,date,value
nps,2026-10-02,41
nps,2026-10-09,42.5
csat,2026-10-02,79
csat,2026-11-06,70
"""

SEGMENTED = f"{KPI}segments: [chat, voice]\naggregate: weighted\n"

Reading = tuple[str, str, str, str | None]
READINGS: list[Reading] = [
    ("nps", "2026-10-02", "41", None),
    ("nps", "2026-10-09", "42.5", None),
    ("csat", "2026-10-02", "79", None),
]
"""What is new in `LONG`: the workspace has the last one already."""


def imported(checkins: list[CheckIn]) -> list[Reading]:
    """Return what was recorded, as text; every reading has a date of its own."""
    return [
        (each.kpi, str(each.date), f"{each.value.normalize():f}", each.segment)
        for checkin in checkins
        for each in checkin.readings
    ]


def beside(root: Path, name: str, text: str | bytes) -> str:
    """Write a file outside the workspace, and return its path."""
    path = root.parent / name
    path.write_bytes(text if isinstance(text, bytes) else text.encode())
    return str(path)


def days(count: int) -> list[date]:
    """Return so many days, the last one first."""
    return [date(2026, 11, 20) - timedelta(days=each) for each in range(count)]


def many(count: int) -> str:
    """Return a table of *count* readings, of a day and a segment each."""
    rows = (f"{day},chat,{n % 90}\n" for n, day in enumerate(days(count)))
    return "date,segment,nps\n" + "".join(rows)


def xlsx() -> bytes:
    book = openpyxl.Workbook()
    sheet = book.active
    assert sheet is not None
    for row in LONG.splitlines():
        kpi, day, value = row.split(",")
        is_header = kpi == "kpi"
        sheet.append(
            [kpi, day, value] if is_header else [kpi, date.fromisoformat(day), float(value)]
        )
    content = BytesIO()
    book.save(content)
    return content.getvalue()


def sqlite() -> bytes:
    with sqlite3.connect(":memory:") as base:
        base.execute("CREATE TABLE readings (kpi TEXT, date TEXT, value REAL)")
        rows = [row.split(",") for row in LONG.splitlines()[1:]]
        base.executemany("INSERT INTO readings VALUES (?, ?, ?)", rows)
        base.commit()
        content = base.serialize()
    base.close()
    return content


def objects() -> list[dict[str, object]]:
    rows = (row.split(",") for row in LONG.splitlines()[1:])
    return [{"kpi": kpi, "date": day, "value": float(value)} for kpi, day, value in rows]


WIDE = "date,nps,csat\n2026-10-02,41,79\n2026-10-09,42.5,\n2026-11-06,44,70\n"
FORMS: dict[str, Callable[[], tuple[str, str | bytes]]] = {
    "csv": lambda: ("export.csv", LONG),
    "semicolons": lambda: ("export.csv", LONG.replace(",", ";").replace(".", ",")),
    "bom and crlf": lambda: ("export.csv", b"\xef\xbb\xbf" + LONG.replace("\n", "\r\n").encode()),
    "tsv": lambda: ("export.tsv", LONG.replace(",", "\t")),
    "json": lambda: ("export.json", json.dumps(objects())),
    "jsonl": lambda: ("export.jsonl", "\n".join(map(json.dumps, objects()))),
    "wide": lambda: ("export.csv", WIDE),
    "xlsx": lambda: ("export.xlsx", xlsx()),
    "sqlite": lambda: ("export.sqlite", sqlite()),
    "no telling name": lambda: ("export", LONG),
    "a pipe": lambda: ("-", LONG),
    "a workbook in a pipe": lambda: ("-", xlsx()),
    "a database in a pipe": lambda: ("-", sqlite()),
}


def file_of(form: str, root: Path) -> str:
    """Write a file of that form outside the workspace, and return its path."""
    name, content = FORMS[form]()
    return beside(root, name, content)
