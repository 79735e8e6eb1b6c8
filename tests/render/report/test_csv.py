import csv
from decimal import Decimal
from io import StringIO

from tests.render.report.drawn import drawn
from tests.render.samples import (
    full_report,
)


def test_negative_numbers_of_a_csv_stay_numbers() -> None:
    row = next(
        row
        for row in csv.DictReader(StringIO(drawn(full_report(), "csv")))
        if row["ref"] == "2026-Q4/cx-leader/csat"
    )

    assert Decimal(row["progress"]) == Decimal("-0.25")
