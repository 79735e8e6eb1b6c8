import json
from decimal import Decimal

from hypothesis import given, settings
from hypothesis import strategies as st

from okrcli.views.kpi_list import ListedKpi
from tests.render.kpi_samples import a_listing, a_segment, full_listing
from tests.render.kpis.drawn import ANY_TEXT, drawn, titled
from tests.render.samples import a_kpi

PROMISED = (
    "id title unit direction value value_date target health stale trend team owner kind family"
    " next_due segments formula reason improvement"
)


def test_json_of_kpis_has_the_promised_keys() -> None:
    document = json.loads(drawn(full_listing(), "json"))

    assert document["schema"] == "okrcli.kpis/1"
    assert set(PROMISED.split()) <= document["kpis"][0].keys()
    assert document["kpis"][1]["improvement"] == "csat-2026-11-02"
    assert document["improvements"][0]["goal"] == 86


@given(ANY_TEXT)
@settings(max_examples=60)
def test_json_of_kpis_gives_titles_back_exactly(title: str) -> None:
    document = json.loads(drawn(titled(title), "json"))

    assert [document["kpis"][0][key] for key in ("title", "unit", "reason")] == [title] * 3


@given(st.decimals(allow_nan=False, allow_infinity=False, min_value=-(10**20), max_value=10**20))
def test_json_numbers_of_kpis_keep_every_digit(value: Decimal) -> None:
    segment = a_segment("voice", "1", "2", value=value, weight=value)
    kpi = a_kpi(value=value, trend=value, segments=(segment,))
    text = drawn(a_listing(ListedKpi(kpi)), "json")
    read = json.loads(text, parse_float=Decimal, parse_int=Decimal)["kpis"][0]

    assert [read["value"], read["trend"]] == [value, value]
    assert [read["segments"][0]["value"], read["segments"][0]["weight"]] == [value, value]
