from datetime import UTC, date, datetime, timedelta
from itertools import pairwise

from hypothesis import given
from hypothesis import strategies as st

from okrcli.history.commit_dates import CommitDate, Horizon, moment_of, running_dates

JUDGED, POSSIBLE = datetime(2026, 10, 13, tzinfo=UTC), datetime(2026, 11, 1, tzinfo=UTC)
HORIZON = Horizon(JUDGED, POSSIBLE)


def dated(*commits: tuple[str, str, str]) -> dict[str, CommitDate]:
    """Return the dates of commits given by name, parents, and one day for both of their dates."""
    said = (
        (sha, tuple(parents.split()), f"{day}T10:00:00Z", f"{day}T10:00:00Z")
        for sha, parents, day in commits
    )
    return running_dates(said, HORIZON)


def day_of(dates: dict[str, CommitDate], sha: str) -> date:
    return dates[sha].moment.date()


def test_later_of_both_dates_counts() -> None:
    said = [("a", (), "2026-09-25T10:00:00Z", "2026-10-12T10:00:00Z")]
    assert day_of(running_dates(said), "a") == date(2026, 10, 12)


def test_commit_is_not_earlier_than_any_ancestor() -> None:
    dates = dated(
        ("base", "", "2026-09-20"),
        ("left", "base", "2026-10-12"),
        ("right", "base", "2026-09-21"),
        ("merge", "right left", "2026-09-22"),
        ("after", "merge", "2026-09-23"),
    )
    assert day_of(dates, "right") == date(2026, 9, 21)
    assert day_of(dates, "merge") == day_of(dates, "after") == date(2026, 10, 12)


@given(st.lists(st.tuples(st.integers(0, 400), st.sets(st.integers(0, 60))), max_size=60))
def test_moments_never_fall_along_the_ancestry(shape: list[tuple[int, set[int]]]) -> None:
    commits = []
    for number, (offset, parents) in enumerate(shape):
        moment = (datetime(2026, 1, 1, tzinfo=UTC) + timedelta(days=offset)).isoformat()
        known = tuple(f"c{each}" for each in parents if each < number)
        commits.append((f"c{number}", known, moment, moment))
    dates = running_dates(commits)

    for sha, known, _, _ in commits:
        assert all(dates[sha].moment >= dates[each].moment for each in known)


def test_day_is_that_of_the_place_where_the_commit_was_made() -> None:
    said = [
        ("kiritimati", (), "2026-10-01T00:30:00+14:00", "2026-10-01T00:30:00+14:00"),
        ("bogota", ("kiritimati",), "2026-09-30T20:00:00-05:00", "2026-09-30T20:00:00-05:00"),
    ]
    dates = running_dates(said)
    assert day_of(dates, "kiritimati") == date(2026, 10, 1)
    assert day_of(dates, "bogota") == date(2026, 9, 30)
    assert dates["bogota"].moment > dates["kiritimati"].moment


def test_date_after_the_day_that_is_looked_at_is_kept_from_later_commits() -> None:
    dates = dated(("a", "", "2026-10-20"), ("b", "a", "2026-10-05"))
    assert [day_of(dates, each) for each in "ab"] == [date(2026, 10, 20), date(2026, 10, 5)]
    assert not dates["b"].is_doubtful


def test_impossible_date_puts_everything_after_it_in_doubt() -> None:
    dates = dated(
        ("a", "", "2026-09-20"),
        ("b", "a", "2099-01-01"),
        ("c", "b", "2026-10-05"),
        ("d", "a", "2026-10-06"),
    )
    assert [each for each in dates if dates[each].is_ahead] == ["b"]
    assert [each for each in dates if dates[each].is_doubtful] == ["b", "c"]
    assert [day_of(dates, each) for each in "bc"] == [date(2026, 9, 20), date(2026, 10, 5)]


def test_zones_that_nobody_has_win_nothing() -> None:
    honest, forged = moment_of("2026-10-01T10:00:00+00:00"), moment_of("2026-09-30T10:30:00-23:30")
    assert forged.astimezone(UTC) == honest
    assert forged.date() == date(2026, 9, 30)
    assert moment_of("2026-10-01T13:00:00-23:30").date() == date(2026, 10, 2)
    ordered = [moment_of(text) for text in ("2026-10-01T00:00:00Z", "12026-10-01T00:00:00Z", "")]
    assert [earlier < later for earlier, later in pairwise(ordered)] == [True, False]
