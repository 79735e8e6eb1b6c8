"""Somebody whose address okr.yaml does not know says who they are, and is remembered."""

from pathlib import Path

import pytest

from okrcli.storage.workspace import load_plan
from tests.cli.checkin.test_app import new_checkins, only_checkin
from tests.cli.conftest import Okr, Talk
from tests.cli.workspaces import SETTINGS
from tests.repositories import git, photograph

UNKNOWN = "Git knows you as Ana Ruiz <ana@home.example>"
ASKED = "Which person are you? (ana, pavel)"


@pytest.fixture
def unknown(root: Path) -> Path:
    """Return Acme's workspace on a computer with an address that it does not know."""
    git(root, "config", "user.name", "Ana Ruiz")
    git(root, "config", "user.email", "ana@home.example")
    return root


def test_person_is_asked_and_remembered_in_a_commit_of_its_own(talk: Talk, unknown: Path) -> None:
    terminal = talk(unknown, "checkin", "hours", "16")
    terminal.wait_for(UNKNOWN)
    terminal.answer(ASKED, "ana")
    terminal.answer("Add ana@home.example to ana's `email` in okr.yaml", "")
    terminal.wait_for("ana@home.example is ana's from now on, in okr.yaml.")

    assert terminal.end() == 0, terminal.text
    assert only_checkin(unknown).by == "ana"
    assert load_plan(unknown).settings.people["ana"].email == (
        "ana@example.com",
        "ana@home.example",
    )
    subjects = git(unknown, "log", "--format=%s", "-2").splitlines()
    assert subjects == ["Check in: hours 16 (-1.5)", "Add address: ana"]
    assert git(unknown, "show", "--format=", "--name-only", "HEAD~1") == "okr.yaml"
    assert talk(unknown, "checkin", "hours", "15").end() == 0  # without being asked again


@pytest.mark.parametrize(
    "arguments",
    [
        ("kpi", "record", "nps", "50"),
        ("kpi", "import", "--all"),
        ("approve", "cx-leader"),
        ("checkin", "hours"),
    ],
)
def test_every_command_that_needs_to_know_asks(
    talk: Talk, unknown: Path, arguments: tuple[str, ...]
) -> None:
    if "--all" in arguments:
        kpi = unknown / "kpis/nps.yaml"
        kpi.write_text(f"{kpi.read_text()}source: {{file: data.csv}}\n")
        (unknown / "data.csv").write_text("date,value\n2026-11-20,51\n")
    terminal = talk(unknown, *arguments)
    terminal.answer(ASKED, "ana")
    terminal.answer("Add ana@home.example to ana's `email`", "n")
    if arguments[0] == "checkin":
        terminal.answer("Value now", "16")
        terminal.answer("Record this as ana", "")

    assert terminal.end() == 0, terminal.text
    assert (unknown / "okr.yaml").read_text() == SETTINGS


@pytest.mark.parametrize("arguments", [("--no-input",), ()])
def test_nobody_is_asked_where_nobody_answers(
    okr: Okr, talk: Talk, unknown: Path, arguments: tuple[str, ...]
) -> None:
    before = photograph(unknown)
    if arguments:
        terminal = talk(unknown, "checkin", "hours", "16", *arguments)
        assert (terminal.end(), UNKNOWN in terminal.text) == (2, True)
    else:
        ran = okr("checkin", "hours", "16")
        assert (ran.code, UNKNOWN in ran.err) == (2, True)
    assert photograph(unknown) == before


def test_who_is_none_of_the_people_records_nothing(talk: Talk, unknown: Path) -> None:
    before = photograph(unknown)
    terminal = talk(unknown, "checkin", "hours", "16")
    terminal.answer(ASKED, "eva")
    terminal.wait_for("'eva' is not one of ana, pavel.")
    terminal.answer(ASKED, "")

    assert terminal.end() == 2
    assert photograph(unknown) == before


@pytest.mark.parametrize("prompt", [ASKED, "Add ana@home.example"])
def test_interruption_changes_nothing(talk: Talk, unknown: Path, prompt: str) -> None:
    before = photograph(unknown)
    terminal = talk(unknown, "checkin", "hours", "16")
    if prompt != ASKED:
        terminal.answer(ASKED, "ana")
    terminal.interrupt(prompt)

    assert terminal.end() == 130
    assert photograph(unknown) == before


def test_value_is_recorded_where_the_address_cannot_be(talk: Talk, unknown: Path) -> None:
    (unknown / "okr.yaml").write_text(f"{SETTINGS}checkin: {{cadence: monthly}}\n")
    git(unknown, "add", "okr.yaml")
    (unknown / "okr.yaml").write_text(f"{SETTINGS}checkin: {{cadence: weekly}}\n")
    terminal = talk(unknown, "checkin", "hours", "16")
    terminal.answer(ASKED, "ana")
    terminal.answer("Add ana@home.example", "")
    terminal.wait_for("ana is not remembered.")

    assert terminal.end() == 0, terminal.text
    assert len(new_checkins(unknown)) == 1
    assert "home.example" not in (unknown / "okr.yaml").read_text()


def test_address_of_two_people_is_asked_about_and_not_added(talk: Talk, unknown: Path) -> None:
    both = SETTINGS.replace("name: Pavel,", "name: Pavel, email: ana@home.example,").replace(
        "ana@example.com", "ana@home.example"
    )
    (unknown / "okr.yaml").write_text(both)
    terminal = talk(unknown, "checkin", "hours", "16")
    terminal.answer(ASKED, "ana")

    assert terminal.end() == 0, terminal.text
    assert only_checkin(unknown).by == "ana"
    assert (unknown / "okr.yaml").read_text() == both
