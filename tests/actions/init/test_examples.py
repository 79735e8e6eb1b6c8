from datetime import date

import pytest

from okrcli.actions.init.examples import example_files, example_names
from okrcli.errors import UsageError

TODAY = date(2027, 3, 5)


def checkin_days(today: date) -> list[date]:
    """Return the days of the example's check-ins, once each."""
    names = [path.rpartition("/")[2] for path in example_files("crm", today) if "checkins/" in path]
    return sorted({date.fromisoformat(name[:10]) for name in names})


def test_examples_are_named() -> None:
    assert "crm" in example_names()
    with pytest.raises(UsageError, match="There is no example 'nothing'") as caught:
        example_files("nothing", TODAY)
    assert caught.value.hints == (f"There are: {', '.join(example_names())}.",)


def test_story_ends_in_the_week_of_today() -> None:
    for days in range(7):
        today = date(2027, 3, 1 + days)
        assert 0 <= (today - checkin_days(today)[-1]).days < 7


def test_dates_are_moved_by_whole_weeks_alike() -> None:
    before, after = checkin_days(date(2026, 11, 20)), checkin_days(TODAY)

    moves = {(late - early).days for early, late in zip(before, after, strict=True)}
    assert moves == {15 * 7}


def test_moved_checkins_are_in_the_folder_of_their_year() -> None:
    paths = [path for path in example_files("crm", date(2027, 1, 15)) if "checkins/" in path]

    folders = {(path.split("/")[1], path.split("/")[2][:4]) for path in paths}
    assert folders == {("2026", "2026"), ("2027", "2027")}
    texts = example_files("crm", date(2027, 1, 15))
    assert all(f"date: {p.split('/')[2][:10]}".encode() in texts[p] for p in paths)
