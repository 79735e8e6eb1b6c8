from datetime import date

import pytest

from okrcli.checks.past import Past, SettingsHistory, SettingsVersion, Version
from okrcli.model.finding import Finding
from tests.checks.history.agreed_texts import BEFORE, PATH, amended, objective, version
from tests.checks.workspaces import TODAY, found_by, loaded

APPROVED = "approved_by: [{who: ana, date: 2026-09-25}]\n"
AMENDED = amended(("60", "50"))


def found(now: str, *before: tuple[date, str], uncommitted: bool = False) -> list[Finding]:
    past = Past(
        tuple(version(text, day) for day, text in before),
        uncommitted=frozenset([PATH] if uncommitted else []),
    )
    return found_by("H801", {PATH: now}, TODAY, past)


def test_approval_that_was_changed_or_taken_away_is_found() -> None:
    before = objective("target: 60", head=APPROVED)
    [finding] = found(objective("target: 60"), (BEFORE, before))

    assert finding.message == (
        "The approval by ana of 2026-Q4/cx was in commit 1a2b3c4d, and has been changed or "
        "removed since."
    )
    assert len(found(before.replace("09-25", "09-26"), (BEFORE, before))) == 1
    assert found(before, (BEFORE, before)) == []


def test_approval_of_a_draft_binds_nobody() -> None:
    draft = objective("target: 60", head=f"status: draft\n{APPROVED}")

    assert found(objective("target: 60"), (BEFORE, draft)) == []


def test_amendment_that_was_taken_away_is_found() -> None:
    before = objective("target: 60", *AMENDED)
    [finding] = found(objective("target: 60"), (BEFORE, before))

    assert finding.message.startswith("The amendment of `target` to 50 of 2026-Q4/cx/nps was in")


@pytest.mark.parametrize(
    ("came", "count"), [(date(2026, 10, 5), 0), (date(2026, 10, 8), 0), (date(2026, 10, 9), 1)]
)
def test_amendment_is_not_dated_longer_before_it_came_than_the_days_of_grace(
    came: date, count: int
) -> None:
    before, now = objective("target: 60"), objective("target: 50", *AMENDED)
    findings = found(now, (BEFORE, before), (came, now))

    assert [each.location[-1] for each in findings] == ["date"] * count
    assert all("more than the 3 days of grace" in each.message for each in findings)


def test_amendment_that_is_not_committed_yet_comes_today() -> None:
    before, now = objective("target: 60"), objective("target: 50", *AMENDED)
    [finding] = found(now, (BEFORE, before), uncommitted=True)

    assert "came with a change that is not committed yet, on 2026-11-20: 46 days" in finding.message
    assert found(now, (BEFORE, before)) == []


def test_what_came_with_its_file_came_with_its_date() -> None:
    text = objective("target: 60", head=APPROVED)

    assert found(text, (date(2026, 10, 30), text)) == []


def test_amendments_of_a_cycle_are_written_once_too() -> None:
    note = "{date: 2026-10-05, field: start, was: 2026-10-01, now: 2026-10-02, why: w}"
    cycle = "version: 1\ncycles:\n  push:\n    start: 2026-10-02\n    end: 2026-12-31\n"
    files = {"okr.yaml": cycle, "objectives/push/cx.yaml": objective("target: 60")}
    before = loaded({**files, "okr.yaml": f"{cycle}    amendments: [{note}]\n"})
    name = "commit 1a2b3c4d"
    past = Past(
        (Version(BEFORE, name, before.objectives),),
        settings=SettingsHistory((SettingsVersion(BEFORE, name, before.settings),)),
    )

    [finding] = found_by("H801", files, TODAY, past)
    assert finding.message.startswith("The amendment of `start` to 2026-10-02 of the cycle push")
    assert finding.place.path == "okr.yaml"


DROPPED = "dropped: {date: 2026-11-02, why: w, approved_by: ana}"
CANCELLED = "status: cancelled\ncancelled: {date: 2026-11-02, why: w, approved_by: ana}\n"


def fields(now: str, *before: tuple[date, str]) -> list[tuple[str | int, ...]]:
    return [finding.location for finding in found(now, *before)]


@pytest.mark.parametrize(
    ("before", "field"),
    [
        (objective(DROPPED), "dropped"),
        (objective(head=CANCELLED), "cancelled"),
        (objective(head="added: 2026-09-01\n"), "added"),
        (objective(head="formerly: [support]\n"), "formerly"),
        (objective(head="carried_from: 2026-Q3/cx\n"), "carried_from"),
        (objective("formerly: [score]"), "formerly"),
    ],
)
def test_what_is_written_once_is_not_taken_away(before: str, field: str) -> None:
    assert [where[-1] for where in fields(objective(), (BEFORE, before))] == [field]
    assert fields(before, (BEFORE, before)) == []


def test_what_was_given_up_is_not_dated_back() -> None:
    late = date(2026, 11, 9)

    for now in (objective(DROPPED), objective(head=CANCELLED)):
        [finding] = found(now, (BEFORE, objective()), (late, now))
        assert "is dated 2026-11-02, and came with commit 1a2b3c4d on 2026-11-09" in finding.message
        assert found(now, (BEFORE, objective()), (date(2026, 11, 4), now)) == []


def test_objective_that_is_closed_again_keeps_what_it_said() -> None:
    first = objective(head="status: closed\nclosing: {date: 2026-11-02, computed: 0.5}\n")
    was = "was: [{date: 2026-11-02, computed: 0.5}]"
    again = first.replace("11-02, computed: 0.5", f"11-09, computed: 0.6, {was}")
    other = first.replace("0.5", "0.6")
    days = (date(2026, 11, 3), first)

    assert fields(again, (BEFORE, objective()), days, (date(2026, 11, 9), again)) == []
    assert fields(other, (BEFORE, objective()), days) == [("closing",)]


def test_added_is_not_put_on_what_was_there_before() -> None:
    added = objective("added: 2026-10-20")
    [finding] = found(added, (BEFORE, objective()))

    assert finding.message == (
        "`added: 2026-10-20` stands at 2026-Q4/cx/nps, which was there before: in commit 1a2b3c4d "
        "of 2026-09-28."
    )
    assert found(added, (BEFORE, "title: Delight\n"), (date(2026, 10, 20), added)) == []
    draft = objective(head="status: draft\n")
    assert found(added, (BEFORE, draft)) == []


def test_added_may_come_later_but_not_be_earlier_than_what_it_is_of() -> None:
    came, later = objective(), objective("added: 2026-10-20")
    empty, day = (BEFORE, "title: Delight\n"), date(2026, 10, 20)

    assert found(later, empty, (day, came), (date(2026, 11, 9), later)) == []
    early = objective("added: 2026-10-01")
    [finding] = found(early, empty, (day, came), (date(2026, 11, 9), early))
    assert finding.hint == "Write `added: 2026-10-20`, the day on which it came."
    assert len(found(early, empty, uncommitted=True)) == 1


def test_notes_of_a_kpi_are_written_once_too() -> None:
    amendment = "{date: 2026-11-02, field: unit, was: min, now: h, why: w}"
    before = loaded({"kpis/frt.yaml": f"title: A\nunit: h\namendments: [{amendment}]\n"}).kpis
    past = Past((Version(BEFORE, "commit 1a2b3c4d", (), kpis=before),))
    [finding] = found_by("H801", {"kpis/frt.yaml": "title: A\nunit: h\n"}, TODAY, past)

    assert finding.message.startswith("The amendment of `unit` to h of frt was in commit 1a2b3c4d")
    assert finding.ref == "frt"


def test_renamed_objective_keeps_what_was_written() -> None:
    renamed = objective("target: 60", head="formerly: [cx]\n")
    files = {"objectives/2026-Q4/support.yaml": renamed}
    past = Past((version(objective("target: 60", head=APPROVED)),))

    assert [finding.location for finding in found_by("H801", files, TODAY, past)] == [
        ("approved_by",)
    ]
