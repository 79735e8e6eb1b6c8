from datetime import date

from hypothesis import given
from hypothesis import strategies as st

from okrcli.storage.partial.mentions import File
from okrcli.storage.partial.newest import (
    FEWEST,
    Lot,
    NewestFirst,
    last_day,
)

_DAYS = st.one_of(st.dates(date(2026, 1, 1), date(2026, 3, 1)), st.just(date.max))


def test_last_day_is_the_last_that_is_written_wherever_it_stands() -> None:
    raw = b"date: 2026-11-20\nkey_results: [{date: '2026-11-24', note: since 2026-10-01}]\n"
    assert last_day(raw) == date(2026, 11, 24)


def test_day_is_not_known_where_none_is_written_or_one_is_not_in_the_calendar() -> None:
    assert last_day(b"by: ana\n") == date.max
    assert last_day(b"date: 2026-11-20\nnote: until 2026-11-31\n") == date.max


def _paths(lot: Lot) -> list[str]:
    return [path for path, _ in lot.files]


def _lots(newest: NewestFirst) -> list[Lot]:
    """Return all that is left."""
    lots = [newest.take()]
    while lots[-1].since is not None:
        lots.append(newest.take())
    return lots


def _file(path: str, day: date) -> File:
    return path, b"date: none" if day == date.max else f"date: {day}".encode()


def test_newest_files_come_first_in_lots_that_double() -> None:
    files = [_file(f"{n}", date(2026, 1 + n // 28, 1 + n % 28)) for n in range(60)]
    lots = _lots(NewestFirst([("first", b"")], files))

    assert [len(_paths(lot)) for lot in lots] == [1 + FEWEST, 2 * FEWEST, 60 - 3 * FEWEST]
    assert {"first", "59", "44"} <= {*_paths(lots[0])}
    assert [lot.since for lot in lots] == [date(2026, 2, 17), date(2026, 1, 13), None]


def test_files_that_do_not_mention_a_name_are_left_out_of_later_lots() -> None:
    files = [(f"{n}", f"date: 2026-01-{n}\nkpi: kpi_{n % 2}".encode()) for n in range(10, 32)]
    newest = NewestFirst([], files, 20)
    lots = [newest.take()]
    newest.keep_mentioning([b"kpi_1"])
    lots += _lots(newest)

    assert [{*_paths(lot)} for lot in lots] == [{*map(str, range(12, 32))}, {"11"}]


@given(st.lists(_DAYS, max_size=80))
def test_no_later_lot_has_an_entry_of_the_days_that_are_known(days: list[date]) -> None:
    files = [_file(f"{number}", day) for number, day in enumerate(days)]
    lots = _lots(NewestFirst([], files))

    assert sorted(path for lot in lots for path in _paths(lot)) == sorted(
        map(str, range(len(days)))
    )
    assert lots[-1].since is None
    for number, lot in enumerate(lots[:-1]):
        later = [path for other in lots[number + 1 :] for path in _paths(other)]
        assert lot.since is not None
        assert all(days[int(path)] < lot.since for path in later)
