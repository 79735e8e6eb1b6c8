"""Key results that go to another objective of their cycle."""

from datetime import date, timedelta
from pathlib import Path

import pytest

from okrcli.actions.naming.move import move
from okrcli.actions.naming.rename import rename
from okrcli.actions.report import report_on
from okrcli.actions.workspace import Workspace, open_workspace
from okrcli.errors import HistoryError, UnknownReferenceError, UsageError
from tests.actions.naming.past_reports import DAY, DAYS, drawn_reports
from tests.cli.workspaces import FILES, OBJECTIVE, write
from tests.repositories import git, make_committed
from tests.security.forging import Workspace as Forged

GROWTH = "objectives/2026-Q4/growth.yaml"
OTHER = "title: Grow\nowner: pavel\nkey_results:\n- id: leads\n  title: Leads\n  type: binary\n"
COMMENTED = OBJECTIVE.replace("  - id: nps\n", "  # by sales\n  - id: nps  # wave\n")
ALL = {
    **FILES,
    "objectives/2026-Q4/cx-leader.yaml": COMMENTED,
    GROWTH: OTHER,
    "objectives/2027-Q1/next.yaml": OTHER,
}


@pytest.fixture
def space(tmp_path: Path) -> Workspace:
    return open_workspace(write(tmp_path / "acme", ALL), DAY)


def saved(space: Workspace, ref: str = "cx-leader/nps", place: str = "growth") -> Workspace:
    space.save(move(space, ref, place), commit=False)
    return open_workspace(space.root, DAY)


def test_key_result_goes_with_its_comments_and_says_where_it_was(space: Workspace) -> None:
    before = COMMENTED.partition("  # by sales\n")[2].partition("  - id: hours")[0]
    after = saved(space)
    text = (space.root / GROWTH).read_text()
    lines = [line.removeprefix("  ") for line in before.splitlines()]
    expected = "\n".join(["# by sales", *lines])
    assert text == (
        f"{OTHER}{expected}\n  formerly:\n"
        "    - {ref: cx-leader/nps, until: 2026-11-20, position: 1}\n"
    )
    assert after.plan.key_result("2026-Q4/cx-leader/nps")[0].id == "growth"


def test_initiative_of_the_objective_that_it_leaves_no_longer_names_it(space: Workspace) -> None:
    change = move(space, "cx-leader/nps", "growth")
    assert "The initiative 'survey' of 2026-Q4/cx-leader no longer names 'nps'." in change.lines
    left = saved(space).plan.objective("cx-leader")
    assert left.initiatives[0].key_results == ()


def test_what_is_agreed_does_not_go_to_a_draft_once_its_cycle_has_begun(tmp_path: Path) -> None:
    root = write(tmp_path / "acme", {**ALL, GROWTH: f"status: draft\n{OTHER}"})
    with pytest.raises(UsageError, match="growth is a draft, which binds nobody") as refused:
        move(open_workspace(root, DAY), "cx-leader/nps", "growth")
    assert refused.value.hints == ("Let somebody approve 2026-Q4/growth first.",)

    before = open_workspace(root, date(2026, 9, 30))
    assert move(before, "2026-Q4/cx-leader/nps", "growth").writes


def test_it_counts_where_it_was_before_that_day(space: Workspace) -> None:
    earlier = [day for day in DAYS if day < DAY]
    formats = ("json", "table", "markdown", "csv")
    before = drawn_reports(space, earlier, formats)
    after = saved(space)
    assert drawn_reports(after, earlier, formats) == before
    for day, place in ((DAY - timedelta(days=1), "cx-leader"), (DAY, "growth")):
        found = report_on(after.plan, day).objectives
        holders = [each.id for each in found for one in each.key_results if one.id == "nps"]
        assert holders == [place]


def test_several_that_were_moved_stand_in_their_old_order(space: Workspace) -> None:
    before = drawn_reports(space, DAYS[:1], ("json",))
    for name in ("nps", "training", "hours"):
        space = saved(space, f"cx-leader/{name}")
    assert drawn_reports(space, DAYS[:1], ("json",)) == before


def test_moves_of_one_day_and_back_again_leave_the_past_as_it_was(space: Workspace) -> None:
    third = {"objectives/2026-Q4/third.yaml": "title: Third\nowner: ana\n"}
    space = open_workspace(write(space.root, third), DAY)
    before = drawn_reports(space, DAYS[:1], ("json",))
    space = saved(space, "cx-leader/training", "growth")
    space = saved(space, "cx-leader/nps", "third")
    space.save(rename(space, "third/nps", "score"), commit=False)
    later = open_workspace(space.root, DAY + timedelta(days=1))
    later.save(move(later, "third/score", "cx-leader"), commit=False)
    after = open_workspace(space.root, DAY + timedelta(days=1))
    [report, *_] = drawn_reports(after, DAYS[:1], ("json",))
    assert (
        report.replace("cx-leader/score", "cx-leader/nps").replace('"score", "ref"', '"nps", "ref"')
        == before[0]
    )


def test_short_former_name_goes_on_meaning_the_old_place(space: Workspace) -> None:
    path = "objectives/2026-Q4/cx-leader.yaml"
    text = COMMENTED.replace("    guards: [csat]\n", "    guards: [csat]\n    formerly: [score]\n")
    space = open_workspace(write(space.root, {path: text}), DAY)
    plan = saved(space).plan
    assert plan.key_result("cx-leader/score")[0].id == "growth"
    assert plan.key_result("cx-leader/nps")[0].id == "growth"


@pytest.mark.parametrize(
    ("ref", "place", "words"),
    [
        ("cx-leader/nps", "cx-leader", "2026-Q4/cx-leader/nps is in 2026-Q4/cx-leader already"),
        ("growth/leads", "2027-Q1/next", "of another cycle"),
    ],
)
def test_place_that_cannot_be_is_refused(
    space: Workspace, ref: str, place: str, words: str
) -> None:
    with pytest.raises(UsageError, match=words):
        move(space, ref, place)


def test_twice_is_refused(space: Workspace) -> None:
    after = saved(space)
    with pytest.raises(UsageError, match="2026-Q4/growth/nps is in 2026-Q4/growth already"):
        move(after, "cx-leader/nps", "growth")


def test_id_that_is_taken_there_is_refused(space: Workspace) -> None:
    same = OTHER.replace("leads", "nps")
    space = open_workspace(write(space.root, {GROWTH: same}), DAY)
    with pytest.raises(UsageError, match="'2026-Q4/growth/nps' already exists") as refused:
        move(space, "cx-leader/nps", "growth")
    assert refused.value.hints == ("Give the key result another id first, then move it.",)


def test_closed_objective_keeps_and_gets_none(space: Workspace) -> None:
    closed = f"{OTHER}status: cancelled\ncancelled: {{date: 2026-11-01, why: no money}}\n"
    space = open_workspace(write(space.root, {GROWTH: closed}), DAY)
    with pytest.raises(UsageError, match="2026-Q4/growth is cancelled"):
        move(space, "cx-leader/nps", "growth")


def test_unknown_key_result_is_refused(space: Workspace) -> None:
    with pytest.raises(UnknownReferenceError):
        move(space, "cx-leader/nothing", "growth")


def test_edits_that_are_in_no_commit_are_refused_and_stay(tmp_path: Path) -> None:
    root = make_committed(tmp_path / "committed", ALL)
    write(root, {GROWTH: f"{OTHER}note: mine\n"})
    space = open_workspace(root, DAY)
    with pytest.raises(HistoryError):
        space.save(move(space, "cx-leader/nps", "growth"))
    assert git(root, "status", "--porcelain").split() == ["M", GROWTH]


def test_nothing_moved_for_the_rules(tmp_path: Path) -> None:
    forged = Forged(tmp_path / "forged").commit("2026-09-28", dict(ALL))
    space = open_workspace(forged.root, DAY)
    space.save(move(space, "cx-leader/nps", "growth"), commit=False)
    forged.commit("2026-11-20")
    found = [(each.rule.code, each.message) for each in forged.findings(None, date(2026, 11, 20))]
    assert [each for each in found if each[0] in {"H801", "E003", "E004"}] == []
