import subprocess
import sys
from pathlib import Path

import pytest

from tests.cli.conftest import Complete, variables_for
from tests.cli.processes import environment
from tests.cli.workspaces import FILES, write


@pytest.fixture
def acme(tmp_path: Path) -> Path:
    return write(tmp_path / "acme", FILES)


@pytest.mark.parametrize(
    ("line", "offered"),
    [
        ("okr che", ["checkin", "check"]),
        ("okr rule M20", [f"M20{number}" for number in range(1, 10)]),
        ("okr check --ignore no-b", ["no-baseline"]),
        ("okr checkin cx", ["cx-leader/hours", "cx-leader/nps", "cx-leader/training"]),
        ("okr checkin cs", ["csat"]),
        ("okr checkin 2026-Q4/cx-leader/n", ["2026-Q4/cx-leader/nps"]),
        ("okr checkin cx-leader/hours 5 n", ["nps"]),
        ("okr checkin --by p", ["pavel"]),
        ("okr show cx-leader/t", ["cx-leader/training"]),
        ("okr report --team s", ["sales", "support"]),
        ("okr report --owner a", ["ana"]),
        ("okr report --cycle 2", ["2026-Q4"]),
        ("okr new kr cx", ["cx-leader"]),
        ("okr new kr cx-leader --kpi ", ["csat", "nps"]),
        ("okr init --example cr", ["crm"]),
        ("okr kpi catalog win", ["win_rate", "win_rate_created"]),
        ("okr new kpi --from ces", ["ces", "ces_2"]),
        ("okr new kpi --from catalog:cl", ["catalog:clv", "catalog:clv_per_cac"]),
        ("okr checkin zzz", []),
    ],
)
def test_shell_is_offered_the_ids_that_fit(
    complete: Complete, acme: Path, line: str, offered: list[str]
) -> None:
    assert complete(line, acme) == offered


def test_shell_is_offered_the_ids_of_another_root(
    complete: Complete, acme: Path, tmp_path: Path
) -> None:
    assert complete(f"okr checkin --root {acme} cs", tmp_path) == ["csat"]


@pytest.mark.parametrize("text", [None, "version: 99\n", "[\n"])
def test_completion_is_silent_where_there_is_no_workspace_to_read(
    complete: Complete, tmp_path: Path, text: str | None
) -> None:
    if text is not None:
        (tmp_path / "okr.yaml").write_text(text)

    assert complete("okr checkin c", tmp_path) == []


def test_program_itself_completes_and_says_nothing_else(acme: Path) -> None:
    ran = subprocess.run(
        [sys.executable, "-m", "okrcli"],
        cwd=acme,
        env={**environment(), **variables_for("okr checkin cs")},
        capture_output=True,
        text=True,
        check=False,
    )
    assert (ran.stdout.split(), ran.stderr) == (["csat"], "")


def test_completion_can_be_installed(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("HOME", str(tmp_path))
    monkeypatch.setenv("_TYPER_COMPLETE_TEST_DISABLE_SHELL_DETECTION", "1")
    ran = subprocess.run(
        [sys.executable, "-m", "okrcli", "--install-completion", "bash"],
        env=environment(),
        capture_output=True,
        text=True,
        check=False,
    )

    assert ran.returncode == 0, ran.stderr
    script = next(iter((tmp_path / ".bash_completions").iterdir()))
    assert "_OKR_COMPLETE" in script.read_text()
    assert script.name == "okr.sh"
