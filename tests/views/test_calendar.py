from datetime import date

from okrcli.views.calendar import TeamCalendar


def test_owners_are_named_with_their_id() -> None:
    calendar = TeamCalendar("Acme", date(2026, 11, 20), (), {"ana": "Ana Ruiz"})
    names = [calendar.name_of(owner) for owner in ("ana", "pavel", None)]
    assert names == ["Ana Ruiz (ana)", "pavel", "nobody"]
