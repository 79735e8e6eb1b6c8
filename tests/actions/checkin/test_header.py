from datetime import date

import pytest

from okrcli.actions.checkin.header import CheckinHeader, checkin_lines, kudos_of, message_of
from okrcli.actions.checkin.item import Item
from okrcli.errors import UsageError
from okrcli.model.people import Person
from okrcli.model.settings import Settings
from tests.actions.recorded import NOW
from tests.builders import NPS, a_reading, an_entry

DAY = date(2026, 11, 20)
ITEM = Item(
    "nps", "47", "(+3)", "points", NPS, an_entry(confidence=7, note="second wave"), a_reading(47)
)


def test_check_in_gets_a_name_that_nobody_else_gets() -> None:
    header = CheckinHeader(DAY, "ana", "A quiet week.")
    first, second = (header.checkin([ITEM], NOW) for _ in range(2))

    assert first.id != second.id
    assert first.path == f"checkins/2026/11/20/{first.id}.yaml"
    assert (first.date, first.by, first.note) == (DAY, "ana", "A quiet week.")
    assert (first.key_results, first.readings) == ((ITEM.entry,), (ITEM.reading,))


def test_message_has_the_values_then_the_notes_then_what_they_are_about() -> None:
    checkin = CheckinHeader(DAY, "ana", "A quiet week.").checkin([ITEM], NOW)

    assert message_of(checkin, [ITEM]) == (
        "Check in: nps 47 (+3)\n\nA quiet week.\n\nsecond wave\n\n"
        f"OKR-Checkin: {checkin.id}\nOKR-Key-Result: {NPS}\n"
    )
    assert checkin_lines(checkin, [ITEM]) == ["nps 47 points (+3)"]


def test_thanks_and_a_note_are_enough() -> None:
    kudos = kudos_of("pavel: cut the queue: in half", Settings())
    thanks = CheckinHeader(DAY, "ana", kudos=(kudos,))
    note = CheckinHeader(DAY, "ana", "A quiet week.")

    assert (kudos.to, kudos.reason) == ("pavel", "cut the queue: in half")
    assert checkin_lines(thanks.checkin([], NOW), []) == ["kudos to pavel"]
    assert "\nThanks to pavel: cut the queue: in half\n" in message_of(thanks.checkin([], NOW), [])
    assert checkin_lines(note.checkin([], NOW), []) == ["note"]
    assert thanks.says_something
    assert note.says_something
    assert not CheckinHeader(DAY, "ana").says_something


@pytest.mark.parametrize("text", ["pavel", "pavel:", ": thanks", "Pavel Ivanov: thanks", "bob: hi"])
def test_thanks_to_nobody_or_for_nothing_are_refused(text: str) -> None:
    with pytest.raises(UsageError):
        kudos_of(text, Settings(people={"pavel": Person(name="Pavel")}))


def test_note_that_is_too_long_is_refused() -> None:
    with pytest.raises(UsageError, match="`note`"):
        CheckinHeader(DAY, "ana", "x" * 20_000).checkin([], NOW)
