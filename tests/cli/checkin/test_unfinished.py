"""Check-ins that were interrupted, and how they go on."""

from pathlib import Path

import pytest

from tests.cli.checkin.test_app import new_checkins, only_checkin
from tests.cli.conftest import Okr, Talk
from tests.repositories import make_hook, photograph

OFFER = (
    "The check-in of 2026-11-20 is unfinished, with 1 answer. Continue it (y) or discard it (n)?"
)


@pytest.fixture
def state(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Return the folder in which programs remember things for the user."""
    monkeypatch.setenv("XDG_STATE_HOME", str(tmp_path / "state"))
    return tmp_path / "state"


def interrupted(talk: Talk, folder: Path, value: str = "47") -> str:
    terminal = talk(folder, "checkin", "cx-leader")
    terminal.answer("[1/3]", value)
    terminal.interrupt("[2/3]")
    assert terminal.end() == 130
    return terminal.text


def files_in(state: Path) -> list[str]:
    return [each.suffix for each in state.rglob("*") if each.is_file()]


@pytest.mark.usefixtures("state")
def test_what_was_typed_is_kept_outside_the_workspace_and_said(talk: Talk, due: Path) -> None:
    before = photograph(due)
    text = interrupted(talk, due)

    assert "1 answer saved; the next `okr checkin` offers to continue." in text
    assert photograph(due) == before


def test_what_was_kept_is_gone_on_with_and_forgotten_once_it_is_recorded(
    talk: Talk, due: Path, state: Path
) -> None:
    interrupted(talk, due, "47; 7; second wave")
    assert files_in(state) == [".json"]
    terminal = talk(due, "checkin", "cx-leader")
    terminal.answer(OFFER, "")
    terminal.answer("[2/3]", "s")
    terminal.answer("[3/3]", "s")
    terminal.answer("Record this", "")

    assert terminal.end() == 0, terminal.text
    found = only_checkin(due)
    assert [str(each.value) for each in found.readings] == ["47"]
    assert [(each.confidence, each.note) for each in found.key_results] == [(7, "second wave")]
    assert files_in(state) == []


def test_what_was_kept_is_forgotten_when_it_is_not_wanted(
    talk: Talk, due: Path, state: Path
) -> None:
    interrupted(talk, due)
    terminal = talk(due, "checkin", "csat")
    terminal.answer(OFFER, "n")
    terminal.answer("[1/1]", "s")

    assert terminal.end() == 0, terminal.text
    assert files_in(state) == []


@pytest.mark.usefixtures("state")
@pytest.mark.parametrize("prompt", ["is unfinished", "[2/3]", "Is that right?", "Record this"])
def test_interruption_at_any_prompt_loses_no_earlier_answer(
    talk: Talk, due: Path, prompt: str
) -> None:
    interrupted(talk, due)
    terminal = talk(due, "checkin", "cx-leader")
    if prompt != "is unfinished":
        terminal.answer("is unfinished", "")
    if prompt == "Is that right?":
        terminal.answer("[2/3]", "200")
    if prompt == "Record this":
        terminal.answer("[2/3]", "s")
        terminal.answer("[3/3]", "s")
    terminal.interrupt(prompt)
    assert terminal.end() == 130

    terminal = talk(due, "checkin", "cx-leader")
    terminal.answer(OFFER, "")
    terminal.answer("[2/3]", "s")
    terminal.answer("[3/3]", "s")
    terminal.answer("Record this", "")
    assert terminal.end() == 0, terminal.text
    assert [str(each.value) for each in only_checkin(due).readings] == ["47"]


@pytest.mark.usefixtures("state")
def test_answer_of_another_day_keeps_its_day(
    talk: Talk, due: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    with monkeypatch.context() as patch:
        patch.setattr("tests.cli.conversation.TODAY", "2026-11-18")
        interrupted(talk, due)
    terminal = talk(due, "checkin", "hours")
    terminal.answer("The check-in of 2026-11-18 is unfinished", "")
    terminal.answer("[1/2]", "18")
    terminal.wait_for("  2  nps 47 points, on 2026-11-18")
    terminal.answer("Record this", "")

    assert terminal.end() == 0, terminal.text
    found = only_checkin(due)
    assert [str(each.date) for each in found.readings] == ["2026-11-18"]
    assert [each.date for each in found.key_results] == [None]


@pytest.mark.usefixtures("state")
def test_what_another_person_typed_is_not_offered(talk: Talk, due: Path) -> None:
    interrupted(talk, due)
    terminal = talk(due, "checkin", "csat", "--by", "pavel")
    terminal.answer("[1/1]", "s")

    assert terminal.end() == 0, terminal.text
    assert "is unfinished" not in terminal.text


@pytest.mark.usefixtures("state")
def test_what_is_not_there_any_more_is_said_and_left_out(talk: Talk, due: Path) -> None:
    interrupted(talk, due)
    objective = due / "objectives/2026-Q4/cx-leader.yaml"
    text = objective.read_text()
    objective.write_text(text.replace("id: nps", "id: promoters"))
    terminal = talk(due, "checkin", "csat")
    terminal.answer(OFFER, "")
    terminal.wait_for("2026-Q4/cx-leader/nps 47 can no longer be recorded.")
    terminal.answer("[1/1]", "s")

    assert terminal.end() == 0, terminal.text


def test_refused_commit_leaves_the_answers_in_one_place_alone(
    talk: Talk, due: Path, state: Path
) -> None:
    make_hook(due, "pre-commit", "exit 1")
    terminal = talk(due, "checkin", "hours")
    terminal.answer("[1/1]", "18")
    terminal.answer("Record this", "")

    assert terminal.end() == 3
    assert len(new_checkins(due)) == 1  # the file stays, and is named
    assert files_in(state) == []


def test_answers_are_kept_where_nothing_could_be_written(
    talk: Talk, due: Path, state: Path
) -> None:
    terminal = talk(due, "checkin", "hours")
    terminal.answer("[1/1]", "18")
    (due / "checkins/2026/11").write_text("in the way")
    terminal.answer("Record this", "")

    assert terminal.end() == 3, terminal.text
    assert new_checkins(due) == []
    assert files_in(state) == [".json"]


def test_walk_works_where_nothing_can_be_kept(
    talk: Talk, due: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("XDG_STATE_HOME", str(due / "okr.yaml"))  # which is no folder
    terminal = talk(due, "checkin", "hours")
    terminal.answer("[1/1]", "18")
    terminal.answer("Record this", "")

    assert terminal.end() == 0, terminal.text
    assert "saved" not in interrupted(talk, due)


@pytest.mark.usefixtures("state")
def test_values_on_the_command_line_leave_what_was_kept_alone(
    talk: Talk, run_okr: Okr, due: Path
) -> None:
    interrupted(talk, due)
    assert run_okr(due, "checkin", "hours", "16").code == 0
    terminal = talk(due, "checkin", "csat")
    terminal.answer(OFFER, "n")
    terminal.answer("[1/1]", "s")
    assert terminal.end() == 0
