"""`okr improve close`: how a plan ended, in real repositories."""

from datetime import date
from decimal import Decimal
from pathlib import Path

from tests.cli.conftest import Okr, Talk
from tests.cli.improve.plans import (
    CSAT,
    FILE,
    PLAN,
    WHOLE,
    changed,
    improvement,
    measured,
    message,
    refused,
)
from tests.cli.workspaces import TODAY, write
from tests.repositories import photograph


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

    assert "in 51 days, 10 days after its deadline\n" in ran.out
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


def test_way_to_the_goal_begins_where_the_kpi_stood_when_the_plan_was_opened(okr: Okr) -> None:
    okr("improve", "open", "csat", *WHOLE)
    okr("kpi", "record", "csat", "79.5")  # of the same day
    ran = okr("improve", "close", "csat", "--note", "Half of it helped.")

    assert ran.code == 0, ran.err
    assert "opened at 74 %" in ran.out
    assert "closed at 79.5 %, 50% of the way" in ran.out
