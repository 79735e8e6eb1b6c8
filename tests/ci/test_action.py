"""The composite GitHub action, its steps run by hand."""

from collections.abc import Callable, Mapping
from pathlib import Path
from typing import Any

import pytest

from tests.ci.jobs import ACTION, Runner, annotations, line_of, loaded, split_steps
from tests.cli.processes import PROJECT
from tests.cli.workspaces import FILES, KPI, Ran, write
from tests.repositories import git, make_repository

pytestmark = pytest.mark.slow

BROKEN = KPI.replace("title:", "titel:")

# Stands for Python: `-I -m venv` makes the same of itself, `-I -m pip` says what it is to install.
PYTHON = """\
#!/bin/sh
case $3 in
  venv) mkdir -p "$4/bin" "$4/Scripts" && cp "$0" "$4/bin/python" && cp "$0" "$4/Scripts/python" ;;
  pip) for last; do :; done; echo "$last" ;;
esac
"""

Check = Callable[..., Ran]


@pytest.fixture
def action() -> Any:
    return loaded(ACTION)


@pytest.fixture
def clone(tmp_path: Path) -> Path:
    folder = make_repository(tmp_path / "clone")
    write(folder / "teams/our support", FILES)
    git(folder, "add", ".")
    git(folder, "commit", "--quiet", "--message", "Set up OKRs")
    return folder


@pytest.fixture
def check(action: Any, clone: Path) -> Check:
    """Return what runs the last step, with the action's defaults where no input is given."""
    *_, (step,) = split_steps(action["runs"]["steps"])

    def run_with(**given: str) -> Ran:
        values = {**inputs(action), **given}
        expressions = {f"inputs.{name}": value for name, value in values.items()}
        program = {"steps.install.outputs.okr": "okr"}
        return Runner(clone, {**expressions, **program}).run([step])

    return run_with


def inputs(action: Any) -> Mapping[str, str]:
    return {name: each["default"] for name, each in action["inputs"].items()}


def install(action: Any, folder: Path, version: str, system: str = "Linux") -> tuple[str, str]:
    """Return what the action installs, and the program that it then runs."""
    python = folder / "python"
    python.write_text(PYTHON, encoding="utf-8")
    python.chmod(0o755)
    expressions = {"steps.python.outputs.python-path": str(python), "inputs.version": version}
    runner = Runner(write(folder / "clone", {"a": ""}), expressions)
    step = next(each for each in action["runs"]["steps"] if each.get("id") == "install")
    ran = runner.run([{**step, "env": {**step["env"], "RUNNER_OS": system}}])
    assert ran.code == 0, ran.err
    return ran.out.rstrip("\n"), runner.outputs.read_text().rstrip("\n")


def test_action_fails_at_the_broken_line(check: Check, clone: Path) -> None:
    write(clone / "teams/our support", {"kpis/nps.yaml": BROKEN})

    ran = check(path="teams/our support")
    assert ran.code == 1
    line = line_of(BROKEN, "titel")
    assert ("error", "teams/our support/kpis/nps.yaml", line) in annotations(ran.out)
    assert "E002 schema" in Runner(clone).summary.read_text(encoding="utf-8")


def test_action_passes_a_good_workspace(check: Check, clone: Path) -> None:
    assert check(path="teams/our support").code == 0
    assert "### okr check: " in Runner(clone).summary.read_text(encoding="utf-8")


def test_action_hands_on_options_and_no_shell_code(check: Check, clone: Path) -> None:
    write(clone / "teams/our support", {"kpis/nps.yaml": BROKEN})
    name = "$(touch$IFS'x')*.txt"
    write(clone, {f"github={name.replace('*', '-matched-by-a-glob')}": ""})

    ran = check(
        path="teams/our support",
        format="concise",
        args=f"--exit-zero --select E\n--output github={name}",
    )
    assert ran.code == 0, ran.err
    assert "::" not in ran.out
    assert (clone / name).read_text(encoding="utf-8").startswith("::error")
    assert not (clone / "x").exists()


def test_action_without_a_workspace_says_so(check: Check) -> None:
    ran = check()

    assert ran.code == 3
    assert "There is no okr.yaml" in ran.err


def test_action_installs_the_okr_that_it_is_part_of(action: Any, tmp_path: Path) -> None:
    source, output = install(action, tmp_path, inputs(action)["version"])

    assert Path(source).resolve() == PROJECT
    assert (PROJECT / "pyproject.toml").is_file()
    assert output == f"okr={tmp_path}/okr-check/bin/okr"


def test_action_installs_the_version_that_is_asked_for(action: Any, tmp_path: Path) -> None:
    assert install(action, tmp_path, "0.1.0")[0] == "okrcli==0.1.0"


def test_action_finds_its_program_on_windows(action: Any, tmp_path: Path) -> None:
    _, output = install(action, tmp_path, "", "Windows")

    assert output == f"okr={tmp_path}/okr-check/Scripts/okr"
