import re

import pytest

from okrcli.cli.recorded import MOST_TOLD, tell_doubts
from okrcli.cli.writing import SavingWish
from okrcli.next_step import NextStep, StepKind
from okrcli.views.doubt import Doubt
from tests.cli.conftest import Okr

WISH = SavingWish.of(push=False, no_commit=False, dry_run=False)
DOUBT = "cx-leader/hours: 205 is at least 10 times the last value, 20."


def command_in(text: str) -> list[str]:
    """Return the command that takes a value back, without `okr`."""
    found = re.search(r"If it is wrong, take it back with `okr ([^`]*)`\.", text)
    assert found, text
    return found[1].split()


def test_value_that_looks_wrong_is_recorded_and_said_with_what_takes_it_back(okr: Okr) -> None:
    ran = okr("checkin", "hours", "205")
    assert (ran.code, DOUBT in ran.err) == (0, True), ran.err
    assert DOUBT not in ran.out
    assert "\t205\t" in okr("report", "--format", "plain").out

    assert okr(*command_in(ran.err)).code == 0
    assert "\t17.5\t" in okr("report", "--format", "plain").out


def test_values_of_a_file_and_readings_are_looked_at_too(okr: Okr) -> None:
    ran = okr("checkin", "--from", "-", stdin="key_result,value\nhours,205\n")
    assert (ran.code, DOUBT in ran.err) == (0, True), ran.err
    assert command_in(ran.err)[2] == "2026-Q4/cx-leader/hours"

    ran = okr("kpi", "record", "nps", "-45")
    assert ran.code == 0
    assert "nps: -45 is negative, unlike every earlier value" in ran.err
    assert okr(*command_in(ran.err)).out.startswith("Retracted ")


def test_what_is_not_written_needs_not_be_taken_back(okr: Okr) -> None:
    ran = okr("checkin", "hours", "205", "--dry-run")
    assert DOUBT in ran.err
    assert "okr retract" not in ran.err


def test_value_that_may_be_meant_is_not_talked_about(okr: Okr) -> None:
    assert okr("checkin", "hours", "17").err == ""


def test_of_many_doubts_only_the_first_are_told(capsys: pytest.CaptureFixture[str]) -> None:
    step = NextStep(StepKind.CORRECT_VALUE, "nps", "2026-11-20")
    tell_doubts([Doubt(f"{number} is odd.", step) for number in range(MOST_TOLD + 2)], WISH)

    lines = capsys.readouterr().err.splitlines()
    assert len(lines) == MOST_TOLD + 1
    assert lines[-1] == "2 more values look wrong in the same way."
