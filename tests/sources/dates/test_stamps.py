from datetime import UTC, date, datetime, time, timedelta, timezone
from zoneinfo import ZoneInfo

import pytest
from hypothesis import given
from hypothesis import strategies as st

from okrcli.sources.dates.stamps import NotADate, Stamp, stamp_of

BOGOTA = ZoneInfo("America/Bogota")
MADRID = ZoneInfo("Europe/Madrid")
DAY = date(2026, 10, 23)


def day_at(text: str, zone: ZoneInfo) -> date:
    stamp = stamp_of(text)
    assert isinstance(stamp.day, date)
    (day,) = stamp.days_at(stamp.day, zone)
    return day


@pytest.mark.parametrize(
    "text",
    [
        *("2026-10-23", "2026-10-23 14:30", "2026-10-23 14:30:00.123456", " 2026-10-23 "),
        *("23 Oct 2026 09:12", "Oct 23, 2026, 2:30 PM", "Oct 23, 2026 at 2:30 PM"),
        *("2026/10/23 7:18:51 a. m.", "23 de octubre de 2026 a las 14:30", "23/Oct/26 7:18 AM"),
        *("23 октября 2026 г. в 07:18", "23 октября 2026 г., 07:18:51", "Fri Oct 23 07:18:51 2026"),
        *("23-OCT-26 02.30.00.000000 PM", "23 oct 2026 14:30 h", "20261023T071851"),
        "2026-10-23 7:18:51\u202fAM",
    ],
)
def test_time_without_a_zone_says_no_more_than_its_day(text: str) -> None:
    assert stamp_of(text) == Stamp(DAY)


def test_week_of_iso_8601_is_its_sunday() -> None:
    assert stamp_of("2026-W47") == Stamp(date(2026, 11, 22))


@pytest.mark.parametrize(
    ("text", "utc"),
    [
        ("2026-10-23T02:30:00Z", "02:30"),
        ("2026-10-23T02:30Z", "02:30"),
        ("2026-10-23 02:30:00 UTC", "02:30"),
        ("2026-10-23 02:30:00+00", "02:30"),
        ("2026-10-23T02:30:00.123+0000", "02:30"),
        ("2026-10-23T04:30:00+02:00", "02:30"),
        ("2026-10-23T04:30:00+02:00[Europe/Madrid]", "02:30"),
        ("2026-10-23 04:30:00 Europe/Madrid", "02:30"),
        ("20261023T023000Z", "02:30"),
        ("2026/10/23 7:18:51 a. m. GMT-5", "12:18"),
        ("2026/10/23 4:59:22 p. m. CET", "15:59"),
        ("2026/10/23 4:59:22 PM GMT+1", "15:59"),
        ("Fri Oct 23 2026 07:18:51 GMT-0500 (Colombia Standard Time)", "12:18"),
        ("Fri, 23 Oct 2026 07:18:51 GMT", "07:18"),
        ("Fri Oct 23 07:18:51 UTC 2026", "07:18"),
        ("Fri Oct 23 07:18:51 +0200 2026", "05:18"),
        ("Fri Oct 23 07:18:51 2026 +0200", "05:18"),
        ("23 октября 2026 г. в 07:18 MSK", "04:18"),
        ("23 de octubre de 2026, 7:18:51 GMT-5", "12:18"),
        ("1792722600", "02:30"),
        ("1792722600.25", "02:30"),
        ("1792722600000", "02:30"),
        ("1792722600000000", "02:30"),
    ],
)
def test_moment_is_read_as_forms_and_trackers_write_it(text: str, utc: str) -> None:
    stamp = stamp_of(text)
    assert isinstance(stamp.day, date)
    assert stamp.clock is not None
    (zone,) = stamp.zones
    moment = datetime.combine(stamp.day, stamp.clock, zone).astimezone(UTC)

    assert moment.date() == DAY
    assert f"{moment:%H:%M}" == utc


def test_moment_is_of_the_day_of_the_zone_that_is_asked_for() -> None:
    assert day_at("2026-10-23T02:30:00Z", BOGOTA) == date(2026, 10, 22)
    assert day_at("2026-10-22T23:30:00Z", MADRID) == DAY
    assert day_at("2026-10-23", BOGOTA) == DAY


def test_summer_time_is_that_of_the_day() -> None:
    assert day_at("2026-07-22T22:30:00Z", MADRID) == date(2026, 7, 23)
    assert day_at("2026-12-22T22:30:00Z", MADRID) == date(2026, 12, 22)


def test_letters_of_several_zones_are_those_of_ones_own_where_it_has_them() -> None:
    stamp = stamp_of("2026-10-23 00:30 CST")

    assert stamp.days_at(DAY, ZoneInfo("America/Mexico_City")) == [DAY]
    assert stamp.days_at(DAY, ZoneInfo("Asia/Shanghai")) == [DAY]
    assert set(stamp.days_at(DAY, BOGOTA)) == {DAY, date(2026, 10, 22)}


def test_only_a_time_that_is_not_midnight_makes_a_moment() -> None:
    assert stamp_of("2026-10-23T00:00:01Z").is_moment
    assert not stamp_of("2026-10-23T00:00:00Z").is_moment
    assert not stamp_of("2026-10-23T02:30:00").is_moment


def test_open_numbers_are_a_day_in_an_order_only() -> None:
    stamp = stamp_of("05/11/2026 10:00 UTC")

    assert stamp.day_in(None) is None
    assert stamp.day_in("dmy") == date(2026, 11, 5)
    assert stamp.day_in("mdy") == date(2026, 5, 11)


@pytest.mark.parametrize(
    "text",
    [
        *("", "x", "47", "46346", "2026", "1" * 1000, "0001-01-01", "tomorrow", "9999999999"),
        *("2026-10-23 25:00", "2026-10-23 12:75", "2026-10-23 13:05 PM", "2026-10-23 7:18 XYZ"),
        *("2026-10-23T02:30:00+99", "2026-10-23 7:18 Moon/Crater", "14:30", "123456789012"),
    ],
)
def test_what_is_no_day_is_refused(text: str) -> None:
    with pytest.raises(NotADate, match="is not a date: write it like 2026-11-20"):
        stamp_of(text)


@pytest.mark.parametrize("text", ["23-Oct", "октябрь", "23 de octubre"])
def test_day_without_a_year_is_refused_as_such(text: str) -> None:
    with pytest.raises(NotADate, match="has no year: write it like 2026-11-20"):
        stamp_of(text)


@given(
    st.dates(date(2002, 1, 1), date(2098, 12, 31)),
    st.times(),
    st.integers(-12, 14),
    st.sampled_from([BOGOTA, MADRID, ZoneInfo("Asia/Novosibirsk")]),
)
def test_every_spelling_of_a_moment_is_of_the_same_day(
    day: date, clock: time, hours: int, zone: ZoneInfo
) -> None:
    own = timezone(timedelta(hours=hours))
    moment = datetime.combine(day, clock.replace(microsecond=0), own)
    spellings = (
        moment.isoformat(),
        f"{moment:%Y/%m/%d %I:%M:%S %p} GMT{hours:+}",
        f"{moment:%a %b %d %Y %H:%M:%S} GMT{moment:%z}",
        f"{int(moment.timestamp())}",
        f"{int(moment.timestamp())}000",
    )

    assert {day_at(text, zone) for text in spellings} == {moment.astimezone(zone).date()}


@given(st.text(max_size=120) | st.text("0123456789-/:. TZampGMT+окт", max_size=40))
def test_any_text_is_a_stamp_or_none(text: str) -> None:
    try:
        found: Stamp | None = stamp_of(text)
    except NotADate:
        found = None

    assert found is None or any(character.isdigit() for character in text)
    assert found is None or found.clock is None or isinstance(found.clock, time)


def test_term_is_refused_with_how_to_write_a_quarter() -> None:
    with pytest.raises(NotADate, match=r'"T1 2026" may be .* \(write a quarter as in Q1 2026\)'):
        stamp_of("T1 2026")
