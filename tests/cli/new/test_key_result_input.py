"""What `okr new kr` asks for."""

from pathlib import Path

from okrcli.model.key_results import Metric, Milestones
from okrcli.storage.workspace import load_plan
from tests.cli.conftest import Talk
from tests.repositories import git


def test_new_asks_for_an_objective_and_a_key_result(talk: Talk, due: Path) -> None:
    terminal = talk(due, "new", "objective")
    terminal.answer("Where do you want to be?", "")
    terminal.wait_for("An answer is required.")
    terminal.answer("Where do you want to be?", "Raise renewals from 70 to 80 %")
    terminal.wait_for("How much is for a key result to say.")
    terminal.answer("Where do you want to be?", "Customers come back")
    terminal.answer("Team (support, sales)", "sup")
    terminal.answer("Which objective does it serve?", "cx-leader")
    terminal.answer("So what", "x")
    terminal.wait_for("is not one of growth, efficiency, expansion")
    terminal.answer("So what", "growth")
    terminal.answer("And why?", "They stay.")
    terminal.answer("In which cycle? [2026-Q4]", "")
    terminal.answer("Its id, for commands [customers-come-back]", "cx-leader")
    terminal.wait_for("'cx-leader' is taken. Choose another id.")
    terminal.answer("Its id, for commands", "Come back")
    terminal.wait_for("'Come back' is no id.")
    terminal.answer("Its id, for commands", "")
    terminal.wait_for("title: Customers come back")
    terminal.answer("Add this to objectives/2026-Q4/customers-come-back.yaml?", "")
    assert terminal.end() == 0, terminal.text

    terminal = talk(due, "new", "kr", "customers-come-back")
    terminal.answer("What will be different?", "Customers renew more often")
    terminal.answer("How is it measured?", "metric")
    terminal.answer("Its KPI", "")
    terminal.answer("In what unit", "%")
    terminal.answer("What is the baseline?", "many")
    terminal.wait_for("is not a number")
    terminal.answer("What is the baseline?", "70")
    terminal.answer("What is the target?", "80 %")
    terminal.answer("Its id, for commands [customers-renew-often]", "renewals")
    terminal.answer("Add this to", "")
    assert terminal.end() == 0, terminal.text

    found = load_plan(due).objective("customers-come-back")
    assert (found.team, found.parent, found.impact) == ("support", "cx-leader", "growth")
    (metric,) = found.key_results
    assert metric.id == "renewals"
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
    terminal.answer("Its id, for commands [renewals]", "")
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
    terminal.answer("Its id", "")
    terminal.answer("Add this to", "")
    assert terminal.end() == 0, terminal.text

    terminal = talk(due, "new", "kr", "cx-leader", "--type", "maintain")
    terminal.answer("What will be different?", "Churn stays low")
    terminal.answer("Its KPI", "csat")
    terminal.answer("Lower bound?", "80 %")
    terminal.answer("Upper bound?", "")
    terminal.answer("Its id", "")
    terminal.answer("Add this to", "n")
    assert terminal.end() == 0, terminal.text

    last = load_plan(due).objective("cx-leader").key_results[-1]
    assert isinstance(last, Milestones)
    assert [step.id for step in last.steps] == ["pilot", "everybody"]


def test_new_offers_the_kpi_that_a_title_names(talk: Talk, due: Path) -> None:
    for answer, kpi in (("", "nps"), ("n", None)):
        name = f"again-{kpi}".lower()
        title = "Raise NPS from 41 to 62"
        terminal = talk(due, "new", "kr", "cx-leader", title, "--id", name)
        terminal.answer("Take the values from the KPI nps", answer)
        terminal.answer("Add this to", "y")
        assert terminal.end() == 0, terminal.text
        found = load_plan(due).objective("cx-leader").key_results[-1]
        assert (found.id, found.kpi) == (name, kpi)
