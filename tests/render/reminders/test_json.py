import json

from hypothesis import given, settings

from tests.render.reminders.drawn import ANY_TEXT, drawn, told


@given(ANY_TEXT)
@settings(max_examples=60)
def test_json_of_reminders_gives_titles_back_exactly(text: str) -> None:
    document = json.loads(drawn(told(text), "json"))

    assert document["schema"] == "okrcli.reminders/1"
    assert document["dues"][0]["title"] == text
    assert document["dues"][0]["due"] == "2026-11-13"
