"""What a check-in at a terminal asks for, and what becomes of the answers."""

from pathlib import Path

import pytest

from tests.cli.checkin.test_app import new_checkins, only_checkin
from tests.cli.conftest import Okr, Talk
from tests.cli.workspaces import FILES, write
from tests.repositories import make_hook, photograph


@pytest.mark.parametrize("answer", ["n", "no"])
@pytest.mark.parametrize("options", [("hours",), ("cx-leader", "--note", "counted again")])
def test_nothing_is_recorded_when_the_summary_is_refused(
    talk: Talk, due: Path, answer: str, options: tuple[str, ...]
) -> None:
    before = photograph(due)
    terminal = talk(due, "checkin", *options)
    for _ in range(1 if options == ("hours",) else 3):
        terminal.answer("; note [Enter", "")
    terminal.answer("Record this", answer)

    assert terminal.end() == 0
    assert "Nothing was recorded." in terminal.text
    assert photograph(due) == before
    assert talk_is_new(talk, due)


def talk_is_new(talk: Talk, folder: Path) -> bool:
    """Return whether the next walk has nothing to go on with."""
    terminal = talk(folder, "checkin", "csat")
    terminal.answer("[Enter skips]", "s")
    return terminal.end() == 0 and "is unfinished" not in terminal.text


def test_nothing_is_recorded_where_all_is_skipped(talk: Talk, due: Path) -> None:
    terminal = talk(due, "checkin", "hours")
    terminal.answer("Value now", "s")

    assert terminal.end() == 0
    assert "Nothing was recorded." in terminal.text
    assert new_checkins(due) == []


def test_objective_s_reference_asks_for_all_its_key_results(talk: Talk, due: Path) -> None:
    terminal = talk(due, "checkin", "cx-leader", "--confidence", "4")
    terminal.answer("[1/3]", "s")
    terminal.answer("[2/3]", "12")
    terminal.answer("[Enter records only confidence 4]", "s")
    terminal.answer("Record this", "")

    assert terminal.end() == 0
    assert only_checkin(due).key_results[0].confidence == 4


def test_nothing_due_says_who_is_asked(talk: Talk, due: Path) -> None:
    terminal = talk(due, "checkin", "--by", "pavel")
    assert terminal.end() == 0
    assert "belongs to pavel" in terminal.text
    assert new_checkins(due) == []


def test_no_input_never_asks(talk: Talk, due: Path) -> None:
    terminal = talk(due, "checkin", "--no-input")

    assert terminal.end() == 2


def test_next_day_is_named_where_nothing_is_due_yet(talk: Talk, root: Path) -> None:
    terminal = talk(root, "checkin", "--by", "pavel")

    assert terminal.end() == 0
    assert "Nothing is due for pavel until 2026-11-27. `okr checkin REF` prompts" in terminal.text
    assert terminal.text.endswith("Nothing was recorded.\n")


def test_workspace_without_an_objective_says_what_to_do_first(talk: Talk, tmp_path: Path) -> None:
    root = write(tmp_path, {"okr.yaml": FILES["okr.yaml"]})
    terminal = talk(root, "checkin", "--by", "ana")

    assert terminal.end() == 3
    assert "There are no objectives yet." in terminal.text
    assert "okr new objective" in terminal.text


def test_nothing_is_asked_where_nobody_is_there(okr: Okr, root: Path) -> None:
    before = photograph(root)
    ran = okr("checkin")

    assert (ran.code, ran.out) == (2, "")
    assert "There is nothing to record, and no terminal to ask at." in ran.err
    assert photograph(root) == before


def test_answers_are_not_offered_again_where_they_are_written_and_the_commit_is_refused(
    talk: Talk, due: Path
) -> None:
    make_hook(due, "commit-msg", "exit 1")
    terminal = talk(due, "checkin", "hours")
    terminal.answer("Value now", "12")
    terminal.answer("Record this", "")

    assert terminal.end() == 3
    assert len(new_checkins(due)) == 1
    assert talk_is_new(talk, due)
