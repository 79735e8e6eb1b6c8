from datetime import date
from decimal import Decimal

from okrcli.model.goalposts import Band
from okrcli.model.readings import Reading
from okrcli.render.drawing.style import ASCII, UNICODE
from okrcli.render.story.words import event_text, moves_text, value_text
from okrcli.views.story import EventKind, FieldMove
from tests.render.story.samples import an_event


def test_values_are_told_as_people_read_them() -> None:
    assert value_text(Decimal("18000.50"), UNICODE) == "18 000.5"
    assert value_text(Band(Decimal(1), Decimal(2)), ASCII) == "[1, 2]"
    assert value_text(None, UNICODE) == value_text((), UNICODE) == "none"
    assert value_text(date(2026, 11, 2), UNICODE) == "2026-11-02"


def test_long_texts_are_only_said_to_have_changed() -> None:
    assert moves_text([FieldMove("why", "a", "b")], UNICODE) == "why changed"


def test_day_that_the_file_gives_is_told_where_it_is_another() -> None:
    same = an_event(EventKind.APPROVED, by="ana", dated=date(2026, 11, 2))
    assert event_text(same, UNICODE) == "approved by ana"
    assert event_text(an_event(EventKind.CLOSED), UNICODE) == "closed"
    assert event_text(an_event(EventKind.DROPPED), UNICODE) == "dropped"


def test_check_in_is_retracted_as_a_whole_or_in_part() -> None:
    name = "2026-11-20-ana-7f3a9c12"
    whole, part = (an_event(EventKind.RETRACTED, ref, other=name) for ref in (name, "nps"))

    assert event_text(whole, UNICODE) == f"check-in {name} retracted"
    assert event_text(part, UNICODE) == f"retracted from check-in {name}"


def test_import_is_told_by_its_first_readings() -> None:
    readings = tuple(Reading(kpi="csat", value=Decimal(value)) for value in range(1000))
    event = an_event(EventKind.CHECKED_IN, entries=readings)

    assert event_text(event, UNICODE) == ("checked in csat 0, csat 1, csat 2, csat 3 and 996 more")


def test_name_that_is_not_stated_is_said_to_be_missing() -> None:
    event = an_event(EventKind.RENAMED, other="2026-Q4/cx", is_silent=True)

    assert event_text(event, UNICODE) == (
        "renamed; it was 2026-Q4/cx, without saying so in `formerly`"
    )
