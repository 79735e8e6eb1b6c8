import pytest

from okrcli.cli.recorded import MOST_TOLD, tell_doubts
from okrcli.next_step import NextStep, StepKind
from okrcli.views.doubt import Doubt
from tests.cli.conftest import Okr

CORRECTING = (
    "cx-leader/hours: 175 is at least 10 times the last value, 17.5. If it is wrong,"
    " correct it with `okr checkin 2026-Q4/cx-leader/hours VALUE --date 2026-11-20`."
)


def test_value_that_looks_wrong_is_recorded_and_said_with_what_takes_it_back(okr: Okr) -> None:
    ran = okr("checkin", "hours", "175")
    assert (ran.code, CORRECTING in ran.err) == (0, True), ran.err
    assert CORRECTING not in ran.out

    ran = okr("checkin", "2026-Q4/cx-leader/hours", "17", "--date", "2026-11-20")
    assert ran.code == 0
    assert "\t17\t" in okr("report", "--format", "plain").out


def test_values_of_a_file_and_readings_are_looked_at_too(okr: Okr) -> None:
    ran = okr("checkin", "--from", "-", stdin="key_result,value\nhours,175\n")
    assert (ran.code, CORRECTING in ran.err) == (0, True), ran.err

    ran = okr("kpi", "record", "nps", "-45")
    assert ran.code == 0
    assert "nps: -45 is negative, unlike every earlier value" in ran.err


def test_value_that_may_be_meant_is_not_talked_about(okr: Okr) -> None:
    assert okr("checkin", "hours", "17").err == ""


def test_of_many_doubts_only_the_first_are_told(capsys: pytest.CaptureFixture[str]) -> None:
    step = NextStep(StepKind.CORRECT_VALUE, "nps", "2026-11-20")
    tell_doubts([Doubt(f"{number} is odd.", step) for number in range(MOST_TOLD + 2)])

    lines = capsys.readouterr().err.splitlines()
    assert len(lines) == MOST_TOLD + 1
    assert lines[-1] == "2 more values look wrong in the same way."
