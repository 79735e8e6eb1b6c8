"""The rules of letter H, compared with a past that is given."""

from datetime import UTC, date, datetime, time
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from okrcli.checks.past import Commit, Past, Rewrite, Version
from okrcli.checks.run import asks_for_past, check, judge
from okrcli.model.finding import Finding
from tests.checks.workspaces import TODAY, found_by, loaded

PATH = "objectives/2026-Q4/cx.yaml"
BEFORE, LATER = date(2026, 9, 28), date(2026, 10, 12)


def objective(*lines: str, kind: str = "metric", head: str = "") -> str:
    body = "".join(f"    {line}\n" for line in lines)
    return (
        f"title: Delight\n{head}key_results:\n  - id: nps\n    title: T\n    type: {kind}\n{body}"
    )


def version(text: str, day: date = BEFORE, name: str = "commit 1a2b3c4d") -> Version:
    return Version(day, name, loaded({PATH: text}).objectives)


def committed(day: date) -> Commit:
    return Commit("commit 1a2b3c4d", datetime.combine(day, time(10), UTC))


def moved(before: str, now: str, day: date = TODAY) -> list[Finding]:
    return found_by("H801", {PATH: now}, day, Past((version(before),)))


def amended(*pairs: tuple[str, str], field: str = "target") -> list[str]:
    return ["amendments:"] + [
        f"  - {{date: 2026-10-{day:02}, field: {field}, was: {was}, now: {now}, why: w,"
        " approved_by: ana}"
        for day, (was, now) in enumerate(pairs, start=5)
    ]


@pytest.mark.parametrize(
    ("kind", "field", "was", "now"),
    [
        ("metric", "baseline", "40", "45"),
        ("metric", "target", "60", "50"),
        ("metric", "target", "[20, 30]", "[20, 35]"),
        ("metric", "change", "+15%", "+15pp"),
        ("metric", "weight", "2", "1"),
        ("metric", "due", "2026-11-30", "2026-12-31"),
        ("metric", "start", "2026-10-01", "2026-11-01"),
        ("maintain", "at_least", "90", "80"),
        ("maintain", "at_most", "90", "100"),
    ],
)
def test_goalpost_moves_by_an_amendment_only(kind: str, field: str, was: str, now: str) -> None:
    before, after = f"{field}: {was}", f"{field}: {now}"
    amendment = amended((was, now), field=field)
    [finding] = moved(objective(before, kind=kind), objective(after, kind=kind))

    assert finding.location == ("key_results", 0, field)
    assert finding.place.line == 6
    assert f"was {was} in commit 1a2b3c4d and is {now}, without an amendment." in finding.message
    assert f"`was: {was}`, `now: {now}`" in finding.hint
    assert moved(objective(before, kind=kind), objective(after, *amendment, kind=kind)) == []


def test_removed_target_was_and_is_null() -> None:
    [finding] = moved(objective("target: 60"), objective("baseline: 40"))[1:]
    assert "Target of 2026-Q4/cx/nps was 60 in commit 1a2b3c4d and is null" in finding.message


@given(st.lists(st.integers(0, 99), min_size=2, max_size=6))
def test_chain_of_amendments_leads_from_the_agreed_value_to_the_present_one(
    values: list[int],
) -> None:
    chain = [(str(was), str(now)) for was, now in pairwise(values)]
    before = objective(f"target: {values[0]}")

    assert moved(before, objective(f"target: {values[-1]}", *amended(*chain))) == []
    assert len(moved(before, objective(f"target: {values[-1] + 1}", *amended(*chain)))) == 1


def test_amendment_of_another_value_covers_nothing() -> None:
    lines = amended(("65", "50"))
    assert len(moved(objective("target: 60"), objective("target: 50", *lines))) == 1


def test_amendment_that_was_there_before_covers_nothing() -> None:
    old = amended(("60", "50"))
    before, now = objective("target: 60", *old), objective("target: 50", *old)
    assert len(moved(before, now)) == 1


def test_same_value_in_other_words_has_not_moved() -> None:
    assert moved(objective("target: 60"), objective("target: 60.0", "weight: 1")) == []


def test_step_may_come_but_not_go_or_wait() -> None:
    steps = ["steps:", "  - {id: a, title: A, due: 2026-10-31}", "  - {id: b, title: B}"]
    before = objective(*steps, kind="milestones")
    more = objective(*steps, "  - {id: c, title: C}", kind="milestones")
    later = objective(*[each.replace("10-31", "11-30") for each in steps], kind="milestones")
    [gone] = moved(before, objective(*steps[:2], kind="milestones"))
    [waits] = moved(before, later)

    assert moved(before, more) == []
    assert gone.message == "Steps of 2026-Q4/cx/nps in commit 1a2b3c4d are gone: b."
    assert waits.location == ("key_results", 0, "steps", 0, "due")


def test_other_type_is_another_key_result() -> None:
    [finding] = moved(objective("target: 60"), objective(kind="binary"))
    assert finding.location == ("key_results", 0, "type")


@pytest.mark.parametrize(("status", "count"), [("draft", 0), ("active", 1), ("closed", 1)])
def test_draft_binds_nobody(status: str, count: int) -> None:
    before = objective("target: 60", head=f"status: {status}\n")
    assert len(moved(before, objective("target: 50"))) == count


def test_what_came_after_the_cycle_began_is_agreed_at_the_end_of_its_first_day() -> None:
    states = (
        version(objective("target: 70"), LATER),
        version(objective("target: 60"), LATER),
        version(objective("target: 50"), date(2026, 10, 13)),
    )

    def found(target: int, day: date = TODAY) -> list[Finding]:
        return found_by("H801", {PATH: objective(f"target: {target}")}, day, Past(states))

    assert found(60) == []
    assert len(found(50)) == len(found(70)) == 1
    assert found(50, LATER) == []


def test_history_of_another_cycle_binds_only_when_it_is_asked_for() -> None:
    before, after = version(objective("target: 60"), LATER, "main"), objective("target: 50")
    next_year = date(2027, 1, 4)

    assert found_by("H801", {PATH: after}, next_year, Past((before,))) == []
    assert len(found_by("H801", {PATH: after}, next_year, Past(against=before))) == 1


def test_goalpost_that_moved_is_told_once() -> None:
    before = version(objective("target: 60"), LATER)
    past = Past((before,), against=before)
    assert len(found_by("H801", {PATH: objective("target: 50")}, TODAY, past)) == 1


def test_file_that_cannot_be_read_is_not_called_gone() -> None:
    past = Past((version(objective("target: 60")),))
    codes = {each.rule.code for each in check(loaded({PATH: "title: [\n"}), TODAY, past=past)}
    assert codes == {"E001"}


def test_rewritten_check_in_is_told_with_commit_and_day() -> None:
    rewrite = Rewrite("checkins/2026/a.yaml", "edited", "commit 1a2b3c4d", LATER)
    [finding] = found_by("H802", {}, past=Past(rewrites=(rewrite,)))

    assert finding.place == ("checkins/2026/a.yaml", 1, 1)
    assert "edited by commit 1a2b3c4d (2026-10-12), after it was committed" in finding.message


@pytest.mark.parametrize(("grace", "count"), [(3, 1), (4, 0)])
def test_check_in_is_late_after_the_days_of_grace(grace: int, count: int) -> None:
    path = "checkins/2026/2026-11-02-ana-00000001.yaml"
    files = {
        "okr.yaml": f"version: 1\ncheckin: {{grace_days: {grace}}}\n",
        path: "date: 2026-11-02\nby: ana\nnote: n\n",
    }
    past = Past(committed={path: committed(date(2026, 11, 6))})
    assert len(found_by("H803", files, past=past)) == count


def test_time_of_recording_comes_before_that_of_the_commit() -> None:
    path = "checkins/2026/2026-11-02-ana-00000001.yaml"
    text = "date: 2026-11-02\nby: ana\nrecorded: 2026-11-03T09:00:00Z\nnote: n\n"
    past = Past(committed={path: committed(date(2026, 11, 5))})
    assert found_by("H803", {path: text}, past=past) == []


def test_comment_of_a_rule_that_cannot_be_judged_is_not_stale() -> None:
    ignored = objective("target: 50 # okr: ignore[H801] agreed by mail")
    now = {PATH: ignored}

    def codes(past: Past | None) -> set[str]:
        found = check(loaded(now), TODAY, select=["H", "E"], past=past)
        return {each.rule.code for each in found}

    assert codes(None) == set()
    assert codes(Past((version(objective("target: 60")),))) == set()
    assert codes(Past((version(objective("target: 50")),))) == {"E005"}


def test_past_is_asked_for_by_rules_of_its_letter_only() -> None:
    plan = loaded({})
    assert asks_for_past(plan)
    assert asks_for_past(plan, ["H802"])
    assert not asks_for_past(plan, ["E", "S"])
    assert not asks_for_past(plan, (), ["H"])


@pytest.mark.parametrize("rules", ["{ignore: [H]}", "{select: [E]}"])
def test_rules_of_history_that_okr_yaml_leaves_out_are_looked_for_to_be_counted(rules: str) -> None:
    settings = {"okr.yaml": f"version: 1\nrules: {rules}\n"}
    plan = loaded({PATH: objective("target: 50"), **settings})
    assert asks_for_past(plan)
    assert not asks_for_past(plan, ["E"])

    verdict = judge(plan, TODAY, past=Past((version(objective("target: 60")),)))
    assert "H801" in {each.rule.code for _, each in verdict.silenced}
    assert "H801" not in {each.rule.code for each in verdict.findings}
