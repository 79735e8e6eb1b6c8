"""What `okr new kpi` asks for, and which ready definitions it suggests."""

from pathlib import Path

import pytest

from okrcli.storage.workspace import load_plan
from tests.cli.conftest import Okr, Talk
from tests.cli.workspaces import write
from tests.repositories import photograph

OBJECTIVE = "title: Become the leader\nowner: ana\nteam: support\n"


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


def test_terminal_asks_only_for_what_the_entry_cannot_know(talk: Talk, repository: Path) -> None:
    terminal = talk(repository, "new", "kpi", "--from", "catalog:churn_rate")
    terminal.answer("What is it now?", "5 %")
    terminal.answer("What is the target?", "3")
    terminal.answer("By when, YYYY-MM-DD?", "2027-03-31")
    terminal.answer("Add this to kpis/churn_rate.yaml?", "")

    assert terminal.end() == 0, terminal.text
    assert "What does it tell?" not in terminal.text
    kpi = load_plan(repository).kpi("churn_rate")
    assert kpi.target is not None
    assert (str(kpi.baseline), str(kpi.target.value)) == ("5", "3")
    assert (str(kpi.target.by), str(kpi.target.since)) == ("2027-03-31", "2026-11-20")


def test_terminal_lets_choose_what_fits(talk: Talk, repository: Path) -> None:
    terminal = talk(repository, "new", "kpi", "--for", "retention", "--with-parts")
    terminal.answer("Which one?", "churn")
    terminal.answer("What is it now?", "")
    terminal.answer("What is the target?", "3 %")
    terminal.answer("kpis/customers_at_start.yaml?", "")

    assert terminal.end() == 0, terminal.text
    kpis = load_plan(repository).kpis_by_id
    assert sorted(kpis) == ["churn_rate", "customers_at_start", "customers_lost"]
    assert kpis["churn_rate"].baseline == "unknown"


def test_terminal_takes_nothing_for_an_answer(talk: Talk, repository: Path) -> None:
    before = photograph(repository)
    terminal = talk(repository, "new", "kpi", "--for", "retention")
    terminal.answer("Which one?", "")

    assert terminal.end() == 0, terminal.text
    assert photograph(repository) == before


def test_wish_shows_what_fits_and_how_to_add_it(run_okr: Okr, acme: Path) -> None:
    before = photograph(acme)
    ran = run_okr(acme, "new", "kpi", "--for", "retention")

    assert ran.code == 0, ran.err
    shown = [line.split()[0] for line in ran.out.splitlines() if line.startswith("  ")]
    assert shown[:4] == ["churn_rate", "csat", "nps", "repurchase_rate"]
    assert ran.out.endswith("\nNext: okr new kpi --from catalog:churn_rate\n")
    assert photograph(acme) == before


@pytest.mark.parametrize(
    ("wish", "more"), [("cx-leader", "--serves cx-leader"), ("support", "--team support")]
)
def test_wish_that_is_an_objective_or_a_team_is_what_the_kpi_is_for(
    run_okr: Okr, acme: Path, wish: str, more: str
) -> None:
    objective = "objectives/2026-Q4/cx-leader.yaml"
    write(acme, {objective: OBJECTIVE.replace("leader", "leader in satisfaction")})
    ran = run_okr(acme, "new", "kpi", "--for", wish)

    assert ran.code == 0, ran.err
    assert more in ran.out.splitlines()[-1]
