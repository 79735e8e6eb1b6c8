"""`okr new objective`."""

from pathlib import Path

import pytest

from okrcli.storage.workspace import load_plan
from tests.cli.conftest import Okr
from tests.repositories import git, last_commit, photograph


def test_new_objective_is_a_file_of_its_own_and_a_commit(okr: Okr, root: Path) -> None:
    ran = okr("new", "objective", "Customers come back", "--team", "support", "--impact", "growth")

    assert ran.code == 0, ran.err
    path = "objectives/2026-Q4/customers-come-back.yaml"
    assert last_commit(root) == ("Add objective: 2026-Q4/customers-come-back", [path])
    assert (root / path).read_text() == (
        "title: Customers come back\nowner: ana\nteam: support\nimpact: growth\nadded: 2026-11-20\n"
    )


def test_new_objective_takes_every_field_from_an_option(okr: Okr, root: Path) -> None:
    ran = okr(
        *("new", "objective", "Клиенты возвращаются", "--id", "back", "--cycle", "2026-Q4"),
        *("--owner", "pavel", "--team", "sales", "--parent", "2026-Q4/cx-leader"),
        *("--impact", "expansion", "--why", "They stay.", "--ambition", "committed"),
        *("--approved-by", "ana", "--approved-by", "pavel", "--draft", "--no-commit"),
    )

    assert ran.code == 0, ran.err
    assert git(root, "status", "--porcelain") == "?? objectives/2026-Q4/back.yaml"
    found = load_plan(root).objective("2026-Q4/back")
    assert (found.title, found.owner, found.team) == ("Клиенты возвращаются", "pavel", "sales")
    assert (found.parent, found.impact, found.why) == (
        "2026-Q4/cx-leader",
        "expansion",
        "They stay.",
    )
    assert (found.ambition, found.status) == ("committed", "draft")
    assert [each.who for each in found.approved_by] == ["ana", "pavel"]


def test_new_objective_of_a_taken_name_gets_a_free_one(okr: Okr, root: Path) -> None:
    okr("new", "objective", "CX leader")

    assert (root / "objectives/2026-Q4/cx-leader-2.yaml").exists()


@pytest.mark.parametrize(
    ("arguments", "code", "message"),
    [
        ([], 2, "An objective needs a title."),
        (["Cut churn from 3% to 5%"], 2, "The title contradicts itself."),
        (["A", "--owner", "nobody"], 3, "nobody"),
        (["A", "--parent", "nothing"], 3, "nothing"),
        (["A", "--id", "../../x"], 2, "`id` is not lower-case words"),
        (["A", "--id", "cx-leader"], 2, "An objective"),
        (["A", "--cycle", "someday"], 3, "someday"),
    ],
)
def test_objective_that_would_be_wrong_is_refused_and_nothing_changes(
    okr: Okr, root: Path, arguments: list[str], code: int, message: str
) -> None:
    before = photograph(root)
    ran = okr("new", "objective", *arguments)

    assert (ran.code, message in ran.err) == (code, True), ran.err
    assert photograph(root) == before


def test_next_command_names_the_cycle_where_the_id_alone_is_another_objective(okr: Okr) -> None:
    ran = okr("new", "objective", "Go on", "--id", "cx-leader", "--cycle", "2027-Q1", "--draft")
    assert 'Next: okr new kr 2027-Q1/cx-leader "' in ran.out
    ran = okr("new", "kr", "2027-Q1/cx-leader", "Raise NPS from 60 to 65 points", "--id", "nps")
    assert "Next: okr checkin 2027-Q1/cx-leader/nps VALUE" in ran.out
