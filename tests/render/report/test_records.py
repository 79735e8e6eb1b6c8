import csv
from io import StringIO

from tests.render.report.drawn import drawn
from tests.render.samples import (
    full_report,
)


def test_rows_have_a_plan_with_its_way_from_opening_to_goal() -> None:
    rows = csv.DictReader(StringIO(drawn(full_report(), "csv")))
    row = next(each for each in rows if each["kind"] == "improvement")

    assert (row["ref"], row["kpi"], row["overdue"]) == ("csat-2026-11-02", "csat", "true")
    way = (row["baseline"], row["value"], row["target"], row["progress"], row["due"])
    assert way == ("70", "76.75", "85", "0.45", "2026-12-31")
