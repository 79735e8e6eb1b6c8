"""Stories of real repositories, through all that git does to commits and files."""

from pathlib import Path

import pytest

from okrcli.actions.story.story import story_of
from okrcli.errors import HistoryError, NoHistoryError, UnknownReferenceError, WorkspaceError
from tests.actions.story.told import clone, kinds, moves, only, story, told
from tests.repositories import git
from tests.security.forging import (
    CHECKIN,
    OBJECTIVE,
    TODAY,
    Workspace,
    agreed,
    amendment,
    checkin,
    objective,
)

OWN, NPS = "2026-Q4/o", "2026-Q4/o/nps"
FIRST = [("created", OWN), ("created", NPS)]
ID = "2026-10-05-carlos-00000001"
RENAMED = "objectives/2026-Q4/retained.yaml"


@pytest.fixture
def space(tmp_path: Path) -> Workspace:
    return agreed(tmp_path / "acme").commit("2026-10-05", {CHECKIN: checkin()})


def test_story_has_each_thing_once_and_the_earliest_first(space: Workspace) -> None:
    space.commit("2026-10-06", {OBJECTIVE: objective(45, *amendment("2026-10-06"))})
    space.commit("2026-10-07", {OBJECTIVE: objective(40, *amendment("2026-10-06"))})
    space.commit("2026-10-08", {CHECKIN: checkin(50)})
    space.commit("2026-10-09", {CHECKIN: None})

    assert told(space) == [
        *FIRST,
        ("checked_in", ID),
        ("amended", NPS),
        ("goalpost_moved", NPS),
        ("checkin_edited", ID),
        ("checkin_deleted", ID),
    ]
    amended, moved, edited = story(space).events[3:6]
    assert (moves(amended), amended.by, amended.why) == ([("target", "60", "45")], "ana", "w")
    assert (moves(moved), moved.is_silent) == ([("target", "45", "40")], True)
    assert (moves(edited), str(edited.commit.day)) == ([("o/nps", "42", "50")], "2026-10-08")


def test_story_of_one_thing_leaves_out_the_others(space: Workspace) -> None:
    space.commit("2026-10-06", {"objectives/2026-Q4/other.yaml": objective()})
    space.commit("2026-10-07", {"kpis/csat.yaml": "title: CSAT\ndirection: up\n"})

    assert told(space, "o/nps") == [FIRST[1], ("checked_in", ID)]
    assert told(space, "o") == [*FIRST, ("checked_in", ID)]
    assert told(space, "csat") == [("created", "csat")]
    assert story(space, "o/nps").title == "NPS"


def test_goalposts_may_move_before_the_cycle_and_in_drafts(space: Workspace) -> None:
    draft = objective(head="status: draft\n")
    space.commit("2026-09-21", {OBJECTIVE: objective(70)}).commit("2026-10-06", {"a/b": "c"})
    space.commit("2026-10-07", {RENAMED: draft.replace("stay", "go")})
    space.commit("2026-10-08", {RENAMED: draft.replace("stay", "go").replace("60", "50")})

    assert [event.ref for event in story(space).events if event.is_silent] == [NPS]
    assert ("edited", "2026-Q4/retained/nps") in told(space)


def test_file_that_is_renamed_is_followed_under_all_its_names(space: Workspace) -> None:
    (space.root / RENAMED).write_text((space.root / OBJECTIVE).read_text())
    space.commit("2026-10-06", {OBJECTIVE: None})
    other = checkin(50).replace("o/nps", "retained/nps")
    space.commit("2026-10-07", {CHECKIN.replace("00001", "00002"): other})
    expected = [FIRST[1], ("checked_in", ID), ("renamed", "2026-Q4/retained")]

    assert told(space, "retained/nps") == [*expected, ("checked_in", f"{ID[:-1]}2")]
    assert told(space, "o/nps") == told(space, "retained/nps")
    assert story(space, "o").names == ("2026-Q4/retained", OWN)


def test_former_names_that_the_file_states_are_followed(space: Workspace) -> None:
    space.commit("2026-10-06", {OBJECTIVE: None})
    space.commit("2026-10-07", {RENAMED: objective(head="formerly: [o]\n")})

    assert story(space, "o").ref == "2026-Q4/retained"
    assert ("checked_in", ID) in told(space, "retained/nps")


def test_key_result_that_moves_to_another_objective_is_followed(space: Workspace) -> None:
    other = "objectives/2026-Q4/p.yaml"
    space.commit("2026-10-06", {other: "title: People stay\nkey_results: []\n"})
    text = objective()
    rest = text[text.index("key_results") :]
    space.commit(
        "2026-10-07",
        {
            other: f"title: People stay\n{rest}",
            OBJECTIVE: "title: Customers stay\nkey_results: []\n",
        },
    )

    assert told(space, "p/nps") == [
        FIRST[1],
        ("checked_in", ID),
        ("moved", "2026-Q4/p/nps"),
    ]
    assert story(space, "o/nps").names[0] == "2026-Q4/p/nps"
    for ref in ("o", "p"):
        assert told(space, ref)[-1] == ("moved", "2026-Q4/p/nps")


def test_workspace_that_moves_keeps_its_story(space: Workspace) -> None:
    before = told(space)
    space.move("teams/cx").commit("2026-10-07").commit("2026-10-08", {OBJECTIVE: objective(50)})

    assert told(space) == [*before, ("goalpost_moved", NPS)]
    assert kinds(space, "o/nps") == ["created", "checked_in", "goalpost_moved"]


def test_workspace_that_is_copied_and_then_removed_keeps_its_story(space: Workspace) -> None:
    before = told(space)
    files = {name: (space.root / name).read_text() for name in ("okr.yaml", OBJECTIVE, CHECKIN)}
    space.commit("2026-10-07", {f"ws/{name}": text for name, text in files.items()})
    space.commit("2026-10-08", dict.fromkeys(files, None))
    space.root /= "ws"

    assert told(space)[: len(before)] == before


def test_merges_and_cherry_picks_tell_nothing_twice(space: Workspace) -> None:
    space.git("2026-10-06", "checkout", "-q", "-b", "topic")
    space.commit("2026-10-06", {OBJECTIVE: objective(45, *amendment("2026-10-06"))})
    space.commit("2026-10-06", {CHECKIN.replace("00001", "00002"): checkin(43)})
    space.git("2026-10-07", "checkout", "-q", "-")
    space.git("2026-10-07", "cherry-pick", "topic~1", "topic")
    space.commit("2026-10-07", {"other": "x"})
    space.git("2026-10-08", "merge", "-q", "--no-ff", "topic")

    assert kinds(space) == ["created", "created", "checked_in", "amended", "checked_in"]


def test_squash_tells_all_that_it_brought(space: Workspace) -> None:
    space.git("2026-10-06", "checkout", "-q", "-b", "topic")
    space.commit("2026-10-06", {OBJECTIVE: objective(45, *amendment("2026-10-06"))})
    space.commit("2026-10-06", {CHECKIN.replace("00001", "00002"): checkin(43)})
    space.git("2026-10-07", "checkout", "-q", "-")
    space.git("2026-10-07", "merge", "-q", "--squash", "topic")
    space.commit("2026-10-07")

    assert kinds(space) == ["created", "created", "checked_in", "amended", "checked_in"]
    assert {str(event.commit.day) for event in story(space).events[3:]} == {"2026-10-07"}


def test_rebase_tells_each_commit_once(space: Workspace) -> None:
    space.git("2026-10-06", "checkout", "-q", "-b", "topic")
    space.commit("2026-10-06", {OBJECTIVE: objective(50)})
    space.git("2026-10-07", "checkout", "-q", "-")
    space.commit("2026-10-07", {CHECKIN.replace("00001", "00002"): checkin(43)})
    space.git("2026-10-08", "rebase", "-q", "HEAD", "topic")

    assert kinds(space) == ["created", "created", "checked_in", "checked_in", "goalpost_moved"]


def test_merge_that_moves_a_goalpost_is_told(space: Workspace) -> None:
    space.git("2026-10-06", "checkout", "-q", "-b", "topic")
    space.commit("2026-10-06", {OBJECTIVE: objective(60, "note: theirs")})
    space.git("2026-10-07", "checkout", "-q", "-")
    space.commit("2026-10-07", {OBJECTIVE: objective(60, "note: ours")})
    with pytest.raises(Exception, match="merge"):
        space.git("2026-10-08", "merge", "-q", "topic")
    space.commit("2026-10-08", {OBJECTIVE: objective(50, "note: ours")})
    moved = only(space, "goalpost_moved")

    assert moves(moved) == [("target", "60", "50")]
    assert moved.commit.sha == git(space.root, "rev-parse", "HEAD")


def test_version_that_nobody_can_read_is_as_the_one_before(space: Workspace) -> None:
    space.commit("2026-10-06", {OBJECTIVE: "title: ["})
    space.commit("2026-10-07", {OBJECTIVE: objective(50)})

    assert kinds(space, "o/nps") == ["created", "checked_in", "goalpost_moved"]


def test_check_in_that_is_put_back_or_moved_is_not_a_new_one(space: Workspace) -> None:
    space.commit("2026-10-06", {CHECKIN: None}).commit("2026-10-07", {CHECKIN: checkin()})
    moved = f"checkins/2026/10/05/{ID}.yaml"
    space.commit("2026-10-08", {CHECKIN: None, moved: checkin()})

    assert kinds(space)[2:] == ["checked_in", "checkin_deleted", "checkin_restored"]


def test_retraction_is_told_of_what_it_names(space: Workspace) -> None:
    taken_back = f"date: 2026-10-06\nby: ana\nretracted:\n  - {{checkin: {ID}, why: typo}}\n"
    space.commit("2026-10-06", {"checkins/2026/2026-10-06-ana-00000003.yaml": taken_back})
    event = only(space, "retracted")

    assert (event.other, event.why, event.by) == (ID, "typo", "ana")
    assert kinds(space, "o/nps") == ["created", "checked_in", "retracted"]


def test_kpi_binds_from_the_day_after_its_first_reading(space: Workspace) -> None:
    kpi = "title: CSAT\ndirection: up\ntarget: {value: 75}\n"
    reading = "date: 2026-10-07\nby: ana\nreadings:\n  - {kpi: csat, value: 70}\n"
    space.commit("2026-10-06", {"kpis/csat.yaml": kpi})
    space.commit("2026-10-07", {"checkins/2026/2026-10-07-ana-00000003.yaml": reading})
    space.commit("2026-10-07", {"kpis/csat.yaml": kpi.replace("75", "80")})
    space.commit("2026-10-08", {"kpis/csat.yaml": kpi.replace("75", "85")})

    assert kinds(space, "csat") == ["created", "checked_in", "edited", "goalpost_moved"]


def test_what_is_gone_is_found_and_what_never_was_is_refused(space: Workspace) -> None:
    space.commit("2026-10-06", {OBJECTIVE: None})

    assert told(space, "2026-Q4/o")[-1] == ("deleted", OWN)
    assert story(space, "o").title is None
    with pytest.raises(UnknownReferenceError, match="'p'"):
        story(space, "p")


def test_changes_that_are_not_committed_are_named(space: Workspace) -> None:
    (space.root / OBJECTIVE).write_text(objective(50))

    assert story(space).uncommitted == (OBJECTIVE,)
    assert story(space).latest(1).older == 2


def test_history_that_is_not_there_is_said(space: Workspace, tmp_path: Path) -> None:
    shallow = clone(space, tmp_path / "shallow", "--depth", "1")
    with pytest.raises(NoHistoryError, match="shallow"):
        story_of(shallow, TODAY)
    alone = tmp_path / "alone"
    alone.mkdir()
    (alone / "okr.yaml").write_text("version: 1\n")
    with pytest.raises(NoHistoryError, match="not in a git repository"):
        story_of(alone, TODAY)
    git(alone, "init", "--quiet")
    with pytest.raises(NoHistoryError, match="in no commit yet"):
        story_of(alone, TODAY)
    bare = clone(space, tmp_path / "bare.git", "--bare")
    with pytest.raises(WorkspaceError, match="There is no"):
        story_of(bare, TODAY)
    (bare / "okr.yaml").write_text("version: 1\n")
    with pytest.raises(HistoryError, match="bare"):
        story_of(bare, TODAY)


def test_linked_work_tree_and_submodule_have_the_story(space: Workspace, tmp_path: Path) -> None:
    git(space.root, "worktree", "add", "--quiet", str(tmp_path / "tree"))
    outer = tmp_path / "outer"
    outer.mkdir()
    git(outer, "init", "--quiet")
    git(outer, "submodule", "--quiet", "add", f"file://{space.top}", "goals")

    for root in (tmp_path / "tree", outer / "goals"):
        assert len(story_of(root, TODAY, "o/nps").events) == 2


@pytest.mark.parametrize("ref", [None, "both"])
def test_computed_kpi_is_agreed_when_all_are_read_that_it_is_computed_from(
    space: Workspace, ref: str | None
) -> None:
    kpi, reading = "title: {}\ndirection: up\n", "date: {}\nby: ana\nreadings:\n  - {}\n"
    both = "title: Both\nformula: a {} b\n"
    kpis = {f"kpis/{name}.yaml": kpi.format(name) for name in ("a", "b")}
    space.commit("2026-10-05", {**kpis, "kpis/both.yaml": both.format("+")})
    for day, name in (("2026-10-06", "a"), ("2026-10-08", "b")):
        text = reading.format(day, f"{{kpi: {name}, value: 1}}")
        space.commit(day, {f"checkins/2026/{day}-ana-0000000{name}.yaml": text})
        next_day = f"{day[:-1]}{int(day[-1]) + 1}"
        space.commit(next_day, {"kpis/both.yaml": both.format("-*"[name == "b"])})

    moves = [event for event in story(space, ref).events if event.ref == "both"][1:]
    assert [(event.kind.value, event.is_silent) for event in moves] == [
        ("edited", False),
        ("goalpost_moved", True),
    ]
