import signal
from pathlib import Path

import pytest

from okrcli.model.key_results import Metric, Milestones
from okrcli.storage.workspace import load_plan
from tests.cli.checkin.test_app import HOURS, NPS, TRAINING, message, new_checkins, only_checkin
from tests.cli.conftest import Talk
from tests.cli.processes import Terminal
from tests.cli.workspaces import FILES
from tests.repositories import git, make_committed, photograph


@pytest.fixture
def due(tmp_path: Path) -> Path:
    """Return a workspace in which everything is due, everything Ana's."""
    early = {name: text for name, text in FILES.items() if "2026-11-20" not in name}
    objective = early["objectives/2026-Q4/cx-leader.yaml"].replace("    owner: pavel\n", "")
    return make_committed(
        tmp_path / "acme", {**early, "objectives/2026-Q4/cx-leader.yaml": objective}
    )


def test_walk_asks_for_what_is_due_and_records_it_in_one_commit(talk: Talk, due: Path) -> None:
    terminal = talk(due, "checkin")
    terminal.wait_for("[1/3] Raise NPS from 40 to 60  (cx-leader/nps)")
    terminal.wait_for("last 44 on 2026-11-06, expected today ")
    terminal.wait_for("target 60 points")
    terminal.answer("Value now", "47,5 points")
    terminal.wait_for("= nps 47.5 points (+3.5)")
    terminal.answer("Confidence 1-10 [Enter skips, last 6]", "7")
    terminal.answer("Note", "second wave")
    terminal.answer("[2/3] Cut the response time", "")
    terminal.wait_for("[3/3] Train the team")
    terminal.wait_for("[x] pilot: Pilot group trained")
    terminal.answer("Steps done since", "everyone")
    terminal.answer("Confidence", "")
    terminal.answer("Note", "")
    terminal.answer("Record this as ana, 2026-11-20?", "")

    assert terminal.end() == 0, terminal.text
    found = only_checkin(due)
    assert [each.key_result for each in found.key_results] == [NPS, TRAINING]
    assert (found.key_results[0].confidence, found.key_results[0].note) == (7, "second wave")
    assert [str(each.value) for each in found.readings] == ["47.5"]
    assert message(due).startswith("Check in: nps 47.5 (+3.5), training 2/2\n")
    assert git(due, "status", "--porcelain") == ""


def test_walk_asks_again_for_what_cannot_be_read(talk: Talk, due: Path) -> None:
    terminal = talk(due, "checkin", "cx-leader/hours")
    terminal.answer("Value now", "1,200")
    terminal.wait_for("1,200 could be 1200 or 1.2")
    terminal.answer("Value now", "12 %")
    terminal.wait_for("the values are in h")
    terminal.answer("Value now", "12")
    terminal.answer("Confidence", "11")
    terminal.wait_for("is not a confidence")
    terminal.answer("Confidence", "5")
    terminal.answer("Note", "")
    terminal.answer("Record this", "y")

    assert terminal.end() == 0
    assert only_checkin(due).key_results[0].value == 12


@pytest.mark.parametrize("answer", ["n", "no"])
def test_nothing_is_recorded_when_the_summary_is_refused(
    talk: Talk, due: Path, answer: str
) -> None:
    before = photograph(due)
    terminal = talk(due, "checkin", HOURS)
    terminal.answer("Value now", "12")
    terminal.answer("Confidence", "")
    terminal.answer("Note", "")
    terminal.answer("Record this", answer)

    assert terminal.end() == 0
    assert "Nothing was recorded." in terminal.text
    assert photograph(due) == before


def test_note_is_not_recorded_when_the_summary_is_refused(talk: Talk, due: Path) -> None:
    before = photograph(due)
    terminal = talk(due, "checkin", "cx-leader", "--note", "counted again")
    terminal.answer("[1/3]", "")
    terminal.answer("[2/3]", "18")
    terminal.answer("Confidence", "")
    terminal.answer("Note", "")
    terminal.answer("[3/3]", "")
    terminal.answer("Record this", "n")

    assert terminal.end() == 0
    assert "Nothing was recorded." in terminal.text
    assert photograph(due) == before


@pytest.mark.parametrize("interrupt", ["\x03", "\x04"])
def test_interrupted_walk_is_exit_130_and_records_nothing(due: Path, interrupt: str) -> None:
    before = photograph(due)
    terminal = Terminal(due, "checkin", HOURS)
    terminal.answer("Value now", "12")
    terminal.wait_for("Confidence")
    terminal.process.send(interrupt)

    assert terminal.end() == 130
    assert "Traceback" not in terminal.text
    assert photograph(due) == before


def test_terminated_walk_leaves_nothing(due: Path) -> None:
    before = photograph(due)
    terminal = Terminal(due, "checkin", HOURS)
    terminal.wait_for("Value now")
    terminal.process.kill(signal.SIGKILL)
    terminal.end()

    assert photograph(due) == before


def test_objective_s_reference_asks_for_all_its_key_results(talk: Talk, due: Path) -> None:
    terminal = talk(due, "checkin", "cx-leader", "--confidence", "4")
    terminal.answer("[1/3]", "")
    terminal.wait_for("[2/3]")
    terminal.answer("Value now", "12")
    terminal.answer("Note", "")
    terminal.answer("[3/3]", "")
    terminal.answer("Record this", "")

    assert terminal.end() == 0
    assert only_checkin(due).key_results[0].confidence == 4


def test_kpi_s_id_asks_for_its_value(talk: Talk, due: Path) -> None:
    terminal = talk(due, "checkin", "csat")
    terminal.answer("Value now", "101")
    terminal.wait_for("above 100")
    terminal.answer("Value now", "80 %")
    terminal.answer("Record this", "")

    assert terminal.end() == 0
    assert only_checkin(due).readings[0].value == 80


def test_nothing_due_says_when_the_next_is(talk: Talk, due: Path) -> None:
    for _ in range(2):
        terminal = talk(due, "checkin", "--by", "pavel")
        assert terminal.end() == 0
        assert "belongs to pavel" in terminal.text
    assert new_checkins(due) == []


def test_no_input_never_asks(talk: Talk, due: Path) -> None:
    terminal = talk(due, "checkin", "--no-input")

    assert terminal.end() == 2


def test_new_asks_for_an_objective_and_a_key_result(talk: Talk, due: Path) -> None:
    terminal = talk(due, "new", "objective")
    terminal.answer("Where do you want to be?", "")
    terminal.wait_for("An answer is required.")
    terminal.answer("Where do you want to be?", "Customers come back")
    terminal.answer("Team (support, sales)", "sup")
    terminal.answer("Which objective does it serve?", "cx-leader")
    terminal.answer("So what", "x")
    terminal.wait_for("is not one of growth, efficiency, expansion")
    terminal.answer("So what", "growth")
    terminal.answer("And why?", "They stay.")
    terminal.answer("In which cycle? [2026-Q4]", "")
    terminal.wait_for("title: Customers come back")
    terminal.answer("Add this to objectives/2026-Q4/customers-come-back.yaml?", "")
    assert terminal.end() == 0, terminal.text

    terminal = talk(due, "new", "kr", "customers-come-back")
    terminal.answer("What will be different?", "Customers renew more often")
    terminal.answer("How is it measured?", "metric")
    terminal.answer("Its KPI", "")
    terminal.answer("In what unit", "%")
    terminal.answer("Where does it begin?", "many")
    terminal.wait_for("is not a number")
    terminal.answer("Where does it begin?", "70")
    terminal.answer("Where shall it be?", "80 %")
    terminal.answer("Add this to", "")
    assert terminal.end() == 0, terminal.text

    found = load_plan(due).objective("customers-come-back")
    assert (found.team, found.parent, found.impact) == ("support", "cx-leader", "growth")
    (metric,) = found.key_results
    assert isinstance(metric, Metric)
    assert (metric.unit, str(metric.baseline), str(metric.target)) == ("%", "70", "80")
    assert git(due, "status", "--porcelain") == ""


def test_new_shows_what_it_read_in_a_sentence_before_it_writes(talk: Talk, due: Path) -> None:
    terminal = talk(due, "new", "kr", "cx-leader", "Raise renewals from 70 to 80 %")
    terminal.wait_for("Read in the title: baseline 70 %, target 80 %.")
    terminal.wait_for("baseline: 70")
    terminal.answer("Add this to", "n")
    assert terminal.end() == 0

    terminal = talk(due, "new", "kr", "cx-leader")
    terminal.answer("What will be different?", "Raise renewals from 70 to 80 %")
    terminal.wait_for("Read in the title: baseline 70 %, target 80 %.")
    terminal.answer("Its KPI", "")
    terminal.answer("Add this to", "")
    assert terminal.end() == 0
    metric = load_plan(due).objective("cx-leader").key_results[-1]
    assert isinstance(metric, Metric)
    assert (str(metric.baseline), str(metric.target), metric.unit) == ("70", "80", "%")


def test_new_asks_what_each_type_needs(talk: Talk, due: Path) -> None:
    terminal = talk(due, "new", "kr")
    terminal.answer("Which objective", "nothing")
    terminal.wait_for("There is no 'nothing'")
    terminal.answer("Which objective", "cx-leader")
    terminal.answer("What will be different?", "Everybody is trained")
    terminal.answer("How is it measured?", "mile")
    terminal.answer("Step 1", "pilot: First")
    terminal.answer("Step 2", "Everybody")
    terminal.answer("Step 3", "")
    terminal.answer("Add this to", "")
    assert terminal.end() == 0, terminal.text

    terminal = talk(due, "new", "kr", "cx-leader", "--type", "maintain")
    terminal.answer("What will be different?", "Churn stays low")
    terminal.answer("Its KPI", "csat")
    terminal.answer("At least?", "80 %")
    terminal.answer("At most?", "")
    terminal.answer("Add this to", "n")
    assert terminal.end() == 0, terminal.text

    last = load_plan(due).objective("cx-leader").key_results[-1]
    assert isinstance(last, Milestones)
    assert [step.id for step in last.steps] == ["pilot", "everybody"]


def test_new_asks_for_a_kpi(talk: Talk, due: Path) -> None:
    terminal = talk(due, "new", "kpi")
    terminal.answer("What should be watched?", "First reply time")
    terminal.answer("In what unit", "h")
    terminal.answer("Which direction is good", "sideways")
    terminal.wait_for("Write up, down or range.")
    terminal.answer("Which direction is good", "down")
    terminal.answer("What does it tell?", "They wait.")
    terminal.answer("What is it now?", "4:30")
    terminal.answer("What is the target?", "1..2")
    terminal.answer("Add this to kpis/first_reply_time.yaml?", "")

    assert terminal.end() == 0, terminal.text
    kpi = load_plan(due).kpi("first_reply_time")
    assert (kpi.unit, kpi.direction, kpi.why) == ("h", "down", "They wait.")
    assert str(kpi.baseline) == "4.5"
