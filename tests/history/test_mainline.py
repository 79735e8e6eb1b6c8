"""How a history with several lines stood before a moment."""

from okrcli.history.commit_dates import running_dates
from okrcli.history.log import Log
from okrcli.history.mainline import before, mainline


def log_of(**commits: tuple[int, str]) -> Log:
    """Return a history: for each commit the day of October on which it was made, its parents."""
    said = [
        (name, tuple(parents), f"2026-10-{day:02}T10:00:00Z", f"2026-10-{day:02}T10:00:00Z")
        for name, (day, parents) in commits.items()
    ]
    return Log((), running_dates(said), {sha: parents for sha, parents, _, _ in said})


def stood(log: Log, head: str, day: int) -> tuple[str | None, dict[str, str]]:
    found = before(log, head, lambda sha: log.dates[sha].moment.day < day)
    return found.tip, dict(found.line_of)


def test_main_line_follows_first_parents() -> None:
    log = log_of(a=(1, ""), b=(2, "a"), c=(3, "a"), d=(4, "bc"), e=(5, "d"))
    assert list(mainline(log, "e")) == ["e", "d", "b", "a"]


def test_one_line_stood_at_its_last_commit() -> None:
    log = log_of(a=(1, ""), b=(2, "a"), c=(9, "b"))
    assert stood(log, "c", 5) == ("b", {})
    assert stood(log, "c", 1) == (None, {})


def test_what_was_merged_in_time_is_no_line_of_its_own() -> None:
    log = log_of(a=(1, ""), b=(2, "a"), c=(3, "a"), d=(4, "bc"), e=(9, "d"))
    assert stood(log, "e", 5) == ("d", {})


def test_what_was_merged_later_is_known_by_its_end() -> None:
    log = log_of(a=(1, ""), b=(2, "a"), c=(3, "a"), d=(4, "c"), e=(9, "bd"))
    assert stood(log, "e", 5) == ("b", {"c": "d", "d": "d"})


def test_commit_of_two_lines_counts_for_the_later_one() -> None:
    log = log_of(a=(1, ""), b=(2, "a"), c=(3, "b"), d=(4, "b"), e=(9, "ac"), f=(9, "ed"))
    assert stood(log, "f", 5) == ("a", {"b": "d", "c": "c", "d": "d"})
