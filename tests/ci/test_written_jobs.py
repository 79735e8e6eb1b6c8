"""The jobs that `okr init --ci` writes, run by hand on a pull request in a real repository."""

import json
from pathlib import Path
from typing import Any, get_args

import jsonschema
import pytest
import yaml

from okrcli.actions.init.ci_files import ci_files
from okrcli.choices import CiServer
from okrcli.cli.app import run
from tests.ci.jobs import Runner, annotations, line_of, loaded, pull_request, split_steps
from tests.cli.processes import PROJECT
from tests.cli.workspaces import FILES, KPI, OBJECTIVE, TODAY, Ran, write
from tests.repositories import git

pytestmark = pytest.mark.slow

REQUIREMENT = "okrcli==1.0"
FOLDERS = (".", "teams/our support: 'a'")
in_any_folder = pytest.mark.parametrize("folder", FOLDERS)

BROKEN = {
    "kpis/nps.yaml": KPI.replace("owner: ana", "owner: anna"),
    "objectives/2026-Q4/cx-leader.yaml": OBJECTIVE.replace("target: 12", "target: twelve"),
}
FLAWS = {"kpis/nps.yaml": "anna", "objectives/2026-Q4/cx-leader.yaml": "twelve"}
"""What stands in the line of each broken file that is to be annotated."""

GOOD = {"kpis/effort.yaml": KPI.replace("Net Promoter Score", "Customer effort")}


def set_up(repository: Path, folder: str, server: str) -> None:
    write(repository / folder, FILES)
    root = str(repository / folder)
    install = ("--ci", server, "--install", REQUIREMENT)
    assert run(["init", root, *install, "--no-commit", "--today", TODAY]) == 0
    git(repository, "add", ".")
    git(repository, "commit", "--quiet", "--message", "Set up OKRs")


def below(folder: str, files: dict[str, str]) -> dict[str, str]:
    return {name_in(folder, name): text for name, text in files.items()}


def name_in(folder: str, name: str) -> str:
    return name if folder == "." else f"{folder}/{name}"


def run_github(runner: Runner) -> Ran:
    [file] = (runner.clone / ".github/workflows").iterdir()
    job = loaded(file)["jobs"]["check"]
    _, installs, steps = split_steps(job["steps"])
    assert installs == [f"python -I -m pip install --quiet {REQUIREMENT}"]
    return runner.run(steps, job["defaults"]["run"]["working-directory"])


def gitlab_job(runner: Runner) -> Any:
    [file] = runner.clone.glob(".gitlab-ci.okr*.yml")
    [job] = loaded(file).values()
    return job


def run_gitlab(runner: Runner, **variables: str) -> Ran:
    install, *script = gitlab_job(runner)["script"]
    assert install == f"python -I -m pip install --quiet {REQUIREMENT}"
    unset = {"CI_MERGE_REQUEST_DIFF_BASE_SHA": ""}
    return runner.bash("\n".join(script), variables={**unset, **variables})


@in_any_folder
def test_github_job_fails_a_pull_request_at_the_broken_lines(repository: Path, folder: str) -> None:
    set_up(repository, folder, "github")
    runner = pull_request(repository, below(folder, BROKEN))

    ran = run_github(runner)
    assert ran.code == 1
    found = annotations(ran.out.replace("%3A", ":"))
    assert [each for each in found if each[0] == "error"] == [
        ("error", name_in(folder, name), line_of(BROKEN[name], part))
        for name, part in FLAWS.items()
    ]
    assert "### okr check: 2 errors" in runner.summary.read_text(encoding="utf-8")


def test_github_job_passes_a_good_pull_request(repository: Path) -> None:
    set_up(repository, ".", "github")
    runner = pull_request(repository, GOOD)

    ran = run_github(runner)
    assert ran.code == 0, ran.out
    assert not [each for each in annotations(ran.out) if each[0] == "error"]
    assert "### okr check: " in runner.summary.read_text(encoding="utf-8")


def test_jobs_tell_what_a_pull_request_moves(repository: Path) -> None:
    set_up(repository, ".", "github")
    path = "objectives/2026-Q4/cx-leader.yaml"
    runner = pull_request(repository, {path: OBJECTIVE.replace("target: 12", "target: 14")})
    [file] = (runner.clone / ".github/workflows").iterdir()
    [moved] = [s["run"] for s in loaded(file)["jobs"]["check"]["steps"] if "if" in s]
    git(runner.clone, "update-ref", "refs/remotes/origin/base", "HEAD~1")
    summary = {"GITHUB_STEP_SUMMARY": str(runner.summary)}

    assert runner.bash(moved, variables={"GITHUB_BASE_REF": "base", **summary}).code == 0
    told = runner.summary.read_text(encoding="utf-8")
    assert told.startswith("### Acme Support: 2026-Q4 as of ")
    assert "▲ target 12 → 14, without an amendment" in told
    assert runner.bash(moved, variables={"GITHUB_BASE_REF": "gone", **summary}).code == 0


def test_github_job_reads_no_more_than_it_needs() -> None:
    workflow = yaml.safe_load(ci_files("github", ".", None)[".github/workflows/okr.yml"])
    checkout = workflow["jobs"]["check"]["steps"][0]

    assert workflow["permissions"] == {"contents": "read"}
    assert checkout["with"] == {"fetch-depth": 0, "persist-credentials": False}


@in_any_folder
def test_gitlab_job_fails_a_merge_request_with_a_report(repository: Path, folder: str) -> None:
    set_up(repository, folder, "gitlab")
    runner = pull_request(repository, below(folder, BROKEN))

    ran = run_gitlab(runner)
    assert ran.code == 1
    assert "E00" in ran.out
    places = {
        (each["location"]["path"], each["location"]["lines"]["begin"])
        for each in reported(runner)
        if each["severity"] == "major"
    }
    assert places == {
        (name_in(folder, name), line_of(BROKEN[name], part)) for name, part in FLAWS.items()
    }


def test_gitlab_job_passes_a_good_merge_request(repository: Path) -> None:
    set_up(repository, ".", "gitlab")
    runner = pull_request(repository, GOOD)

    assert run_gitlab(runner).code == 0
    assert reported(runner)


def reported(runner: Runner) -> Any:
    """Return the report that the job hands to GitLab, which is as GitLab wants it."""
    job = gitlab_job(runner)
    assert job["artifacts"]["when"] == "always"
    report = json.loads((runner.clone / job["artifacts"]["reports"]["codequality"]).read_text())
    schema = (PROJECT / "tests/schemas/gitlab-code-quality.json").read_text()
    jsonschema.validate(report, json.loads(schema))
    return report


@pytest.mark.parametrize("server", get_args(CiServer))
def test_job_fails_with_the_line_to_change_when_nobody_knows_where_okr_is(
    tmp_path: Path, server: CiServer
) -> None:
    *_, job = (yaml.safe_load(each) for each in ci_files(server, ".", None).values())
    written = b"".join(ci_files(server, ".", None).values()).decode()
    line = "echo 'This job does not know where to get okr from.' && exit 1"

    assert "# CHANGE THE NEXT LINE" in written.partition(line)[0].splitlines()[-3]
    assert job
    ran = Runner(tmp_path).bash(line)
    assert ran.code == 1
    assert ran.out == "This job does not know where to get okr from.\n"
