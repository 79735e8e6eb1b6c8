from okrcli.model.catalog.units import HOURS, local_text


def test_text_is_said_in_the_three_languages() -> None:
    assert local_text("days", "días", "дни") == {"en": "days", "es": "días", "ru": "дни"}
    assert HOURS == {"en": "h", "es": "h", "ru": "ч"}
