"""`okr improve`: plans opened, followed up and closed, in real repositories."""

from datetime import date
from decimal import Decimal
from pathlib import Path

import pytest

from okrcli.actions.change import Change
from okrcli.actions.saving import Saving
from okrcli.model.improvement import Improvement
from okrcli.storage.workspace import load_plan
from tests.cli.conftest import Okr, Talk
from tests.cli.processes import Terminal
from tests.cli.workspaces import FILES, KPI, TODAY, Ran, write
from tests.repositories import commit_file, git, make_committed, make_remote, photograph

PLAN = "csat-2026-11-20"
FILE = f"improvements/{PLAN}.yaml"
ACTIONS = (
    *("--action", "Train the night shift; pavel; 2026-12-01"),
    *("--action", "Write the playbook; in short; ana; 2026-11-27"),
)
WHOLE = (
    *("--cause", "training", "--why", "Half of the team is new.", "--goal", "85 %"),
    *("--by", "2026-12-31", *ACTIONS),
)
OPENED = """\
kpi: csat
opened: 2026-11-20
owner: ana
baseline: 74
cause:
  type: training
  text: Half of the team is new.
goal: {value: 85, by: 2026-12-31}
actions:
  - {title: Train the night shift, owner: pavel, due: 2026-12-01}
  - {title: Write the playbook; in short, owner: ana, due: 2026-11-27}
"""
CSAT = KPI.replace("Net Promoter Score", "CSAT").replace("points", '"%"')
READING = "date: {}\nby: ana\nrecorded: {}T09:00:00Z\nreadings:\n  - {{kpi: csat, value: {}}}\n"


@pytest.fixture
def root(tmp_path: Path) -> Path:
    """Return a workspace in which csat is in breach: at 74 %, with a target of 90 %."""
    files = {
        **FILES,
        "kpis/csat.yaml": CSAT.replace("value: 50, by: 2026-12-31", "value: 90").replace(
            "-100, 100", "0, 100"
        ),
        "checkins/2026/2026-11-19-ana-00000004.yaml": READING.format(
            "2026-11-19", "2026-11-19", 74
        ),
    }
    return make_committed(tmp_path / "acme", files)


@pytest.fixture
def opened(root: Path) -> Path:
    """Return the same with an open plan for csat, as `okr improve open` with `WHOLE` writes it."""
    commit_file(root, FILE, OPENED)
    return root


def improvement(root: Path, name: str = PLAN) -> Improvement:
    plan = load_plan(root)
    assert plan.findings == ()
    return next(each for each in plan.improvements if each.id == name)


def message(root: Path) -> str:
    return git(root, "log", "-1", "--format=%B")


def changed(root: Path) -> list[str]:
    return sorted(git(root, "show", "--format=", "--name-only").split())


def measured(root: Path, value: object, day: str = TODAY) -> None:
    """Record a value of csat, as if somebody else had checked it in."""
    name = f"checkins/2026/{day}-ana-10000000.yaml"
    write(root, {name: READING.format(day, day, value)})
    git(root, "add", ".")
    git(root, "commit", "--quiet", "--message", "Check in")


def refused(ran: Ran, root: Path, before: dict[str, bytes], *said: str) -> None:
    """Require that *ran* failed with whole sentences, and that nothing was touched."""
    assert (ran.code != 0, ran.out) == (True, "")
    assert [each for each in said if each not in ran.err] == [], ran.err
    assert photograph(root) == before


def test_open_writes_a_plan_and_commits_it(okr: Okr, root: Path) -> None:
    ran = okr("improve", "open", "csat", *WHOLE)

    assert ran.code == 0, ran.err
    assert (root / FILE).read_text() == (
        f"kpi: csat\nopened: {TODAY}\nowner: ana\nbaseline: 74\n"
        "cause:\n  type: training\n  text: Half of the team is new.\n"
        "goal: {value: 85, by: 2026-12-31}\nactions:\n"
        "  - {title: Train the night shift, owner: pavel, due: 2026-12-01}\n"
        "  - {title: Write the playbook; in short, owner: ana, due: 2026-11-27}\n"
    )
    assert changed(root) == [FILE]
    assert message(root).startswith("Improve: csat 74 → 85 by 2026-12-31\n\nHalf of the team")
    assert message(root).endswith(f"\n\nOKR-Improvement: {PLAN}\n")
    assert ran.out.startswith(f"Added the improvement plan {PLAN} in {FILE}.\nCommitted as ")
    assert ran.out.endswith('Next: okr improve follow-up csat "..."\n')
    assert "finds nothing wrong" in ran.err


@pytest.mark.usefixtures("root")
def test_check_is_content_with_a_kpi_in_breach_once_it_has_a_plan(okr: Okr) -> None:
    assert "C703" in okr("check").out
    okr("improve", "open", "csat", *WHOLE)

    assert "C703" not in okr("check").out


def test_open_takes_owner_and_id_and_may_leave_the_commit_to_others(okr: Okr, root: Path) -> None:
    okr(*("improve", "open", "csat", *WHOLE), "--owner", "pavel", "--id", "calm", "--no-commit")

    assert improvement(root, "calm").owner == "pavel"
    assert git(root, "status", "--porcelain") == "?? improvements/"


def test_open_pushes_what_it_committed(okr: Okr, root: Path) -> None:
    make_remote(root)
    ran = okr("improve", "open", "csat", *WHOLE, "--push")

    assert "Pushed to origin/main." in ran.out
    assert git(root, "rev-parse", "HEAD") == git(root, "rev-parse", "origin/main")


@pytest.mark.parametrize("left_out", ["--cause", "--why", "--goal", "--by", "--action"])
def test_open_names_the_option_that_is_missing(okr: Okr, root: Path, left_out: str) -> None:
    before = photograph(root)
    pairs = list(zip(WHOLE[::2], WHOLE[1::2], strict=True))
    given = [part for pair in pairs if pair[0] != left_out for part in pair]

    ran = okr("improve", "open", "csat", *given)
    assert ran.code == 2
    refused(ran, root, before, f"An improvement plan for csat needs {left_out}.")


@pytest.mark.parametrize(
    ("options", "said"),
    [
        (("--goal", "74"), "A goal of 74 is no better than the value now: csat is at 74"),
        (("--goal", "60"), "higher is better"),
        (("--goal", "101"), "101 is above 100, the upper bound of csat."),
        (("--goal", "-1"), "-1 is below 0, the lower bound of csat."),
        (("--goal", "soon"), "soon"),
        (("--goal", "85 h"), "the values are in %"),
        (("--by", TODAY), "is not after today"),
        (("--by", "2026-02-30"), "is not a date"),
        (("--owner", "bob"), "'bob' is not among the people in okr.yaml"),
        (("--id", "Not An Id"), "`id`"),
        (("--action", "Train"), "'Train' is not an action."),
        (("--action", "Train; ; 2026-12-01"), "is not an action."),
        (("--action", "Train; bob; 2026-12-01"), "'bob' is not among the people"),
        (("--action", "Train; ana; 2026-11-01"), "2026-11-01, is in the past"),
        (("--why", " "), "`cause.text`"),
        (("--push", "--no-commit"), "--push needs a commit"),
    ],
)
def test_open_refuses_what_makes_no_sense(
    okr: Okr, root: Path, options: tuple[str, ...], said: str
) -> None:
    before = photograph(root)

    ran = okr("improve", "open", "csat", *WHOLE, *options)
    assert ran.code == 2
    refused(ran, root, before, said)


def test_open_names_a_kpi_that_is_not_there(okr: Okr, root: Path) -> None:
    before = photograph(root)

    ran = okr("improve", "open", "csta", *WHOLE)
    assert ran.code == 3
    refused(ran, root, before, "There is no KPI 'csta'", "Did you mean csat?")


@pytest.mark.parametrize(
    ("direction", "target", "goal", "code"),
    [
        ("down", "value: 60", "70", 0),
        ("down", "value: 60", "80", 2),
        ("range", "range: [40, 60]", "61", 0),
        ("range", "range: [40, 60]", "50", 0),
        ("range", "range: [40, 60]", "20", 2),
        ("range", "range: [40, 60]", "19", 2),
    ],
)
def test_goal_is_better_in_the_direction_of_the_kpi(
    okr: Okr, root: Path, *, direction: str, target: str, goal: str, code: int
) -> None:
    file = root / "kpis/csat.yaml"
    text = file.read_text().replace("direction: up", f"direction: {direction}")
    file.write_text(text.replace("value: 90", target))
    measured(root, 80)

    ran = okr("improve", "open", "csat", *WHOLE, "--goal", goal)
    assert ran.code == code, ran.err


def test_second_plan_for_a_kpi_is_refused_and_names_the_first(okr: Okr, opened: Path) -> None:
    before = photograph(opened)

    ran = okr("improve", "open", "csat", *WHOLE, "--id", "another")
    assert ran.code == 3
    refused(ran, opened, before, f"already: {PLAN}.", f"okr improve follow-up {PLAN}")


def test_plan_of_a_taken_name_gets_a_free_one(okr: Okr, opened: Path) -> None:
    okr("improve", "close", "csat", "--note", "Wrong cause.")
    ran = okr("improve", "open", "csat", *WHOLE)

    assert f"{PLAN}-2" in ran.out
    assert improvement(opened, f"{PLAN}-2").closed is None


def test_id_that_is_taken_is_refused(okr: Okr, opened: Path) -> None:
    okr("improve", "close", "csat", "--note", "Wrong cause.")
    before = photograph(opened)

    refused(
        okr("improve", "open", "csat", *WHOLE, "--id", PLAN),
        *(opened, before, f"An improvement plan '{PLAN}' already exists."),
    )


def test_healthy_kpi_may_have_a_plan_and_that_is_remarked(okr: Okr, root: Path) -> None:
    measured(root, 92)
    ran = okr("improve", "open", "csat", *WHOLE, "--goal", "95")

    assert ran.code == 0
    assert "csat is healthy at 92" in ran.err


def test_old_value_is_remarked(root: Path, run_okr: Okr) -> None:
    ran = run_okr(root, "improve", "open", "csat", *WHOLE, today="2026-11-27")

    assert ran.code == 0
    assert "The last value of csat is from 2026-11-19" in ran.err


def test_kpi_without_a_value_is_remarked(okr: Okr, root: Path) -> None:
    write(root, {"kpis/ces.yaml": CSAT})
    ran = okr("improve", "open", "ces", *WHOLE)

    assert ran.code == 0, ran.err
    assert "ces has no value yet" in ran.err
    assert message(root).startswith("Improve: ces → 85 by 2026-12-31\n")


def test_long_kpi_gets_an_id_that_fits(okr: Okr, root: Path) -> None:
    name = "a" + "_b" * 31
    write(root, {f"kpis/{name}.yaml": CSAT})
    okr("improve", "open", name, *WHOLE)

    (found,) = load_plan(root).improvements
    assert found.kpi == name
    assert found.id.endswith(f"b-{TODAY}")
    assert len(found.id) <= 64


def test_open_works_where_there_is_no_repository(run_okr: Okr, tmp_path: Path) -> None:
    folder = write(tmp_path / "plain", FILES)
    ran = run_okr(folder, "improve", "open", "csat", *WHOLE, "--owner", "ana")

    assert ran.code == 0, ran.err
    assert "is not in a git repository" in ran.err
    assert improvement(folder).kpi == "csat"


def test_open_asks_for_what_is_left_out(talk: Talk, root: Path) -> None:
    terminal = talk(root, "improve", "open")
    terminal.wait_for("In breach: csat")
    terminal.answer("Which KPI should improve?", "cast")
    terminal.wait_for("Did you mean csat")
    terminal.answer("Which KPI should improve?", "csat")
    terminal.wait_for("CSAT: 74 % now, breach, target 90")
    terminal.answer("What kind of cause?", "wrong")
    terminal.wait_for("Write one of process")
    terminal.answer("What kind of cause?", "train")
    terminal.answer("What is the cause, in a sentence?", "Half of the team is new.")
    terminal.answer("What value should it reach, in %?", "60")
    terminal.wait_for("no better than the value now")
    terminal.answer("What value should it reach, in %?", "85")
    terminal.answer("By when? (YYYY-MM-DD)", "2026-12-31")
    terminal.answer("What will be done? The first action", "Train the night shift")
    terminal.answer("By whom? [ana]", "pavel")
    terminal.answer("By when? (YYYY-MM-DD)", "2026-12-01")
    terminal.answer("Next action [Enter: done]", "")
    terminal.wait_for("type: training")
    terminal.answer(f"Add this to {FILE}?", "")

    assert terminal.end() == 0, terminal.text
    found = improvement(root)
    assert (found.cause.type, found.goal.value, found.goal.by) == (
        "training",
        Decimal(85),
        date(2026, 12, 31),
    )
    assert [(each.title, each.owner) for each in found.actions] == [
        ("Train the night shift", "pavel")
    ]
    assert message(root).startswith("Improve: csat 74 → 85 by 2026-12-31\n")


def test_nothing_is_opened_when_the_answer_is_no(talk: Talk, root: Path) -> None:
    before = photograph(root)
    terminal = talk(root, "improve", "open", "csat", *WHOLE[:-4])
    terminal.answer("The first action", "Train")
    terminal.answer("By whom?", "")
    terminal.answer("By when?", "2026-12-01")
    terminal.answer("Next action", "")
    terminal.answer("Add this to", "n")

    assert terminal.end() == 0
    assert photograph(root) == before


def test_interrupted_questions_leave_nothing_behind(root: Path) -> None:
    before = photograph(root)
    terminal = Terminal(root, "improve", "open", "csat")
    terminal.wait_for("What kind of cause?")
    terminal.process.sendintr()

    assert terminal.end() == 130
    assert photograph(root) == before


def test_follow_up_is_a_checkin_of_its_own(okr: Okr, opened: Path) -> None:
    plan_before = (opened / FILE).read_bytes()
    ran = okr("improve", "follow-up", "csat", "8 of 12 are trained: #1")

    assert ran.code == 0, ran.err
    (name,) = changed(opened)
    assert (opened / FILE).read_bytes() == plan_before
    found = next(each for each in load_plan(opened).checkins if each.followups)
    assert (found.path, found.by, found.date) == (name, "ana", date(2026, 11, 20))
    assert [(each.improvement, each.note) for each in found.followups] == [
        (PLAN, "8 of 12 are trained: #1")
    ]
    assert message(opened) == (
        f"Follow up: {PLAN}\n\n8 of 12 are trained: #1\n\n"
        f"OKR-Checkin: {found.id}\nOKR-Improvement: {PLAN}\n"
    )
    assert f"Recorded in {name}.\ncsat: improving to 85 % by 2026-12-31: 0% of the way" in ran.out


def test_follow_up_marks_actions_as_done_and_keeps_every_other_byte(okr: Okr, opened: Path) -> None:
    file = opened / FILE
    text = file.read_text().replace("due: 2026-12-01}", "due: 2026-12-01, status: active}  # hard")
    file.write_bytes(f"# by hand\r\n{text}".encode())
    git(opened, "commit", "--quiet", "--all", "--message", "Edit")
    before = file.read_bytes()

    ran = okr("improve", "follow-up", PLAN, "Both!", "--done", "1", "--done", "the PLAYBOOK")
    assert ran.code == 0, ran.err
    assert file.read_bytes() == before.replace(b"status: active", b"status: done").replace(
        b"due: 2026-11-27", b"due: 2026-11-27, status: done"
    )
    assert len(changed(opened)) == 2
    assert message(opened).startswith(f"Follow up: {PLAN}, 2/2 done\n")
    assert "  done: Train the night shift\n" in ran.out
    assert "2 of 2 actions done" in ran.out


def test_follow_up_may_say_only_what_is_done(okr: Okr, opened: Path) -> None:
    okr("improve", "follow-up", "csat", "--done", "2", "--by", "pavel", "--date", TODAY)

    found = next(each for each in load_plan(opened).checkins if each.followups)
    assert (found.by, found.followups[0].note) == ("pavel", "Done: Write the playbook; in short")


def test_action_that_is_done_already_is_remarked(okr: Okr, opened: Path) -> None:
    okr("improve", "follow-up", "csat", "First", "--done", "1")
    ran = okr("improve", "follow-up", "csat", "Second", "--done", "1")

    assert ran.code == 0
    assert "'Train the night shift' is already done." in ran.err
    assert len(changed(opened)) == 1


@pytest.mark.parametrize(
    ("arguments", "code"),
    [
        (("follow-up", "csat", "First", "--done", "1"), 0),
        (("follow-up", "csat", "First", "--done", "9"), 3),
        (("close", "csat", "--note", "Given up."), 0),
    ],
)
def test_hostile_title_of_an_action_is_shown_inert(
    okr: Okr, opened: Path, arguments: tuple[str, ...], code: int
) -> None:
    file = opened / FILE
    hostile = file.read_text().replace(
        "Train the night shift", r'"Train\n::error::a\e[31m ##[error]b"'
    )
    file.write_text(hostile)
    git(opened, "commit", "--quiet", "--all", "--message", "Hostile")

    ran = okr("improve", *arguments)
    printed = ran.out + ran.err

    assert ran.code == code, ran.err
    assert "Train" in printed
    assert not [each for each in ("\x1b", "##[", "\n::") if each in printed]


@pytest.mark.parametrize(
    ("arguments", "code", "said"),
    [
        (("csat",), 2, "There is nothing to record"),
        ((), 2, f"Open: {PLAN}."),
        (("nps", "x"), 3, "nps has no open improvement plan."),
        (("csat-2026-11-02", "x"), 3, f"Did you mean {PLAN}"),
        (("csat", "x", "--done", "3"), 3, "1 Train the night shift; 2 Write the playbook"),
        (("csat", "x", "--done", "t"), 3, "matches more than one action"),
        (("csat", "x", "--done", ""), 3, "is not an action"),
        (("csat", "x", "--date", "2026-11-19"), 2, "is before 2026-11-20"),
        (("csat", "x", "--date", "2026-11-21"), 2, "is in the future"),
        (("csat", "x", "--by", "bob"), 2, "'bob' is not among the people"),
        (("csat", " "), 2, "`note`"),
    ],
)
def test_follow_up_refuses_what_makes_no_sense(
    okr: Okr, opened: Path, arguments: tuple[str, ...], code: int, said: str
) -> None:
    before = photograph(opened)

    ran = okr("improve", "follow-up", *arguments)
    assert ran.code == code
    refused(ran, opened, before, said)


def test_kpi_with_two_open_plans_is_no_name_for_one(okr: Okr, opened: Path) -> None:
    write(opened, {"improvements/other.yaml": (opened / FILE).read_text()})
    before = photograph(opened)

    ran = okr("improve", "follow-up", "csat", "x")
    refused(ran, opened, before, "more than one open improvement plan", f"{PLAN}, other")
    assert okr("improve", "follow-up", "other", "x").code == 0


def test_follow_up_asks_what_has_happened(talk: Talk, opened: Path) -> None:
    terminal = talk(opened, "improve", "follow-up")
    terminal.wait_for(f"Open: {PLAN}.")
    terminal.answer(f"Which one? [{PLAN}]", "")
    terminal.wait_for("1 [planned] Train the night shift (pavel, 2026-12-01)")
    terminal.answer("What has happened since?", "Half is done")
    terminal.answer("Actions done since, by number", "7")
    terminal.wait_for("is not an action of")
    terminal.answer("Actions done since, by number", "1, 2")

    assert terminal.end() == 0, terminal.text
    assert [each.status for each in improvement(opened).actions] == ["done", "done"]
    assert message(opened).startswith(f"Follow up: {PLAN}, 2/2 done\n\nHalf is done\n")


def test_close_measures_the_outcome_against_the_goal(opened: Path, run_okr: Okr) -> None:
    before = (opened / FILE).read_bytes()
    measured(opened, 86, "2026-12-04")
    ran = run_okr(
        opened, "improve", "close", "csat", "--note", "Practice helps.", today="2026-12-08"
    )

    assert ran.code == 0, ran.err
    line = b"closed: {date: 2026-12-08, value: 86, note: Practice helps.}\n"
    assert (opened / FILE).read_bytes() == before + line
    assert changed(opened) == [FILE]
    assert message(opened) == (
        "Improve: csat closed at 86, goal 85 reached\n\nPractice helps.\n\n"
        f"OKR-Improvement: {PLAN}\n"
    )
    assert ran.out.startswith(
        f"Closed {PLAN} on 2026-12-08: goal reached.\n  opened at 74 % on {TODAY},"
        " goal 85 % by 2026-12-31, closed at 86 %, 109% of the way, in 18 days\nCommitted as "
    )
    assert "Still planned: Train the night shift (pavel, 2026-12-01)" in ran.err


def test_close_of_a_goal_that_is_reached_needs_no_note(okr: Okr, opened: Path) -> None:
    measured(opened, 85)

    assert okr("improve", "close", PLAN).code == 0
    closed = improvement(opened).closed
    assert closed is not None
    assert (closed.date, closed.value, closed.note) == (date(2026, 11, 20), Decimal(85), None)


def test_close_takes_the_value_of_its_day(opened: Path, run_okr: Okr) -> None:
    measured(opened, 80, "2026-11-27")
    measured(opened, 90, "2026-12-04")
    ran = run_okr(
        *(opened, "improve", "close", "csat", "--date", "2026-12-01", "--note", "Half of it."),
        today="2026-12-05",
    )

    closed = improvement(opened).closed
    assert closed is not None
    assert (closed.date, closed.value) == (date(2026, 12, 1), Decimal(80))
    assert "goal not reached.\n" in ran.out
    assert "closed at 80 %, 55% of the way, in 11 days\n" in ran.out


def test_close_says_how_late_it_is_and_how_old_its_value(opened: Path, run_okr: Okr) -> None:
    ran = run_okr(opened, "improve", "close", "csat", "--note", "No.", today="2027-01-10")

    assert "in 51 days, 10 days after its date\n" in ran.out
    assert "The last value of csat is old: it is from 2026-11-19." in ran.err
    assert message(opened).startswith("Improve: csat closed at 74, goal 85 not reached\n")


def test_close_of_a_goal_that_is_not_reached_needs_a_note(okr: Okr, opened: Path) -> None:
    before = photograph(opened)

    for options in ((), ("--yes",)):
        ran = okr("improve", "close", "csat", *options)
        assert ran.code == 2
        refused(ran, opened, before, "The goal of csat-2026-11-20 is not reached", "--note")


def test_close_asks_before_it_closes_what_is_not_reached(talk: Talk, opened: Path) -> None:
    before = photograph(opened)
    terminal = talk(opened, "improve", "close", "csat")
    terminal.wait_for("Goal not reached: opened at 74 %")
    terminal.answer("What was learned?", "")
    terminal.wait_for("An answer is required.")
    terminal.answer("What was learned?", "Wrong cause.")
    terminal.answer("Close it anyway?", "n")
    assert (terminal.end(), photograph(opened)) == (0, before)

    terminal = talk(opened, "improve", "close", "csat", "--note", "Wrong cause.")
    terminal.answer("Close it anyway?", "y")
    assert terminal.end() == 0
    closed = improvement(opened).closed
    assert closed is not None
    assert closed.note == "Wrong cause."


def test_close_of_a_kpi_without_a_value_is_refused(okr: Okr, root: Path) -> None:
    write(root, {"kpis/ces.yaml": CSAT})
    okr("improve", "open", "ces", *WHOLE)
    before = photograph(root)

    ran = okr("improve", "close", "ces", "--note", "x")
    assert ran.code == 3
    refused(ran, root, before, f"ces has no value on {TODAY}", "okr checkin ces VALUE")


@pytest.mark.parametrize("command", [("close",), ("follow-up", "x")])
def test_closed_plan_is_left_alone(okr: Okr, opened: Path, command: tuple[str, ...]) -> None:
    okr("improve", "close", "csat", "--note", "Enough.")
    before = photograph(opened)

    name, *rest = command
    ran = okr("improve", name, PLAN, *rest)
    assert ran.code == 3
    refused(ran, opened, before, f"was closed on {TODAY}.", "`okr improve open csat`")


@pytest.mark.parametrize(
    "command", [("close", "csat", "--note", "x"), ("follow-up", "csat", "x", "--done", "1")]
)
class TestFaults:
    """What stands in the way of a commit is refused before anything is written."""

    def test_staged_part_of_the_plan_is_refused(
        self, okr: Okr, opened: Path, command: tuple[str, ...]
    ) -> None:
        file = opened / FILE
        text = file.read_text()
        file.write_text(f"{text}# staged\n")
        git(opened, "add", FILE)
        file.write_text(f"{text}# staged\n# and not staged\n")
        before = photograph(opened)

        ran = okr("improve", *command)
        assert ran.code == 3
        refused(ran, opened, before, FILE)

    def test_missing_identity_is_refused(
        self,
        okr: Okr,
        opened: Path,
        command: tuple[str, ...],
        monkeypatch: pytest.MonkeyPatch,
        tmp_path: Path,
    ) -> None:
        monkeypatch.setenv("HOME", str(tmp_path))
        git(opened, "config", "user.useConfigOnly", "true")
        before = photograph(opened)

        ran = okr("improve", *command)
        assert ran.code == 3
        refused(ran, opened, before, "user.name")

    def test_plan_that_changes_meanwhile_is_refused(
        self, okr: Okr, opened: Path, command: tuple[str, ...], monkeypatch: pytest.MonkeyPatch
    ) -> None:
        file, save = opened / FILE, Saving.save

        def late(saving: Saving, change: Change) -> object:
            file.write_text(file.read_text() + "# by somebody else\n")
            return save(saving, change)

        monkeypatch.setattr(Saving, "save", late)
        ran = okr("improve", *command)

        assert (ran.code, ran.out) == (3, "")
        assert "was changed by somebody else" in ran.err
        assert git(opened, "status", "--porcelain") == f" M {FILE}"

    def test_plan_that_cannot_be_read_is_left_as_it_is(
        self, okr: Okr, opened: Path, command: tuple[str, ...]
    ) -> None:
        file = opened / FILE
        file.write_text(file.read_text().replace("kpi: csat", "kpi: [csat"))
        before = photograph(opened)

        ran = okr("improve", *command)
        assert ran.code == 3
        refused(ran, opened, before, f"Unreadable: {FILE}.")

    def test_other_work_stays_as_it_was(
        self, okr: Okr, opened: Path, command: tuple[str, ...]
    ) -> None:
        write(opened, {"staged.txt": "a", "kpis/notes.txt": "b"})
        git(opened, "add", "staged.txt")

        assert okr("improve", *command).code == 0
        assert git(opened, "status", "--porcelain") == "A  staged.txt\n?? kpis/notes.txt"


def test_way_to_the_goal_begins_where_the_kpi_stood_when_the_plan_was_opened(okr: Okr) -> None:
    okr("improve", "open", "csat", *WHOLE)
    okr("kpi", "record", "csat", "79.5")  # of the same day
    ran = okr("improve", "close", "csat", "--note", "Half of it helped.")

    assert ran.code == 0, ran.err
    assert "opened at 74 %" in ran.out
    assert "closed at 79.5 %, 50% of the way" in ran.out
