"""`okr improve` asks for what the command line leaves out."""

from datetime import date
from decimal import Decimal
from pathlib import Path

from tests.cli.conftest import Talk
from tests.cli.improve.plans import (
    FILE,
    WHOLE,
    improvement,
    message,
)
from tests.cli.processes import Terminal
from tests.repositories import photograph


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
