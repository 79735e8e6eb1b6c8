"""`python -m tests`, the command that runs all of this."""

import pytest

from tests.__main__ import JUDGING, TESTING, main, steps_for


def test_everything_is_judged_before_it_is_tested() -> None:
    assert steps_for([]) == (*JUDGING, TESTING)


def test_quick_run_judges_everything_and_leaves_out_what_is_slow() -> None:
    *judging, testing = steps_for(["--quick", "--cov"])

    assert judging == [*JUDGING]
    assert testing[: len(TESTING)] == TESTING
    assert testing[len(TESTING) :][:2] == ("-m", "not slow")
    assert "--cov" in testing


def test_unknown_argument_is_refused(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["--quick", "--fast"]) == 2
    assert capsys.readouterr().err == "usage: python -m tests [--quick] [--cov]\n"
