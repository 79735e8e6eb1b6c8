import pytest
from pydantic import ValidationError

from okrcli.model import time_zone
from okrcli.model.cycle import Calendar
from okrcli.model.time_zone import zone_of


@pytest.mark.parametrize("name", ["America/Bogota", "Europe/Moscow", "UTC", "Etc/GMT+12"])
def test_calendar_takes_time_zones_by_name(name: str) -> None:
    assert Calendar(time_zone=name).time_zone == name
    assert str(zone_of(name)) == name


@pytest.mark.parametrize(
    "name",
    [
        "Mars/X",
        "America",
        "../../etc/passwd",
        "/etc/localtime",
        "tzdata.zi",
        "a\0b",
        " ",
        "a" * 300,
    ],
)
def test_calendar_refuses_what_is_no_time_zone(name: str) -> None:
    assert zone_of(name) is None
    with pytest.raises(ValidationError):
        Calendar(time_zone=name)


def test_names_are_believed_where_the_computer_has_no_time_zones(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr(time_zone, "zone_of", lambda _: None)
    monkeypatch.setattr(time_zone, "knows_zones", lambda: False)
    assert Calendar(time_zone="America/Bogota").time_zone == "America/Bogota"
    with pytest.raises(ValidationError):
        Calendar(time_zone="../../etc/passwd")
