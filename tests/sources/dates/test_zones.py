from datetime import timedelta

import pytest

from okrcli.sources.dates.zones import zones_of


def hours_of(text: str) -> list[float]:
    offsets = [zone.utcoffset(None) for zone in zones_of(text)]
    return [offset / timedelta(hours=1) for offset in offsets if offset is not None]


@pytest.mark.parametrize(
    ("text", "hours"),
    [
        ("Z", [0]),
        ("utc", [0]),
        ("+02:00", [2]),
        ("-0330", [-3.5]),
        ("GMT-5", [-5]),
        ("UTC +5:30", [5.5]),
        ("+01:00[Europe/Madrid]", [1]),
        ("CET", [1]),
        ("MSK", [3]),
        ("CST", [-6, -5, 8]),
        ("IST", [5.5, 1, 2]),
        ("XYZ", []),
        ("+15", []),
        ("+02:99", []),
        ("Moon/Crater", []),
    ],
)
def test_time_zone_is_what_its_text_can_mean(text: str, hours: list[float]) -> None:
    assert hours_of(text) == hours


def test_name_of_a_place_is_its_zone_with_its_summer_time() -> None:
    assert [str(zone) for zone in zones_of("Europe/Madrid")] == ["Europe/Madrid"]
