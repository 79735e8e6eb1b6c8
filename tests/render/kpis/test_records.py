from decimal import Decimal
from typing import Any

from okrcli.model.goalposts import Band
from okrcli.render.kpis.records import COLUMNS, records
from okrcli.views.kpi_list import ListedKpi
from tests.render.kpi_samples import a_listing
from tests.render.samples import DAY, a_kpi


def record(**changes: Any) -> dict[str, str]:
    header, row = records(a_listing(ListedKpi(a_kpi(**changes), None, None)))
    return dict(zip(header, row, strict=True))


def test_first_row_names_the_columns() -> None:
    assert [*records(a_listing())] == [COLUMNS]


def test_numbers_have_every_digit_and_days_are_written_out() -> None:
    row = record(value=Decimal("47.12345678901"), trend=Decimal("-0.50"))

    assert (row["value"], row["trend"]) == ("47.12345678901", "-0.50")
    assert row["value_date"] == DAY.isoformat()


def test_target_has_one_end_or_two() -> None:
    assert (record()["target"], record()["target_high"]) == ("50", "")
    band = record(target=Band(Decimal(40), Decimal(60)))
    assert (band["target"], band["target_high"]) == ("40", "60")


def test_what_is_absent_is_empty() -> None:
    row = record(value=None, value_date=None, trend=None, target=None, direction=None, unit=None)

    absent = ("value", "value_date", "trend", "trend_is", "target", "direction", "unit", "family")
    assert [row[name] for name in absent] == [""] * len(absent)


def test_text_begins_no_formula() -> None:
    row = record(title="=1+1", owner="@here", team="+x", unit="-y")

    assert not [text for text in row.values() if text[:1] in {"=", "@", "+"}]
