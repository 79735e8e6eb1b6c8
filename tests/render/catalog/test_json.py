import json

from okrcli.model.catalog import CATALOG
from tests.render.catalog.drawn import rendered, whole


def test_json_keeps_numbers_exact_and_open_ends_null() -> None:
    document = json.loads(rendered(whole("ru"), "json"))

    assert (document["schema"], document["language"]) == ("okrcli.catalog/1", "ru")
    entries = {each["id"]: each for each in document["entries"]}
    assert list(entries) == list(CATALOG)
    assert entries["nps"]["bounds"] == [-100, 100]
    assert entries["cac"]["bounds"] == [0, None]
    assert entries["ces_2"]["survey"] == {"type": "ces", "scale": [1, 7], "version": 2}
    assert [each["id"] for each in entries["cac"]["parts"]] == [
        "sales_and_marketing_cost",
        "new_customers",
    ]
