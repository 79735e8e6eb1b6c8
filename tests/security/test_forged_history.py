"""History is not believed from the party that it binds: dates, names of folders, scope."""

from collections.abc import Mapping
from datetime import date
from pathlib import Path

import pytest

from okrcli.errors import HistoryError
from okrcli.model.finding import Severity
from tests.cli.workspaces import write
from tests.security.forging import (
    CHECKIN,
    OBJECTIVE,
    Workspace,
    agreed,
    amendment,
    checkin,
    objective,
)

LOWERED = {OBJECTIVE: objective(45)}
RAISED = {OBJECTIVE: objective(70)}


@pytest.fixture
def space(tmp_path: Path) -> Workspace:
    return agreed(tmp_path / "repository")


# Days of commits


def test_author_date_of_before_the_cycle_does_not_make_a_commit_early(space: Workspace) -> None:
    space.commit("2026-10-12", LOWERED, authored="2026-09-25")
    assert space.found() == ["H801"]


def test_committer_date_of_before_the_cycle_does_not_make_a_commit_early(space: Workspace) -> None:
    space.commit("2026-09-25", LOWERED, authored="2026-10-12")
    assert space.found() == ["H801"]


def test_commit_is_not_earlier_than_what_it_stands_on(space: Workspace) -> None:
    space.commit("2026-10-10", {"notes.txt": "elsewhere"}).commit("2026-09-25", LOWERED)
    assert space.found() == ["H801"]


def test_zone_does_not_make_a_commit_earlier_by_days(space: Workspace) -> None:
    space.commit("2026-10-03T10:00:00-2359", LOWERED)
    assert space.found() == ["H801"]


def test_date_in_the_far_future_is_told_and_hides_nothing(space: Workspace) -> None:
    space.commit("2099-01-01", {"notes.txt": "a clock that is wrong"})
    assert space.found() == ["H803"]
    space.commit("2026-10-10", LOWERED).commit("2026-09-25", {"notes.txt": "forged"})
    assert space.found() == ["H801", "H803"]
    [told] = [each for each in space.findings() if each.rule.code == "H803"]
    assert "is dated 2099-01-01, which is in the future" in told.message


def test_what_comes_after_a_date_in_the_far_future_is_not_from_before_the_cycle(
    space: Workspace,
) -> None:
    space.commit("2099-01-01", LOWERED).commit(
        "2026-09-25", {OBJECTIVE: objective(45, "weight: 2")}
    )
    assert "H801" in space.found()


def test_what_began_after_a_date_in_the_far_future_is_bound_all_the_same(tmp_path: Path) -> None:
    space = Workspace(tmp_path / "r").commit("2099-01-01", {"README": "x"})
    space.commit("2026-09-20", {"okr.yaml": "version: 1\n", OBJECTIVE: objective()})
    assert space.commit("2026-10-10", LOWERED).found() == ["H801", "H803"]


def test_rebased_commit_only_becomes_later(space: Workspace) -> None:
    space.git("2026-09-25", "checkout", "-q", "-b", "topic").commit("2026-09-25", LOWERED)
    space.git("2026-10-05", "checkout", "-q", "main").commit("2026-10-05", {CHECKIN: checkin()})
    space.git("2026-10-10", "checkout", "-q", "topic").git("2026-10-10", "rebase", "-q", "main")
    assert space.found() == ["H801"]


def test_cherry_picked_twice_binds_once(space: Workspace) -> None:
    space.git("2026-10-05", "checkout", "-q", "-b", "topic").commit(
        "2026-10-05", {CHECKIN: checkin()}
    )
    for branch in ("left", "right"):
        space.git("2026-10-06", "checkout", "-q", "-b", branch, "main")
        space.commit("2026-10-06", {f"{branch}.txt": branch})
        space.git("2026-10-06", "cherry-pick", "topic")
    space.git("2026-10-07", "merge", "-q", "-m", "Both", "left")
    assert space.found() == []
    assert space.commit("2026-10-08", {CHECKIN: checkin(59)}).found() == ["H802"]


def test_goalpost_that_moved_on_a_branch_and_back_is_where_it_was(space: Workspace) -> None:
    space.git("2026-10-05", "checkout", "-q", "-b", "topic").commit("2026-10-05", LOWERED)
    space.commit("2026-10-06", {OBJECTIVE: objective()})
    space.git("2026-10-07", "checkout", "-q", "main").commit("2026-10-07", {CHECKIN: checkin()})
    space.git("2026-10-08", "merge", "-q", "-m", "Merge", "topic")
    assert space.found() == []
    assert space.commit("2026-10-09", LOWERED).found() == ["H801"]


def test_merge_that_lowers_in_passing_is_found(space: Workspace) -> None:
    space.git("2026-10-05", "checkout", "-q", "-b", "topic").commit("2026-10-05", {"x.txt": "x"})
    space.git("2026-10-06", "checkout", "-q", "main").commit("2026-10-06", {"y.txt": "y"})
    space.git("2026-10-07", "merge", "-q", "--no-commit", "--no-ff", "topic")
    assert space.commit("2026-10-07", LOWERED, authored="2026-09-25").found() == ["H801"]


def test_root_that_was_rewritten_leaves_a_cycle_without_its_beginning(space: Workspace) -> None:
    space.git("2026-10-10", "checkout", "-q", "--orphan", "new").commit("2026-10-10", LOWERED)
    assert space.found() == []
    [said] = space.outcome().remarks
    assert said.startswith("The history of 2026-Q4 (from 2026-10-01) begins after the cycle")
    assert space.found("main") == ["H801"]


def test_history_from_before_the_cycle_is_not_remarked(space: Workspace) -> None:
    assert space.found() == []
    assert space.outcome().remarks == ()


# Days of cycles

MOVED_CYCLE = "version: 1\ncycles:\n  2026-Q4: {start: 2026-10-13, end: 2026-12-31}\n"
OWN_CYCLE = "version: 1\ncycles:\n  2026-Q4: {start: 2026-10-01, end: 2026-12-31}\n"


def test_present_settings_do_not_say_when_the_cycle_began(space: Workspace) -> None:
    space.commit("2026-10-12", {**LOWERED, "okr.yaml": MOVED_CYCLE})
    told = space.findings()
    assert [each.rule.code for each in told] == ["H801", "H801"]
    assert [each.place.path for each in told] == [OBJECTIVE, "okr.yaml"]
    assert [each.place.line for each in told] == [7, 3]
    assert len(space.found("HEAD~1")) == 2


def test_change_that_is_not_committed_moves_no_cycle_either(space: Workspace) -> None:
    (space.root / "okr.yaml").write_text(MOVED_CYCLE)
    assert space.found() == ["H801"]


@pytest.mark.parametrize(
    "settings",
    [
        "version: 1\ncalendar: {fiscal_start_month: 2}\n",
        "version: 1\ncycles:\n  FY2027-Q3: {start: 2026-10-20, end: 2026-12-31}\n",
        "version: 1\ncycles:\n  FY2027-Q3: {start: 2026-09-01, end: 2026-10-10}\n",
        "version: 1\ncycles:\n  FY2027-Q3: {start: 2026-10-01, end: 2027-03-31}\n",
    ],
)
def test_days_of_a_running_cycle_stay_whoever_gives_them(tmp_path: Path, settings: str) -> None:
    path = "objectives/FY2027-Q3/o.yaml"
    space = Workspace(tmp_path / "r").commit(
        "2026-04-01",
        {"okr.yaml": "version: 1\ncalendar: {fiscal_start_month: 4}\n", path: objective()},
    )
    assert space.found() == []
    space.commit("2026-10-12", {"okr.yaml": settings})
    assert "H801" in space.found()


def test_cycle_that_is_gone_from_the_settings_binds_on(tmp_path: Path) -> None:
    path = "objectives/push/o.yaml"
    settings = "version: 1\ncycles:\n  push: {start: 2026-10-01}\n"
    space = Workspace(tmp_path / "r").commit(
        "2026-09-20", {"okr.yaml": settings, path: objective()}
    )
    space.commit("2026-10-12", {"okr.yaml": "version: 1\n", path: objective(45)})
    assert [each.message for each in space.findings()][-1].startswith("The cycle push of commit")


def test_cycle_moves_by_an_amendment(space: Workspace) -> None:
    space.commit("2026-10-02", {"okr.yaml": OWN_CYCLE})
    assert space.found() == []
    amended = (
        "version: 1\ncycles:\n  2026-Q4:\n    start: 2026-10-01\n    end: 2027-01-15\n"
        "    amendments:\n      - {date: 2026-10-10, field: end, was: 2026-12-31, "
        "now: 2027-01-15, why: a late launch, approved_by: ana}\n"
    )
    assert space.commit("2026-10-10", {"okr.yaml": amended}).found() == []
    assert space.found("HEAD~1") == []
    assert space.found(day=date(2027, 1, 10)) == []
    space.commit("2026-10-11", {"okr.yaml": amended.replace("late launch", "late start")})
    [told] = space.findings()
    assert told.message.startswith("The amendment of `end` to 2027-01-15 of the cycle 2026-Q4")
    assert "changed or removed" in told.message


def test_cycle_may_move_before_it_begins(space: Workspace) -> None:
    later = OWN_CYCLE.replace("10-01", "10-05")
    space.commit("2026-09-25", {"okr.yaml": later}).commit("2026-10-04", LOWERED)
    assert space.found() == []
    assert space.commit("2026-10-06", {OBJECTIVE: objective(44)}).found() == ["H801"]


# The folder of the workspace


def test_move_of_the_workspace_hides_no_goalpost_and_no_check_in(space: Workspace) -> None:
    space.commit("2026-10-05", {CHECKIN: checkin()}).move("ws")
    space.commit("2026-10-12", {**LOWERED, CHECKIN: checkin(59)})
    assert space.found() == ["H802", "H801"]
    assert space.found("HEAD~1") == ["H802", "H801"]


@pytest.mark.parametrize("folders", [("ws", "."), ("ws", "deep/er"), ("a", "b", "a", ".")])
def test_several_moves_hide_nothing(space: Workspace, folders: tuple[str, ...]) -> None:
    space.commit("2026-10-05", {CHECKIN: checkin()})
    for folder in folders:
        space.move(folder).commit("2026-10-06")
    assert space.found() == []
    space.commit("2026-10-12", {**LOWERED, CHECKIN: checkin(59)})
    assert space.found() == ["H802", "H801"]


def test_move_beside_another_workspace_is_followed(tmp_path: Path) -> None:
    space = agreed(tmp_path / "r", "teams/a")
    other = tmp_path / "r/teams/b/okr.yaml"
    other.parent.mkdir(parents=True)
    other.write_text("version: 1\n")
    space.commit("2026-09-21").move("teams/c").commit("2026-10-12", LOWERED)
    assert space.found() == ["H801"]


def copied(space: Workspace, day: str) -> None:
    old = dict.fromkeys(("okr.yaml", OBJECTIVE, CHECKIN))
    space.root = space.top / "ws"
    space.commit(day, {"okr.yaml": "version: 1\nname: New\n", CHECKIN: checkin(59), **LOWERED})
    space.root = space.top
    space.commit(day, old)
    space.root = space.top / "ws"


def test_copy_with_edits_and_a_deletion_afterwards_hides_nothing(space: Workspace) -> None:
    copied(space.commit("2026-10-05", {CHECKIN: checkin()}), "2026-10-12")
    assert space.found() == ["H802", "H801"]


def test_deletion_first_and_a_new_beginning_elsewhere_hides_nothing(space: Workspace) -> None:
    space.commit("2026-10-11", {"okr.yaml": None, OBJECTIVE: None})
    space.root = space.top / "ws"
    space.commit("2026-10-12", {"okr.yaml": "version: 1\n", **LOWERED})
    assert space.found() == ["H801"]


def test_new_workspace_under_all_new_names_is_asked_where_the_old_one_is(space: Workspace) -> None:
    space.commit("2026-10-10", {"okr.yaml": None, OBJECTIVE: None})
    space.root = space.top / "ws"
    path = "objectives/2026-Q4/other.yaml"
    space.commit("2026-10-12", {"okr.yaml": "version: 1\n", path: objective(45)})
    [told] = space.findings()
    assert (told.rule.code, told.place.path, told.severity) == ("H801", "okr.yaml", Severity.ERROR)
    assert "removed the workspace from the folder '.'" in told.message
    silenced = "version: 1 # okr: ignore[H801] another team\n"
    assert space.commit("2026-10-12", {"okr.yaml": silenced}).found() == []


def test_new_workspace_is_judged_by_the_one_that_its_request_takes_away(space: Workspace) -> None:
    pull_request(space, {"okr.yaml": None, OBJECTIVE: None})
    space.root = space.top / "ws"
    settings = "version: 1 # okr: ignore[H801] new\nrules: {ignore: [H]}\n"
    path = "objectives/2026-Q4/other.yaml"
    space.commit("2026-10-12", {"okr.yaml": settings, path: objective(45)})
    told = space.findings("main", select=())
    assert [each.place.path for each in told if each.rule.code == "H801"] == [OBJECTIVE, "okr.yaml"]


def test_move_in_a_merge_hides_nothing(space: Workspace) -> None:
    space.git("2026-10-05", "checkout", "-q", "-b", "topic").commit("2026-10-05", {"x.txt": "x"})
    space.git("2026-10-06", "checkout", "-q", "main").commit("2026-10-06", {"y.txt": "y"})
    space.git("2026-10-07", "merge", "-q", "--no-commit", "--no-ff", "topic")
    assert space.move("ws").commit("2026-10-07", LOWERED).found() == ["H801"]


def test_check_in_that_moves_to_another_folder_as_it_is_was_not_rewritten(space: Workspace) -> None:
    space.commit("2026-10-05", {CHECKIN: checkin()})
    moved = "checkins/2026/10/05/2026-10-05-carlos-00000001.yaml"
    space.commit("2026-10-08", {CHECKIN: None, moved: checkin()})
    assert space.found() == []
    space.commit("2026-10-09", {moved: checkin(59)})
    [told] = space.findings()
    assert (told.rule.code, told.place.path) == ("H802", moved)
    assert space.commit("2026-10-09", {moved: checkin()}).found() == []


def test_check_in_that_is_edited_on_its_way_to_another_folder_was_rewritten(
    space: Workspace,
) -> None:
    space.commit("2026-10-05", {CHECKIN: checkin()})
    moved = "checkins/2026/10/05/2026-10-05-carlos-00000001.yaml"
    space.commit("2026-10-08", {CHECKIN: None, moved: checkin(59)})
    assert space.found() == ["H802"]
    assert space.commit("2026-10-09", {moved: checkin()}).found() == []


def test_check_in_that_goes_and_comes_again_with_another_value_was_rewritten(
    space: Workspace,
) -> None:
    space.commit("2026-10-05", {CHECKIN: checkin()}).commit("2026-10-06", {CHECKIN: None})
    assert space.found() == ["H802"]
    assert space.commit("2026-10-07", {CHECKIN: checkin(59)}).found() == ["H802"]
    assert space.commit("2026-10-08", {CHECKIN: checkin()}).found() == []


def test_check_in_of_the_same_name_on_a_forged_branch_does_not_come_first(
    space: Workspace,
) -> None:
    space.git("2026-10-04", "checkout", "-q", "-b", "forged")
    space.commit("2026-10-04", {CHECKIN: checkin(59)})
    space.git("2026-10-05", "checkout", "-q", "main").commit("2026-10-05", {CHECKIN: checkin()})
    space.git("2026-10-12", "merge", "-q", "-X", "theirs", "-m", "Merge", "forged")
    assert (space.root / CHECKIN).read_text() == checkin(59)
    assert "H802" in space.found()


# Days of check-ins and of what is agreed


def test_check_in_forged_as_of_days_ago_is_remarked(space: Workspace) -> None:
    space.commit("2026-10-12", {CHECKIN: checkin(55, "2026-10-02")})
    [told] = space.findings()
    assert (told.rule.code, told.severity) == ("H803", Severity.INFO)
    assert "brought a check-in that says it was recorded earlier" in told.message


def test_values_with_own_dates_are_remarked_once_a_commit(space: Workspace) -> None:
    dated = (
        "date: 2026-10-12\nby: carlos\nrecorded: 2026-10-12T09:00:00Z\nkey_results:\n"
        "  - {key_result: o/nps, date: 2026-10-02, value: 55}\n"
    )
    paths = [f"checkins/2026/2026-10-12-carlos-0000000{each}.yaml" for each in range(3)]
    space.commit("2026-10-12", dict.fromkeys(paths, dated))
    [told] = space.findings()
    assert (told.rule.code, told.severity) == ("H803", Severity.INFO)
    assert told.location == ("key_results", 0, "date")


def test_recorded_after_its_commit_is_a_warning(space: Workspace) -> None:
    space.commit("2026-10-05", {CHECKIN: checkin(recorded="2026-10-08")})
    [told] = space.findings()
    assert (told.rule.code, told.severity) == ("H803", Severity.WARNING)
    assert told.location == ("recorded",)


@pytest.mark.parametrize(
    ("committed", "codes"),
    [("2026-10-04T21:00:00Z", []), ("2026-10-04T19:00:00Z", ["H803"])],
    ids=["13-hours", "15-hours"],
)
def test_clock_of_a_colleague_may_be_some_hours_ahead(
    space: Workspace, committed: str, codes: list[str]
) -> None:
    assert space.commit(committed, {CHECKIN: checkin()}).found() == codes


def test_value_put_before_one_that_is_there_is_a_warning(space: Workspace) -> None:
    space.commit("2026-10-08", {CHECKIN: checkin(50, "2026-10-08")})
    later = CHECKIN.replace("00000001", "00000002")
    space.commit("2026-10-12", {later: checkin(30, "2026-10-02", recorded="2026-10-12")})
    [told] = space.findings()
    assert (told.rule.code, told.severity, told.place.path) == ("H803", Severity.WARNING, later)
    assert "when a value of 2026-10-08 was already there" in told.message


@pytest.mark.parametrize(
    ("day", "codes"), [("2026-09-30", ["H801"]), ("2026-10-08", ["H801"]), ("2026-10-09", [])]
)
def test_amendment_is_not_dated_long_before_it_came(
    space: Workspace, day: str, codes: list[str]
) -> None:
    space.commit("2026-10-12", {OBJECTIVE: objective(45, *amendment(day))})
    assert space.found() == codes
    if codes:
        assert space.findings()[0].location == ("key_results", 0, "amendments", 0, "date")


def test_approval_is_not_dated_long_before_it_came(space: Workspace) -> None:
    head = "approved_by:\n  - {who: carlos, date: 2026-09-28}\n"
    space.commit("2026-10-12", {OBJECTIVE: objective(head=head)})
    [told] = space.findings()
    assert told.location == ("approved_by", 0, "date")
    assert "The approval by carlos of 2026-Q4/o is dated 2026-09-28" in told.message


def test_what_was_agreed_openly_is_not_taken_away_again(space: Workspace) -> None:
    space.commit("2026-10-05", {OBJECTIVE: objective(45, *amendment("2026-10-05"))})
    assert space.found() == []
    space.commit("2026-10-10", {OBJECTIVE: objective(60)})
    [told] = space.findings()
    assert "The amendment of `target` to 45 of 2026-Q4/o/nps was in commit" in told.message


@pytest.mark.parametrize("against", [None, "HEAD~1"])
def test_what_was_agreed_does_not_become_a_draft_again(
    space: Workspace, against: str | None
) -> None:
    space.commit("2026-10-05", {"x.txt": "x"})
    space.commit("2026-10-10", {OBJECTIVE: objective(45, head="status: draft\n")})
    [told] = [each for each in space.findings(against) if each.rule.code == "H801"]
    assert (told.severity, told.location) == (Severity.ERROR, ("status",))
    assert "was active in commit" in told.message


def test_draft_that_nobody_agreed_to_stays_free(tmp_path: Path) -> None:
    space = Workspace(tmp_path / "r").commit("2026-09-20", {"okr.yaml": "version: 1\n"})
    for target in (60, 45):
        space.commit("2026-10-05", {OBJECTIVE: objective(target, head="status: draft\n")})
    assert space.found() == []


def test_file_behind_a_link_cannot_stand_for_a_check_in(space: Workspace) -> None:
    space.commit("2026-10-05", {"lib/c.yaml": checkin()})
    (space.root / CHECKIN).parent.mkdir(parents=True)
    (space.root / CHECKIN).symlink_to("../../lib/c.yaml")
    space.commit("2026-10-06").commit("2026-10-12", {"lib/c.yaml": checkin(59)})
    found = space.findings(select=("E",))
    assert [each.rule.code for each in found if each.severity is Severity.ERROR] == ["E007"]


# Corrections of what never counted


REFUSED = (
    "date: 2026-10-05\nby: carlos\nrecorded: 2026-10-05T10:00:00Z\nkey_results:\n"
    "  - {key_result: o/nps, value: 42}\n  - {key_result: o/nps, value: NaN, confidence: 11}\n"
)


@pytest.mark.parametrize(
    ("text", "codes"),
    [
        (REFUSED.replace("NaN, confidence: 11", "44"), []),
        (checkin(), []),
        (REFUSED.replace("NaN, confidence: 11", "44").replace("42", "41"), ["H802"]),
        (REFUSED.replace("NaN, confidence: 11", "44").replace("10-05\n", "10-04\n"), ["H802"]),
        (
            REFUSED.replace(
                "value: NaN, confidence: 11}", "value: 44}\n  - {key_result: o/nps, value: 45}"
            ),
            ["H802"],
        ),
        (REFUSED.replace("  - {key_result: o/nps, value: 42}\n", ""), ["H802"]),
    ],
    ids=["corrected", "removed", "another-value", "another-day", "one-more", "counted-removed"],
)
def test_only_what_was_refused_may_be_corrected_in_place(
    space: Workspace, text: str, codes: list[str]
) -> None:
    space.commit("2026-10-05", {CHECKIN: REFUSED}).commit("2026-10-06", {CHECKIN: text})
    assert space.found() == codes


# A pull request does not choose its judge


def test_both_dates_forged_do_not_help_against_a_branch(space: Workspace) -> None:
    space.git("2026-09-20", "checkout", "-q", "-b", "request").commit("2026-09-25", LOWERED)
    assert space.found("main") == space.found("refs/heads/main") == ["H801"]
    assert space.found("main", day=date(2026, 9, 30)) == []
    assert space.found("main~0") == []


def test_change_that_is_not_committed_is_of_today(space: Workspace) -> None:
    (space.root / OBJECTIVE).write_text(objective(45))
    assert space.found("HEAD") == ["H801"]


def pull_request(space: Workspace, files: Mapping[str, str | None]) -> Workspace:
    """Return the workspace on a branch with *files*, while `main` goes on."""
    space.commit("2026-10-05", {"x.txt": "x"})
    space.git("2026-10-12", "checkout", "-q", "-b", "request")
    return space.commit("2026-10-12", files)


@pytest.mark.parametrize(
    "rules",
    [
        "{ignore: [H801]}",
        "{select: [E]}",
        "{severity: {H801: info}}",
        '{per_file_ignores: {"objectives/**": [H]}}',
        "{profile: draft}",
    ],
)
def test_rules_that_judge_are_those_of_the_base(space: Workspace, rules: str) -> None:
    pull_request(space, {**LOWERED, "okr.yaml": f"version: 1\nrules: {rules}\n"})
    told = [each for each in space.findings("main", select=()) if each.rule.code == "H801"]
    assert [each.severity for each in told] == [Severity.ERROR]


def test_comment_of_the_request_silences_no_rule_about_history(space: Workspace) -> None:
    silenced = objective(45).replace("target: 45", "target: 45 # okr: ignore[H801] fine")
    pull_request(space, {OBJECTIVE: silenced})
    assert space.found() == []
    assert space.found("main") == ["H801"]


def test_days_of_grace_are_those_of_the_base(space: Workspace) -> None:
    generous = "version: 1\ncheckin: {grace_days: 300}\n"
    pull_request(space, {"okr.yaml": generous, OBJECTIVE: objective(45, *amendment("2026-09-30"))})
    assert space.found("main") == ["H801"]


def test_person_and_cycle_that_a_request_brings_are_known(tmp_path: Path) -> None:
    people = "version: 1\npeople:\n  ana: {name: Ana, email: ana@example.com}\n"
    space = agreed(tmp_path / "r", settings=people)
    more = people + "  eva: {name: Eva}\ncycles:\n  push: {start: 2026-11-01, end: 2026-11-30}\n"
    pull_request(
        space, {"okr.yaml": more, "objectives/push/p.yaml": objective(head="owner: eva\n")}
    )
    found = space.findings("main", select=())
    assert [each for each in found if each.rule.code in {"E004", "H801", "T501"}] == []


def test_addresses_and_mailmap_are_those_of_the_base(tmp_path: Path) -> None:
    people = "version: 1\npeople:\n  ana: {name: Ana, email: a@x.org}\n"
    people += "  carlos: {name: C, email: c@x.org}\n"
    space = agreed(tmp_path / "r", settings=people)
    forged = people.replace("c@x.org", "[c@x.org, ana@example.com]")
    mailmap = "C <c@x.org> <ana@example.com>\n"
    new = checkin(day="2026-10-12")
    pull_request(space, {"okr.yaml": forged, ".mailmap": mailmap, CHECKIN: new})
    assert space.found() == []
    assert space.found("main") == ["H806"]


# Honest histories are calm


def squash(space: Workspace, day: str) -> None:
    space.git(day, "checkout", "-q", "main").git(day, "merge", "-q", "--squash", "topic")
    space.commit(day)


def test_squash_merge_of_weeks_is_one_remark(space: Workspace) -> None:
    space.git("2026-10-02", "checkout", "-q", "-b", "topic")
    for number, day in enumerate(("2026-10-02", "2026-10-05", "2026-10-06")):
        path = f"checkins/2026/{day}-carlos-0000000{number}.yaml"
        space.commit(day, {path: checkin(42 + number, day)})
    squash(space, "2026-10-12")
    assert space.found() == []
    [told] = space.findings()
    assert "3 check-ins that say they were recorded earlier" in told.message


def test_import_of_years_is_calm(space: Workspace) -> None:
    entries = "".join(
        f"  - {{kpi: nps, date: 2025-{month:02}-01, value: {month}}}\n" for month in range(1, 13)
    )
    text = f"date: 2026-10-12\nby: ana\nrecorded: 2026-10-12T09:00:00Z\nreadings:\n{entries}"
    kpi = "title: NPS\nunit: points\ndirection: up\n"
    space.commit("2026-10-12", {"kpis/nps.yaml": kpi, CHECKIN: text})
    assert space.found() == []


def test_team_in_many_zones_is_calm(tmp_path: Path) -> None:
    space = Workspace(tmp_path / "r").commit(
        "2026-09-30T09:00:00+14:00", {"okr.yaml": "version: 1\n", OBJECTIVE: objective()}
    )
    space.commit("2026-10-01T04:00:00+14:00", {"x.txt": "Kiritimati is in October"})
    space.commit("2026-09-30T20:00:00-05:00", {OBJECTIVE: objective(61)})
    space.commit("2026-10-01T09:00:00+03:00", {CHECKIN: checkin(day="2026-10-01")})
    assert space.found() == []
    space.commit("2026-10-01T10:00:00-05:00", {OBJECTIVE: objective(62)})
    assert space.found() == ["H801"]


def test_late_check_in_where_nothing_was_known_is_a_remark(space: Workspace) -> None:
    space.commit("2026-10-12", {CHECKIN: checkin(41, "2026-10-02", recorded="2026-10-12")})
    assert space.found() == []
    assert [each.severity for each in space.findings()] == [Severity.INFO]


@pytest.mark.parametrize("settings", ["version: 1\nname: [\n", "version: 2\n"])
def test_revision_whose_settings_cannot_be_read_judges_nobody(
    tmp_path: Path, settings: str
) -> None:
    space = agreed(tmp_path / "repository", settings=settings)
    write(space.root, {"okr.yaml": "version: 1\n"})
    space.git("2026-10-10", "commit", "--quiet", "--all", "-m", "Mend")
    with pytest.raises(HistoryError, match=r"okr\.yaml of HEAD~1 cannot be read"):
        space.findings("HEAD~1")


# What a commit, a path or a message makes git print


def test_name_of_a_file_forges_no_commit_in_the_log(space: Workspace) -> None:
    first = {f"aa/{number}": "1\n" for number in range(3)}
    space.commit("2026-10-05", {CHECKIN: checkin(42), **first})
    changed = dict.fromkeys(first, "2\n")
    space.commit("2026-10-08", {"\x01" + "0" * 39 + "7": "x\n", **changed, CHECKIN: checkin(59)})
    assert "H802" in space.found()


@pytest.mark.parametrize(
    "message", ["\x01" + "0" * 39 + "7\n", "Tidy\n\nCo-authored-by: {} <a@b.c>"]
)
def test_message_forges_no_commit_in_the_log(space: Workspace, message: str) -> None:
    space.commit("2026-10-05", LOWERED)
    text = message.format("\x01" + "0" * 39 + "7")
    space.git("2026-10-06", "commit", "-q", "--allow-empty", "--cleanup=verbatim", "-m", text)
    assert space.found() == ["H801"]


# What was never agreed


@pytest.mark.parametrize(
    ("came", "went"), [("2026-09-21", "2026-09-25"), ("2026-10-05", "2026-10-05")]
)
def test_objective_that_is_taken_away_in_time_was_not_agreed(
    space: Workspace, came: str, went: str
) -> None:
    mistake = "objectives/2026-Q4/x.yaml"
    space.commit(came, {mistake: objective()}).commit(went, {mistake: None})
    assert space.found() == []


def test_objective_that_is_renamed_before_its_cycle_is_agreed_under_its_new_name(
    space: Workspace,
) -> None:
    renamed = {OBJECTIVE: None, "objectives/2026-Q4/cx.yaml": objective()}
    assert space.commit("2026-09-25", renamed).found() == []
    lowered = {"objectives/2026-Q4/cx.yaml": objective(45)}
    assert space.commit("2026-10-05", lowered).found() == ["H801"]


def test_objective_that_goes_after_its_cycle_began_is_found(space: Workspace) -> None:
    assert space.commit("2026-10-05", {OBJECTIVE: None}).found() == ["H801"]


def test_version_that_cannot_be_read_hides_none_before_it(space: Workspace) -> None:
    space.commit("2026-09-29", {OBJECTIVE: "title: [\n"}).commit("2026-10-05", LOWERED)
    assert space.found() == ["H801"]


# Check-ins that move, and what takes their place


def test_move_of_a_checkin_that_is_undone_is_no_deletion(space: Workspace) -> None:
    space.commit("2026-10-05", {CHECKIN: checkin()})
    there = CHECKIN.replace("checkins/2026/", "checkins/2026/10/05/")
    space.commit("2026-10-06", {CHECKIN: None, there: checkin()})
    space.commit("2026-10-07", {CHECKIN: checkin(), there: None})
    assert space.found() == []


@pytest.mark.parametrize("target", ["/dev/zero", "nowhere"])
def test_checkin_that_became_a_link_is_told_and_not_read(space: Workspace, target: str) -> None:
    space.commit("2026-10-05", {CHECKIN: checkin()})
    (space.root / CHECKIN).unlink()
    (space.root / CHECKIN).symlink_to(target)
    space.git("2026-10-06", "commit", "-q", "--all", "-m", "Link")
    codes = {finding.rule.code for finding in space.findings(select=("H", "E"))}
    assert codes == {"E007"}


def test_submodule_in_a_checkins_place_that_is_gone_breaks_nothing(space: Workspace) -> None:
    entry = f"160000,{'5' * 40},checkins/2026/c.yaml"
    space.git("2026-10-05", "update-index", "--add", "--cacheinfo", entry)
    space.git("2026-10-05", "commit", "-q", "-m", "Odd")
    space.git("2026-10-06", "rm", "-q", "--cached", "checkins/2026/c.yaml")
    space.git("2026-10-06", "commit", "-q", "-m", "Tidy")
    assert space.found() == []


# Lines that are merged


def _branch(space: Workspace, day: str, files: Mapping[str, str | None], **more: str) -> None:
    """Commit *files* on a branch `pr` of `main`, and go back."""
    space.git(day, "checkout", "-q", "-b", "pr").commit(day, files, **more)
    space.git(day, "checkout", "-q", "main")


def _merge(space: Workspace, day: str, *options: str) -> Workspace:
    return space.git(day, "merge", "-q", "--no-ff", "-m", "Merge", *options, "pr")


def test_forged_branch_that_is_merged_into_a_running_cycle_is_told(space: Workspace) -> None:
    _branch(space, "2026-09-25", LOWERED)
    space.commit("2026-10-05", {CHECKIN: checkin()})
    _merge(space, "2026-10-12")
    [found] = [each for each in space.findings() if each.rule.code == "H803"]
    assert "git does not tell which of both was agreed" in found.message
    assert (found.severity, found.place.path) == (Severity.WARNING, OBJECTIVE)
    assert space.found() == ["H803"]
    assert space.found("main~1") == ["H801", "H803"]


def test_forged_branch_alone_is_told_when_the_merge_is_all_there_is(space: Workspace) -> None:
    _branch(space, "2026-09-25", LOWERED)
    assert _merge(space, "2026-10-12").found() == ["H803"]


@pytest.mark.parametrize(
    "change", [{OBJECTIVE: None}, {OBJECTIVE: objective(head="status: draft\n")}]
)
def test_forged_branch_that_gives_an_objective_up_is_told(
    space: Workspace, change: Mapping[str, str | None]
) -> None:
    _branch(space, "2026-09-25", change)
    assert _merge(space, "2026-10-12").found() == ["H803"]


def test_forged_branch_that_moves_the_cycle_is_told(space: Workspace) -> None:
    cycles = "version: 1\ncycles:\n  2026-Q4: {start: 2026-10-01, end: 2026-12-31}\n"
    space.commit("2026-09-21", {"okr.yaml": cycles})
    later = cycles.replace("10-01", "10-20")
    _branch(space, "2026-09-25", {"okr.yaml": later, **LOWERED})
    assert "H803" in _merge(space, "2026-10-12").found()


def test_goalpost_that_neither_line_had_moved_in_silence(space: Workspace) -> None:
    _branch(space, "2026-09-25", RAISED)
    _merge(space, "2026-10-12", "--no-commit")
    assert space.commit("2026-10-12", LOWERED).found() == ["H801"]


def test_proposal_that_a_merge_before_the_cycle_turned_down_was_not_agreed(
    space: Workspace,
) -> None:
    _branch(space, "2026-09-28", RAISED)
    space.commit("2026-09-25", {OBJECTIVE: objective(65)})
    _merge(space, "2026-09-29", "--strategy=ours")
    assert space.found() == []
    assert space.commit("2026-10-10", RAISED).found() == ["H801"]


def test_agreement_that_a_merge_after_the_cycle_turned_down_is_told(space: Workspace) -> None:
    _branch(space, "2026-09-28", RAISED)
    assert _merge(space, "2026-10-10", "--strategy=ours").found() == ["H803"]


def test_line_that_changed_something_else_knew_nothing_of_the_goalposts(space: Workspace) -> None:
    titled = objective().replace("Customers stay", "Customers stay with us")
    _branch(space, "2026-09-28", {OBJECTIVE: titled})
    space.commit("2026-09-29", {OBJECTIVE: objective(65)})
    assert _merge(space, "2026-10-02").found() == []
    assert space.commit("2026-10-05", {OBJECTIVE: titled}).found() == ["H801"]


def test_pull_of_what_was_agreed_in_time_is_settled_by_an_amendment(space: Workspace) -> None:
    space.git("2026-09-25", "checkout", "-q", "-b", "pr").commit("2026-09-25", LOWERED)
    space.git("2026-09-25", "checkout", "-q", "main").commit("2026-10-02", {"x.txt": "x"})
    assert _merge(space, "2026-10-03").found() == ["H803"]
    amended = {OBJECTIVE: objective(45, *amendment("2026-10-05"))}
    assert space.commit("2026-10-05", amended).found() == []


def test_objective_that_only_a_merged_line_had_in_time_is_bound_by_it(space: Workspace) -> None:
    other = {"objectives/2026-Q4/p.yaml": objective()}
    _branch(space, "2026-09-28", other)
    assert _merge(space, "2026-10-02").found() == []
    lowered = {"objectives/2026-Q4/p.yaml": objective(45)}
    assert space.commit("2026-10-05", lowered).found() == ["H801"]


def test_forged_branch_is_told_where_the_workspace_was_moved_since(space: Workspace) -> None:
    _branch(space, "2026-09-25", LOWERED)
    _merge(space, "2026-10-12")
    space.move("team/okr").commit("2026-10-12")
    assert space.found() == ["H803"]
