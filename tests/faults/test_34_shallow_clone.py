"""A shallow clone: what can be judged is judged, and what was asked for by name is not left out."""

from pathlib import Path

import pytest

from tests.cli.conftest import Okr
from tests.cli.workspaces import FILES, write
from tests.repositories import git


@pytest.fixture
def shallow(root: Path, tmp_path: Path) -> Path:
    """Return a clone with the latest two commits."""
    for number in range(2):
        write(root, {"kpis/nps.yaml": f"{FILES['kpis/nps.yaml']}# {number}\n"})
        git(root, "commit", "--quiet", "--all", "--message", "Change it")
    git(tmp_path, "clone", "--quiet", "--depth=2", f"file://{root}", "shallow")
    return tmp_path / "shallow"


def test_plain_check_leaves_history_out_with_one_note(run_okr: Okr, shallow: Path) -> None:
    ran = run_okr(shallow, "check")

    assert ran.code == 0
    assert ran.err.count("fetch-depth: 0") == 1
    assert len(ran.err.splitlines()) == 2


def test_plain_check_finds_what_it_can_find(run_okr: Okr, shallow: Path) -> None:
    write(shallow, {"kpis/nps.yaml": "title: [\n"})

    assert run_okr(shallow, "check").code == 1


ASKED = [
    ["--select", "H"],
    ["--select", "H801"],
    ["--select", "E", "--select", "silent-goalpost"],
    ["--against", "HEAD"],
    ["--against", "HEAD~1"],
    ["--against", "HEAD~2"],
    ["--against", "HEAD", "--select", "E"],
    ["--since", "HEAD"],
    ["--since", "HEAD~1"],
    ["--since", "HEAD~2"],
    ["--exit-zero", "--against", "HEAD"],
]


def test_what_was_asked_for_is_refused_with_the_way_out(run_okr: Okr, shallow: Path) -> None:
    for arguments in ASKED:
        ran = run_okr(shallow, "check", *arguments)
        assert (ran.code, ran.out) == (3, ""), arguments
        assert "`fetch-depth: 0` in CI, or `git fetch --unshallow`" in ran.err


def test_report_of_a_past_day_says_that_goalposts_may_have_moved(
    run_okr: Okr, shallow: Path
) -> None:
    ran = run_okr(shallow, "report", "--as-of", "2020-01-01")

    assert ran.code == 0
    said = "Goalposts that have moved since 2020-01-01 without an amendment count as they are now."
    assert said in ran.err
    assert "shallow" not in run_okr(shallow, "report").err


@pytest.mark.parametrize("command", [["kpi", "alerts"], ["review", "--owner", "ana"]])
def test_what_judges_earlier_days_says_that_goalposts_may_have_moved(
    run_okr: Okr, shallow: Path, command: list[str]
) -> None:
    ran = run_okr(shallow, *command)

    assert ran.out
    assert ran.err.count("without an amendment count as they are now. This clone is shallow") == 1
