from collections.abc import Mapping
from datetime import UTC, date, datetime

from okrcli.actions.check.contributions import (
    Change,
    FileVersion,
    changes_in,
    contributions_of,
)
from okrcli.checks.contributions import Claim, Contribution, claims_in
from okrcli.history.commit_dates import CommitDate
from okrcli.history.log import FileState, LogEntry
from okrcli.model.objective import Objective
from tests.builders import an_objective

ONE, MOVED = "checkins/2026/a.yaml", "checkins/2026/11/20/a.yaml"
CX, OTHER = "objectives/2026-Q4/cx-leader.yaml", "objectives/2026-Q4/other.yaml"
MOMENT = datetime(2026, 11, 20, 9, tzinfo=UTC)


def a_commit(sha: str, files: Mapping[str, str], co_authors: str = "") -> LogEntry:
    """Return a commit of Ana's; *files* are git's letters by path, their contents the commit's."""
    return LogEntry(
        sha=sha * 40,
        parents=(),
        author="Ana",
        email="ana@example.com",
        co_authored_by=co_authors,
        body="Change",
        files={path: FileState(letter, sha) for path, letter in files.items()},
        made=CommitDate(MOMENT, MOMENT),
    )


def checkins(*commits: Mapping[str, str]) -> list[tuple[str, ...]]:
    """Return the check-ins that each commit was the first to have."""
    entries = [a_commit(f"{number:x}", files) for number, files in enumerate(commits)]
    return [change.checkins for change in changes_in(entries, ())]


def approved(*days: int, path: str = CX) -> Objective:
    approvals = [{"who": "ana", "date": date(2026, 9, day)} for day in days]
    return an_objective(path=path, approved_by=approvals)


def claims_of(objective: Objective) -> frozenset[Claim]:
    return frozenset(claim for claim, _ in claims_in(objective))


def told(
    changes: list[Change], now: Objective, versions: Mapping[str, Objective]
) -> list[tuple[str, set[date]]]:
    """Return each commit with the days of the approvals that it was the first to have."""

    def read(version: FileVersion) -> tuple[Objective, ...]:
        return (versions[version.blob],)

    found = contributions_of(changes, {now.path: claims_of(now)}, read)
    return [(each.commit, {_day_of(claim) for claim in each.claims}) for each in found]


def _day_of(claim: Claim) -> date:
    assert isinstance(claim.details, date)
    return claim.details


def test_check_in_is_of_the_commit_that_first_had_it() -> None:
    assert checkins({ONE: "A", CX: "A"}, {ONE: "M"}, {ONE: "D"}, {ONE: "A"}) == [
        (ONE,),
        (),
        (),
        (),
    ]


def test_check_in_that_moves_to_another_folder_is_no_new_one() -> None:
    assert checkins({ONE: "A"}, {ONE: "D", MOVED: "A"}) == [(ONE,), ()]
    assert checkins({ONE: "A"}, {ONE: "D"}, {MOVED: "A"}) == [(ONE,), (), ()]


def test_check_in_of_the_same_name_beside_the_first_is_a_new_one() -> None:
    assert checkins({ONE: "A"}, {MOVED: "A"}) == [(ONE,), (MOVED,)]


def test_only_objectives_with_approvals_are_read() -> None:
    commits = [a_commit("1", {CX: "A", OTHER: "A", "kpis/nps.yaml": "A"}), a_commit("2", {CX: "D"})]
    first, second = changes_in(commits, [CX])

    assert first.versions == (FileVersion(CX, "1"),)
    assert second.versions == ()


def test_objective_that_goes_as_another_comes_is_read_as_it_was() -> None:
    commits = [a_commit("1", {CX: "A"}), a_commit("2", {CX: "D", OTHER: "A"})]
    [_, moved] = changes_in(commits, [OTHER])

    assert moved.versions == (FileVersion(OTHER, "2"), FileVersion(CX, "1"))


def test_approval_is_of_the_commit_that_first_had_it() -> None:
    changes = changes_in([a_commit(sha, {CX: "M"}) for sha in "123"], [CX])
    versions = {"1": approved(25), "2": approved(25, 26), "3": approved(25, 26)}

    assert told(changes, approved(25, 26), versions) == [
        ("commit 11111111", {date(2026, 9, 25)}),
        ("commit 22222222", {date(2026, 9, 26)}),
    ]


def test_approval_that_is_gone_now_is_nobodys() -> None:
    changes = changes_in([a_commit("1", {CX: "A"})], [CX])

    assert told(changes, approved(26), {"1": approved(25)}) == []


def test_approval_that_moves_with_its_file_is_not_of_the_commit_that_moves_it() -> None:
    commits = [a_commit("1", {CX: "A"}), a_commit("2", {CX: "D", OTHER: "A"})]
    versions = {"1": approved(25), "2": approved(25, 26, path=OTHER)}
    by_blob = {**versions}

    changes = changes_in(commits, [OTHER])
    found = told(changes, approved(25, 26, path=OTHER), by_blob)
    assert found == [("commit 22222222", {date(2026, 9, 26)})]


def test_contribution_names_all_who_made_the_commit() -> None:
    helped = "Zoe <zoe@example.com>\nPavel <pavel@example.com>\n"
    [found] = contributions_of(
        changes_in([a_commit("1", {ONE: "A"}, helped)], ()), {}, lambda _: ()
    )

    assert [author.name for author in found.authors] == ["Ana", "Zoe", "Pavel"]
    assert found.checkins == (ONE,)


def test_commits_of_which_nothing_is_to_be_told_are_left_out() -> None:
    changes = changes_in([a_commit("1", {ONE: "A"}), a_commit("2", {MOVED: "A"})], ())
    found: tuple[Contribution, ...] = contributions_of(
        changes, {}, lambda _: (), without={"1" * 40}
    )

    assert [each.commit for each in found] == ["commit 22222222"]
