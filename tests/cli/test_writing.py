"""The options of every command that writes: a dry run, and JSON for programs."""

import json
from collections.abc import Mapping
from pathlib import Path

import pytest

from okrcli.cli.commands import COMMANDS
from okrcli.cli.start.lazy import load
from tests.cli.workspaces import FILES, okr, write
from tests.repositories import git, make_repository

WRITING: Mapping[str, tuple[str, ...]] = {
    "init": ("init",),
    "schema": ("schema",),
    "new objective": ("new", "objective", "Customers stay", "--why", "They like us."),
    "new kr": ("new", "kr", "cx-leader", "Raise renewals from 70 to 80 %"),
    "new kpi": ("new", "kpi", "effort", "--why", "It tells.", "--direction", "up", "--draft"),
    "checkin": ("checkin", "cx-leader/hours", "16", "--by", "ana"),
    "approve": ("approve", "cx-leader", "--as", "ana"),
    "kpi record": ("kpi", "record", "nps", "49", "--by", "ana"),
    "kpi import": ("kpi", "import", "readings.csv", "--by", "ana"),
    "kpi survey": ("kpi", "survey", "nps", "answers.csv", "--column", "score", "--by", "ana"),
    "improve open": (
        *("improve", "open", "nps", "--cause", "training", "--why", "New people.", "--goal", "50"),
        *("--by", "2026-12-31", "--action", "Pair up; ana; 2026-12-01"),
    ),
}
"""What each command can be typed with in the workspace below; its files are there."""

INPUTS = {
    "readings.csv": "kpi,date,value\nnps,2026-11-19,48\n",
    "answers.csv": "score\n10\n9\n7\n",
}


@pytest.fixture
def root(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    surveyed = {"kpis/nps.yaml": f"{FILES['kpis/nps.yaml']}survey: {{type: nps}}\n"}
    root = write(make_repository(tmp_path / "acme"), FILES | INPUTS | surveyed)
    git(root, "add", ".")
    git(root, "commit", "--quiet", "--message", "Set up")
    monkeypatch.chdir(root)
    return root


def _json_option(name: str) -> str:
    return "--output-format" if name in {"kpi import", "kpi survey"} else "--format"


def test_every_command_that_commits_can_be_tried_and_read_by_programs() -> None:
    found = {}
    for name, entry in COMMANDS.items():
        command = load(entry)
        inner = getattr(command, "entries", {})
        for full, each in {f"{name} {k}": load(v) for k, v in inner.items()}.items() or (
            (name, command),
        ):
            options = {option for parameter in each.params for option in parameter.opts}
            if "--no-commit" in options:
                found[full] = {"--dry-run", _json_option(full)} <= options
    assert set(found) >= set(WRITING)
    assert all(found.values()), found


@pytest.mark.parametrize("name", WRITING)
def test_dry_run_writes_nothing(name: str, root: Path, capsys: pytest.CaptureFixture[str]) -> None:
    head = git(root, "rev-parse", "HEAD")
    ran = okr(capsys, *WRITING[name], "--dry-run")
    assert (ran.code, "Nothing was written." in ran.out) == (0, True), ran
    assert git(root, "rev-parse", "HEAD") == head
    assert git(root, "status", "--porcelain") == ""


@pytest.mark.parametrize("name", WRITING)
def test_programs_are_told_what_was_written(
    name: str, root: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    planned = json.loads(okr(capsys, *WRITING[name], "--dry-run", _json_option(name), "json").out)
    ran = okr(capsys, *WRITING[name], _json_option(name), "json")
    told = json.loads(ran.out)

    assert ran.code == 0, ran.err
    assert (planned["dry_run"], planned["commit"]) == (True, None)
    assert told["schema"] == "okrcli.change/1"
    assert told["commit"] == git(root, "rev-parse", "HEAD")
    assert told["message"].splitlines()[0] == git(root, "log", "-1", "--format=%s")
    committed = git(root, "show", "--name-only", "--format=", "HEAD").splitlines()
    assert sorted(file["path"] for file in told["files"]) == sorted(committed)
    kinds = [file["change"] for file in planned["files"]]
    assert kinds == [file["change"] for file in told["files"]]
    assert all(line in ran.err for line in told["remarks"])


def test_dry_run_of_init_makes_no_repository(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    ran = okr(capsys, "init", tmp_path / "new", "--dry-run")
    assert (ran.code, (tmp_path / "new").exists()) == (0, False)


@pytest.mark.usefixtures("root")
def test_dry_run_shows_what_changes_in_a_file(capsys: pytest.CaptureFixture[str]) -> None:
    ran = okr(capsys, *WRITING["approve"], "--dry-run")
    assert "changed objectives/2026-Q4/cx-leader.yaml" in ran.out
    assert "  +  - {who: ana, date: 2026-11-20" in ran.out


@pytest.mark.parametrize("option", ["--no-commit", "--dry-run"])
def test_nothing_is_pushed_that_is_not_committed(
    option: str, root: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert okr(capsys, *WRITING["checkin"], "--push", option).code == 2
    assert git(root, "status", "--porcelain") == ""


@pytest.mark.usefixtures("root")
def test_what_is_refused_is_no_json(capsys: pytest.CaptureFixture[str]) -> None:
    ran = okr(capsys, "checkin", "cx-leader/hours", "many", "--by", "ana", "--format", "json")
    assert (ran.code, ran.out) == (2, "")
