from datetime import date
from pathlib import Path

import pytest

from okrcli.cli.options import Invocation
from okrcli.cli.options.shared import as_of_day, require_values
from okrcli.errors import UsageError

TODAY = date(2026, 11, 20)
CALLED = Invocation(
    folder=Path(),
    stated_day=TODAY,
    interactive=False,
    colour=False,
    ascii=False,
    width=None,
)


def test_report_is_of_today_unless_another_day_is_said() -> None:
    assert as_of_day(CALLED, None) == TODAY
    assert as_of_day(CALLED, "2026-10-01") == date(2026, 10, 1)
    with pytest.raises(UsageError, match=r"^--as-of: 'soon' is not a date"):
        as_of_day(CALLED, "soon")


def test_day_that_has_not_come_is_told(capsys: pytest.CaptureFixture[str]) -> None:
    for day, said in (("2026-11-20", ""), ("2026-11-21", "2026-11-21 has not come yet")):
        as_of_day(CALLED, day)
        assert capsys.readouterr().err.partition(":")[0] == said


@pytest.mark.parametrize("text", ["--confidnce", "-x", "-x5"])
def test_option_that_there_is_not_is_no_value(text: str) -> None:
    with pytest.raises(UsageError, match=f"There is no option '{text}'") as caught:
        require_values("checkin", "nps", text)

    assert caught.value.hints == ("`okr checkin --help` lists them.",)


def test_negative_number_is_a_value() -> None:
    require_values("checkin", "nps", "-5", "-.5", "- 5", "-")
