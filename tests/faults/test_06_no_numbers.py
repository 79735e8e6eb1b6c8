"""What is no number is found with its line and column, in a definition and in an entry."""

from pathlib import Path

import pytest

from tests.cli.conftest import Okr
from tests.cli.workspaces import FILES, write
from tests.refused_entries import NEW, with_refused

NO_NUMBERS = ["7" * 5000, "1e400", ".nan", ".inf", "-.inf", "true", '"12"', "1,5", "12 points"]
OBJECTIVE = "objectives/2026-Q4/cx-leader.yaml"


@pytest.mark.parametrize("wrong", NO_NUMBERS)
def test_goalpost_that_is_no_number_is_found_with_its_line_and_column(
    run_okr: Okr, tmp_path: Path, wrong: str
) -> None:
    objective = FILES[OBJECTIVE].replace("baseline: 24", f"baseline: {wrong}")
    write(tmp_path, {**FILES, OBJECTIVE: objective})

    ran = run_okr(tmp_path, "check", "--format", "concise")
    line = FILES[OBJECTIVE][: FILES[OBJECTIVE].index("baseline: 24")].count("\n") + 1
    assert ran.code == 1
    assert f"{OBJECTIVE}:{line}:15: " in ran.out
    assert max(map(len, ran.out.splitlines())) < 400


@pytest.mark.parametrize("wrong", NO_NUMBERS)
def test_value_that_is_no_number_is_found_with_its_line_and_column(
    run_okr: Okr, tmp_path: Path, wrong: str
) -> None:
    write(tmp_path, with_refused(f"readings:\n  - {{kpi: csat, value: {wrong}}}\n"))

    ran = run_okr(tmp_path, "check", "--format", "concise", "--select", "E", "--select", "C702")
    assert ran.code == 1
    (line,) = ran.out.splitlines()
    assert line.startswith(f"{NEW}:5:24: ")
