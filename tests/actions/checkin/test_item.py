"""How one thing of a check-in is said, and what it speaks of."""

from datetime import date

from okrcli.actions.checkin.item import Item
from tests.builders import NPS, a_day, a_reading, an_entry


def test_item_is_said_with_what_has_changed() -> None:
    item = Item("nps", "47", "(+3)", unit="points")

    assert item.summary == "nps 47 (+3)"
    assert item.summary_with_unit == "nps 47 points (+3)"
    assert item.full_summary == "nps 47 points (+3)"


def test_first_value_has_no_change_and_may_have_no_unit() -> None:
    item = Item("nps", "47")

    assert (item.summary, item.summary_with_unit) == ("nps 47", "nps 47")


def test_confidence_note_and_a_day_of_its_own_are_said_in_full() -> None:
    entry = an_entry(47, confidence=6, note="second wave", date=a_day("2026-11-18"))

    item = Item("nps", "47", entry=entry)
    assert item.full_summary == 'nps 47, confidence 6, "second wave", on 2026-11-18'


def test_confidence_that_is_all_there_is_to_say_is_said_once() -> None:
    item = Item("nps", "confidence 6", entry=an_entry(confidence=6))

    assert item.full_summary == "nps confidence 6"


def test_note_of_a_reading_is_said_where_there_is_no_entry() -> None:
    reading = a_reading(47, note="third wave", date=a_day("2026-11-18"))

    assert Item("nps", "47", reading=reading).full_summary == 'nps 47, "third wave", on 2026-11-18'


def test_item_speaks_of_its_key_result_and_of_its_reading() -> None:
    day = date(2026, 11, 18)
    item = Item("nps", "47", entry=an_entry(47), reading=a_reading(47, segment="chat", date=day))

    assert item.keys == [(NPS, None, None), ("nps", day, "chat")]
    assert Item("nps", "").keys == []
