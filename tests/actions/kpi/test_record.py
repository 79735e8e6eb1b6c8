from collections.abc import Mapping
from datetime import date
from decimal import Decimal
from pathlib import Path
from typing import Any

import pytest

from okrcli.actions.change import Change
from okrcli.actions.kpi.record import TypedReading, is_record_settled, record_reading
from okrcli.actions.workspace import Workspace
from okrcli.errors import OkrError
from okrcli.views.readings import RecordedReading
from tests.actions.recorded import NOW, TODAY, checkins_in, readings_in
from tests.builders import a_checkin, a_kpi, a_plan, a_reading

EARLIER = date(2026, 11, 13)
NPS = a_kpi(50, unit="points", bounds=[-100, 100], segments=["chat", "voice"], aggregate="weighted")
PLAN = a_plan(
    NPS,
    a_kpi(id="csat"),
    a_kpi(id="ratio", formula="nps / csat"),
    a_checkin("2026-11-06", a_reading(44)),
    a_checkin("2026-11-18", a_reading(47)),
    a_checkin("2026-11-18", a_reading(52, segment="chat", weight=100)),
)


def record(
    value: str, kpi: str = "nps", day: date = TODAY, **typed: Any
) -> tuple[Change, RecordedReading]:
    reading = TypedReading(kpi, value, day, **typed)
    workspace = Workspace(Path("/team"), PLAN, TODAY)
    return record_reading(workspace, reading, by="ana", recorded=NOW)


def test_reading_is_one_check_in_of_today() -> None:
    change, recorded = record("49", note="third wave")

    (checkin,) = checkins_in(change)
    assert (recorded.path, *change.paths) == (checkin.path, checkin.path)
    (reading,) = checkin.readings
    assert (checkin.date, checkin.by, checkin.recorded) == (TODAY, "ana", NOW)
    assert (reading.kpi, reading.value, reading.note) == ("nps", Decimal(49), "third wave")
    assert reading.date is None
    assert change.message == (f"Check in: nps 49 (+2)\n\nthird wave\n\nOKR-Checkin: {checkin.id}\n")


def test_what_was_in_force_and_where_the_kpi_stands_are_answered() -> None:
    _, recorded = record("50")

    assert recorded.text == "nps 50 points (+3)"
    assert recorded.before is not None
    assert (recorded.before.day, recorded.before.value) == (date(2026, 11, 18), Decimal(47))
    assert (recorded.report.value, recorded.report.health) == (Decimal(50), "healthy")


def test_first_reading_has_none_before_it() -> None:
    _, recorded = record("70", "csat")

    assert recorded.before is None
    assert recorded.text == "csat 70"


def test_older_value_gets_a_date_of_its_own_and_moves_nothing_else() -> None:
    change, recorded = record("41", day=EARLIER)

    (checkin,) = checkins_in(change)
    assert (checkin.date, checkin.readings[0].date) == (TODAY, EARLIER)
    assert recorded.text == "nps 41 points (-3) on 2026-11-13"
    assert recorded.report.value == 47


def test_segment_has_a_value_and_a_weight_of_its_own() -> None:
    change, recorded = record("56", segment="chat", weight="120")

    (reading,) = readings_in(change)
    assert (reading.segment, reading.weight) == ("chat", Decimal(120))
    assert recorded.before is not None
    assert recorded.before.value == 52
    assert recorded.text == "nps chat 56 points (+4)"
    assert recorded.segment == "chat"


@pytest.mark.parametrize(
    ("kpi", "value", "typed", "said"),
    [
        ("nps", "101", {}, "101 is above 100, the upper bound of nps."),
        ("nps", "many", {}, '"many" is not a number'),
        ("nps", "1,200", {}, "could be 1200 or 1.2"),
        ("nps", "47", {"segment": "fax"}, "nps has no segment 'fax'; it has: chat, voice."),
        ("csat", "47", {"segment": "fax"}, "csat has no segments."),
        ("nps", "47", {"weight": "-1"}, "0 or more"),
        ("nps", "", {}, "No value given for nps."),
        ("nsp", "47", {}, "There is no KPI 'nsp'"),
        ("ratio", "47", {}, "ratio is computed as nps / csat, so it takes no readings."),
    ],
)
def test_what_cannot_be_recorded_is_refused(
    kpi: str, value: str, typed: dict[str, Any], said: str
) -> None:
    with pytest.raises(OkrError) as caught:
        record(value, kpi, **typed)

    assert said in caught.value.message


def settled(
    since: str,
    value: str = "49",
    day: date = TODAY,
    segment: str = "",
    dates: Mapping[str, date] = {},
    **changes: Any,
) -> bool:
    """Return whether what was recorded before the day *since* is of no matter.

    The KPI's target has *dates*.
    """
    kpi = a_kpi(50, baseline=40, segments=["chat"], **changes)
    assert kpi.target is not None
    kpi = kpi.model_copy(update={"target": kpi.target.model_copy(update=dates)})
    readings = [
        a_checkin(day, a_reading(number), a_reading(number, segment="chat"))
        for day, number in (("2026-11-06", 44), ("2026-11-18", 47))
    ]
    typed = TypedReading("nps", value, day, segment)
    return is_record_settled(a_plan(kpi, *readings), TODAY, typed, date.fromisoformat(since))


@pytest.mark.parametrize("segment", ["", "chat"])
def test_last_reading_settles_the_next_one(segment: str) -> None:
    assert settled("2026-11-18", segment=segment)
    assert not settled("2026-11-19", segment=segment)


def test_reading_of_an_earlier_day_needs_those_before_it() -> None:
    assert not settled("2026-11-07", day=EARLIER)
    assert settled("2026-11-06", day=EARLIER)


def test_line_that_begins_with_the_first_reading_needs_all() -> None:
    begin, end = date(2026, 10, 1), date(2026, 12, 31)
    assert not settled("2026-11-06", dates={"by": end})
    assert settled("2026-11-06", dates={"by": end, "since": begin})
    assert settled("2026-11-06", dates={"by": end}, added=begin)


def test_sign_that_is_new_needs_all() -> None:
    assert not settled("2026-11-06", "-5")
