import csv
from io import StringIO

from tests.render.kpi_samples import full_listing
from tests.render.kpis.drawn import drawn


def test_negative_trend_of_a_csv_stays_a_number() -> None:
    rows = csv.DictReader(StringIO(drawn(full_listing(), "csv")))

    assert {row["id"]: row["trend"] for row in rows}["churn_rate"] == "-0.25"
