"""Files to import, and what came of them."""

from datetime import date, timedelta
from pathlib import Path

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
