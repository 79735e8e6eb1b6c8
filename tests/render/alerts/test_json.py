import json

from hypothesis import given, settings

from tests.render.alerts.drawn import ANY_TEXT, drawn, told
from tests.render.kpi_samples import full_outcome


@given(ANY_TEXT)
@settings(max_examples=60)
def test_json_of_alerts_gives_texts_back_exactly(text: str) -> None:
    (alert,) = json.loads(drawn(told(text), "json"))["alerts"]

    assert [alert["title"], alert["message"], alert["owner"]] == [text] * 3


def test_json_of_alerts_counts_them() -> None:
    document = json.loads(drawn(full_outcome(), "json"))

    assert document["schema"] == "okrcli.alerts/1"
    assert document["summary"] == {"error": 5, "warning": 1, "info": 1}
    assert document["alerts"][0]["path"] == "kpis/csat.yaml"
