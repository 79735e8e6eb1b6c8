"""The walk through what is due, at a terminal."""

import signal
from decimal import Decimal
from pathlib import Path

import pytest

from tests.cli.checkin.test_app import HOURS, NPS, TRAINING, message, new_checkins, only_checkin
from tests.cli.conftest import Talk
from tests.cli.processes import Terminal
from tests.cli.workspaces import FILES
from tests.repositories import commit_file, git, make_committed, photograph

SIX = "".join(
    f"  - {{id: kr-{n}, title: Raise number {n}, type: metric, baseline: 40, target: 60}}\n"
    for n in range(6)
)
ANSWERED = "  - {{key_result: 2026-Q4/six/kr-{n}, value: 44, confidence: 6}}\n"


@pytest.fixture
def six(tmp_path: Path) -> Path:
    """Return a workspace in which six key results are due, and nothing else."""
    entries = "".join(ANSWERED.format(n=n) for n in range(6))
    return make_committed(
        tmp_path / "six",
        {
            "okr.yaml": FILES["okr.yaml"],
            "objectives/2026-Q4/six.yaml": f"title: Six numbers\nowner: ana\nkey_results:\n{SIX}",
            "checkins/2026/2026-11-06-ana-00000001.yaml": (
                f"date: 2026-11-06\nby: ana\nkey_results:\n{entries}"
            ),
        },
    )


def test_walk_takes_former_names(talk: Talk, due: Path) -> None:
    path = "objectives/2026-Q4/cx-leader.yaml"
    text = (due / path).read_text().replace("id: hours\n", "id: hours\n    formerly: [speed]\n")
    commit_file(due, path, f"{text}formerly: [cx-first]\n")
    terminal = talk(due, "checkin", "cx-first/speed")
    terminal.answer("(cx-leader/hours)", "15; 8")
    terminal.answer("Record this as ana, 2026-11-20?", "")
    assert terminal.end() == 0, terminal.text
    (entry,) = only_checkin(due).key_results
    assert (entry.key_result, entry.value) == ("2026-Q4/cx-leader/hours", Decimal(15))


def test_walk_asks_for_what_is_due_and_records_it_in_one_commit(talk: Talk, due: Path) -> None:
    terminal = talk(due, "checkin")
    terminal.wait_for("[1/4] Raise NPS from 40 to 60  (cx-leader/nps)")
    terminal.wait_for("last 44 on 2026-11-06, expected today ")
    terminal.wait_for("target 60 points, confidence 6")
    terminal.answer("Value now; confidence 1-10; note", "47,5 points; 7; second wave")
    terminal.wait_for('= nps 47.5 points (+3.5), confidence 7, "second wave"')
    terminal.answer("[2/4] Cut the response time", "s")
    terminal.wait_for("[3/4] Train the team")
    terminal.wait_for("1 [x] pilot: Pilot group trained")
    terminal.wait_for("2 [ ] everyone: Everybody trained")
    terminal.answer("Steps done since", "2")
    terminal.wait_for("[4/4] CSAT  (csat)")
    terminal.wait_for("last 70 on 2026-11-06, expected ")
    terminal.answer("Value now; note", "72 %; few answers")
    terminal.wait_for('  1  nps 47.5 points (+3.5), confidence 7, "second wave"')
    terminal.wait_for("  2  hours: skipped")
    terminal.wait_for("  3  training 2/2")
    terminal.wait_for('  4  csat 72 % (+2), "few answers"')
    terminal.answer("Record this as ana, 2026-11-20?", "")

    assert terminal.end() == 0, terminal.text
    found = only_checkin(due)
    assert [each.key_result for each in found.key_results] == [NPS, TRAINING]
    assert (found.key_results[0].confidence, found.key_results[0].note) == (7, "second wave")
    assert [(each.kpi, str(each.value)) for each in found.readings] == [
        ("nps", "47.5"),
        ("csat", "72"),
    ]
    assert message(due).startswith("Check in: nps 47.5 (+3.5), training 2/2, csat 72 (+2)\n")
    assert git(due, "status", "--porcelain") == ""


def test_six_key_results_take_at_most_twelve_keystrokes_beside_the_values(
    talk: Talk, six: Path
) -> None:
    terminal = talk(six, "checkin")
    values = [f"4{n}" for n in range(6)]
    typed = [*values, ""]
    for number, value in enumerate(values, 1):
        terminal.answer(f"[{number}/6]", value)
    terminal.answer("Record this", "")

    assert terminal.end() == 0, terminal.text
    assert [str(each.value) for each in only_checkin(six).key_results] == values
    enters = len(typed)
    assert sum(map(len, typed)) - sum(map(len, values)) + enters <= 12


def test_week_in_which_nothing_was_measured_is_enter_alone(talk: Talk, six: Path) -> None:
    terminal = talk(six, "checkin")
    for number in range(1, 7):
        terminal.answer(f"[{number}/6]", "")
    terminal.answer("Record this", "")

    assert terminal.end() == 0, terminal.text
    recorded = {(each.value, each.confidence) for each in only_checkin(six).key_results}
    assert recorded == {(None, 6)}


def test_equals_sign_records_the_last_value_as_measured_today(talk: Talk, due: Path) -> None:
    terminal = talk(due, "checkin", "csat")
    terminal.answer("Value now", "=")
    terminal.wait_for("= csat 70 %")
    terminal.answer("Record this", "")

    assert terminal.end() == 0, terminal.text
    assert [(each.value, each.date) for each in only_checkin(due).readings] == [(Decimal(70), None)]


def test_walk_goes_back_skips_and_explains(talk: Talk, due: Path) -> None:
    terminal = talk(due, "checkin", "cx-leader")
    terminal.answer("[1/3]", "47")
    terminal.answer("[2/3]", "b")
    terminal.wait_for("[1/3]")
    terminal.wait_for("You answered: nps 47 points (+3).")
    terminal.answer("[Enter keeps your answer]", "?")
    terminal.wait_for("goes back to the previous one")
    terminal.wait_for("Why: Satisfied customers renew more often.")
    terminal.answer("Value now", "48")
    terminal.answer("[2/3]", "b")
    terminal.answer("[1/3]", "")
    terminal.answer("[2/3]", "s")
    terminal.answer("[3/3]", "s")
    terminal.answer("Record this", "")

    assert terminal.end() == 0, terminal.text
    assert [str(each.value) for each in only_checkin(due).readings] == ["48"]


def test_line_of_the_summary_is_changed_by_its_number(talk: Talk, due: Path) -> None:
    terminal = talk(due, "checkin", "cx-leader")
    terminal.answer("[1/3]", "s")
    terminal.answer("[2/3]", "18")
    terminal.answer("[3/3]", "s")
    terminal.answer("Record this", "7")
    terminal.wait_for("'7' is neither yes nor no, nor the number of a line.")
    terminal.answer("Record this", "2")
    terminal.wait_for("You answered: hours 18 h (-2).")
    terminal.answer("Value now", "17; 4")
    terminal.wait_for("  2  hours 17 h (-3), confidence 4")
    terminal.answer("Record this", "1")
    terminal.answer("[1/3]", "47")
    terminal.wait_for("  1  nps 47 points (+3)")
    terminal.answer("Record this", "y")

    assert terminal.end() == 0, terminal.text
    found = only_checkin(due)
    assert [str(each.value) for each in found.readings] == ["47"]
    assert [(str(each.value), each.confidence) for each in found.key_results] == [("17", 4)]


def test_value_that_looks_wrong_is_asked_about(talk: Talk, due: Path) -> None:
    terminal = talk(due, "checkin", "hours")
    terminal.answer("Value now", "1.7")
    terminal.wait_for("is at most a tenth of the last value, 20.")
    terminal.answer("Is that right?", "")
    terminal.answer("Value now", "-17")
    terminal.wait_for("is negative")
    terminal.answer("Is that right?", "y")
    terminal.answer("Record this", "")

    assert terminal.end() == 0, terminal.text
    assert only_checkin(due).key_results[0].value == -17


def test_share_where_percent_is_meant_is_asked_about(talk: Talk, due: Path) -> None:
    terminal = talk(due, "checkin", "csat")
    terminal.answer("Value now", "0,72")
    terminal.wait_for("'0,72' could be 0.72 % or, as a share of 1, 72 %.")
    terminal.answer("Value now", "72 %")
    terminal.answer("Record this", "")

    assert terminal.end() == 0, terminal.text
    assert only_checkin(due).readings[0].value == 72


def test_walk_asks_again_for_what_cannot_be_read(talk: Talk, due: Path) -> None:
    terminal = talk(due, "checkin", "cx-leader/hours")
    for wrong, said in (
        ("1,200", "1,200 could be 1200 or 1.2"),
        ("12 %", "the values are in h"),
        ("12; 11", "is not a confidence"),
    ):
        terminal.answer("Value now", wrong)
        terminal.wait_for(said)
    terminal.answer("Value now", "12; 5")
    terminal.answer("Record this", "y")

    assert terminal.end() == 0
    (entry,) = only_checkin(due).key_results
    assert (entry.value, entry.confidence) == (Decimal(12), 5)


@pytest.mark.parametrize("interrupt", ["\x03", "\x04"])
def test_interrupted_walk_is_exit_130_and_records_nothing(due: Path, interrupt: str) -> None:
    before = photograph(due)
    terminal = Terminal(due, "checkin", HOURS)
    terminal.answer("Value now", "12")
    terminal.wait_for("Record this")
    terminal.process.send(interrupt)

    assert terminal.end() == 130
    assert "Traceback" not in terminal.text
    assert photograph(due) == before


def test_killed_walk_leaves_nothing_in_the_workspace_and_is_offered_again(
    talk: Talk, due: Path
) -> None:
    before = photograph(due)
    killed = Terminal(due, "checkin", "cx-leader")
    killed.answer("Value now", "47")
    killed.wait_for("[2/3]")
    killed.process.kill(signal.SIGKILL)
    killed.end()

    assert photograph(due) == before
    terminal = talk(due, "checkin", "csat")
    terminal.answer("The check-in of 2026-11-20 is unfinished, with 1 answer.", "")
    terminal.answer("[1/2] CSAT", "s")
    terminal.wait_for("  2  nps 47 points (+3)")
    terminal.answer("Record this", "")
    assert terminal.end() == 0, terminal.text


def test_two_who_walk_at_once_record_both(due: Path) -> None:
    walks = [Terminal(due, "checkin", "hours"), Terminal(due, "checkin", "csat")]
    for walk, value in zip(walks, ("18", "72 %"), strict=True):
        walk.answer("Value now", value)
    for walk in walks:
        walk.answer("Record this", "")

    assert [walk.end() for walk in walks] == [0, 0]
    assert len(new_checkins(due)) == 2
    assert git(due, "status", "--porcelain") == ""
