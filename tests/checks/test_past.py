from collections.abc import Mapping
from datetime import UTC, date, datetime, timedelta, timezone

from okrcli.checks.past import Commit, ExampleState, Past, past_of_example
from tests.checks.workspaces import loaded

CHECKIN = "checkins/2026/2026-11-20-ana-00000001.yaml"
OTHER = "checkins/2026/2026-11-20-ana-00000002.yaml"
OBJECTIVE = "objectives/2026-Q4/cx.yaml"


def test_commit_is_of_the_day_where_it_was_made() -> None:
    moment = datetime(2026, 11, 20, 23, 30, tzinfo=UTC)

    assert Commit("commit 1a2b3c4", moment).day == date(2026, 11, 20)
    there = moment.astimezone(timezone(timedelta(hours=3)))
    assert Commit("commit 1a2b3c4", there).day == date(2026, 11, 21)


def past_of(before: Mapping[str, str], now: Mapping[str, str], author: str = "") -> Past:
    states = ExampleState(before, loaded(before)), ExampleState(now, loaded(now))
    return past_of_example(*states, author)


def test_past_of_an_example_is_what_was_committed_before_and_after_the_cycle_began() -> None:
    past = past_of({OBJECTIVE: "title: A\n"}, {OBJECTIVE: "title: B\n"})

    before, since = past.versions
    assert [objective.title for objective in before.objectives] == ["A"]
    assert [objective.title for objective in since.objectives] == ["B"]
    assert before.day < date(2026, 10, 1) < since.day
    assert (past.rewrites, past.contributions) == ((), ())


def test_check_in_that_changed_or_went_was_rewritten() -> None:
    before = {CHECKIN: "date: 2026-11-20\nby: ana\n", OTHER: "date: 2026-11-20\nby: zoe\n"}
    past = past_of(before, {OTHER: "date: 2026-11-20\nby: ana\n"})

    assert [(rewrite.path, rewrite.how) for rewrite in past.rewrites] == [
        (CHECKIN, "deleted"),
        (OTHER, "edited"),
    ]
    assert past_of(before, before).rewrites == ()


def test_new_check_in_is_its_authors() -> None:
    past = past_of({}, {CHECKIN: "", OBJECTIVE: ""}, "ana@example.com")

    [contribution] = past.contributions
    assert contribution.checkins == (CHECKIN,)
    assert [author.address for author in contribution.authors] == ["ana@example.com"]
