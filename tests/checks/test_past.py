from datetime import UTC, date, datetime, timedelta, timezone

from okrcli.checks.past import Commit, past_of_example
from tests.checks.workspaces import loaded

CHECKIN = "checkins/2026/2026-11-20-ana-00000001.yaml"
OTHER = "checkins/2026/2026-11-20-ana-00000002.yaml"
OBJECTIVE = "objectives/2026-Q4/cx.yaml"


def test_commit_is_of_the_day_where_it_was_made() -> None:
    moment = datetime(2026, 11, 20, 23, 30, tzinfo=UTC)

    assert Commit("commit 1a2b3c4", moment).day == date(2026, 11, 20)
    there = moment.astimezone(timezone(timedelta(hours=3)))
    assert Commit("commit 1a2b3c4", there).day == date(2026, 11, 21)


def test_past_of_an_example_is_its_earlier_objectives_before_the_cycle() -> None:
    files = {OBJECTIVE: "title: A\n"}
    past = past_of_example(loaded(files), files, {OBJECTIVE: "title: B\n"})

    [version] = past.versions
    assert [each.title for each in version.objectives] == ["A"]
    assert version.day < date(2026, 10, 1)
    assert (past.rewrites, past.contributions) == ((), ())


def test_check_in_that_changed_or_went_was_rewritten() -> None:
    before = {CHECKIN: "date: 2026-11-20\nby: ana\n", OTHER: "date: 2026-11-20\nby: zoe\n"}
    past = past_of_example(loaded(before), before, {OTHER: "date: 2026-11-20\nby: ana\n"})

    assert [(each.path, each.how) for each in past.rewrites] == [
        (CHECKIN, "deleted"),
        (OTHER, "edited"),
    ]
    assert past_of_example(loaded(before), before, before).rewrites == ()


def test_new_check_in_is_its_authors() -> None:
    past = past_of_example(loaded({}), {}, {CHECKIN: "", OBJECTIVE: ""}, "ana@example.com")

    [contribution] = past.contributions
    assert contribution.checkins == (CHECKIN,)
    assert [each.address for each in contribution.authors] == ["ana@example.com"]
