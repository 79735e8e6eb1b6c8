from datetime import UTC, datetime

from okrcli.actions.story.people import Authors
from okrcli.history.commit_dates import CommitDate
from okrcli.history.log import LogEntry
from okrcli.model.settings import Settings

MOMENT = datetime(2026, 11, 20, 9, tzinfo=UTC)
SETTINGS = Settings.model_validate({"people": {"ana": {"name": "Ana", "email": "ana@example.com"}}})


def entry(name: str, email: str, co_authors: str = "") -> LogEntry:
    made = CommitDate(MOMENT, MOMENT)
    return LogEntry("a" * 40, (), name, email, co_authors, "Fix it\n\nAll", {}, made)


def test_people_are_known_by_their_address() -> None:
    commit = Authors.of(SETTINGS).commit(entry("A. F.", "ANA@example.com", "Bo <bo@example.com>"))

    assert (commit.author, commit.co_authors) == ("ana", ("Bo",))
    assert (commit.subject, str(commit.day)) == ("Fix it", "2026-11-20")


def test_others_are_called_as_git_calls_them() -> None:
    authors = Authors.of(SETTINGS)

    assert authors.name_of("Ana", "other@example.com") == "Ana"
    assert authors.name_of("", "other@example.com") == "other@example.com"
