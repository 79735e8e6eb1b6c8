"""No name of a folder, branch or requirement becomes a part of a CI server's job."""

import shlex
from collections.abc import Callable
from pathlib import Path
from typing import Any, get_args

import pytest
import yaml
from hypothesis import example, given
from hypothesis import strategies as st

from okrcli.actions.init.ci_files import ci_files, job_file
from okrcli.actions.init.requirement import stated_requirement
from okrcli.choices import CiServer
from okrcli.cli.app import run
from okrcli.errors import UsageError
from tests.ci.jobs import ACTION, Runner, loaded, pull_request
from tests.cli.workspaces import FILES, OBJECTIVE, TODAY, Ran, write
from tests.repositories import git, make_repository

pytestmark = pytest.mark.slow

REQUIREMENT = "okrcli==1.0"

REFUSED = [
    "teams/${{ github.event.pull_request.title }}",
    "teams/$[[ inputs.title ]]",
    "a\nokr2:\n  script: [id]",
    "a\r  script: [id]",
    "a\x85b",
    "a\u2028b",
    "a\x00b",
    "a\x1b[31mb",
    "a\u202eb",
    "a\udcffb",
    "-rf",
    "--root/x",
]
ODD = [
    "it's: \"quoted\" 'twice'",
    "a'; touch PWNED; '",
    '"; touch PWNED #',
    "$(touch PWNED)/`touch PWNED`",
    "$HOME & | ; > < * ? [a-z] ~",
    "{folder} %s \\n \\",
    "# no comment",
    "a/- not: a list",
    "опросы/клиенты 😀",
    "!!python/object/apply:os.system [id]",
    "&a *a",
]


def job_of(server: CiServer, folder: str, requirement: str | None = REQUIREMENT) -> Any:
    return yaml.safe_load(ci_files(server, folder, requirement)[job_file(server, folder)])


def with_usual_names(server: CiServer, job: Any) -> Any:
    """Return *job* as it were for the root; what it says of the folder must be where it may."""
    usual = job_of(server, ".")
    if server == "github":
        job["jobs"]["check"]["defaults"]["run"]["working-directory"] = "."
        return {**job, "name": "okr", True: usual[True]}
    [(name, check)] = job.items()
    words = shlex.split(check["script"][-1].partition(" ${")[0])
    assert name.startswith("okr")
    assert (words[:3], len(words)) == (["okr", "check", "--root"], 6)
    moved = check["script"][1].partition(" || ")[2].rpartition(" --diff ")[0]
    assert shlex.split(moved) == ["okr", "report", "--root", words[3]]
    for at in (1, -1):
        check["script"][at] = usual["okr"]["script"][at]
    return {"okr": {**check, "rules": usual["okr"]["rules"]}}


def folder_in(server: CiServer, job: Any) -> str:
    if server == "github":
        return str(job["jobs"]["check"]["defaults"]["run"]["working-directory"])
    [check] = job.values()
    return shlex.split(check["script"][-1].partition(" ${CI_")[0])[3]


@pytest.mark.parametrize("server", get_args(CiServer))
@pytest.mark.parametrize("folder", REFUSED)
def test_folder_that_a_server_would_misread_is_refused(folder: str, server: CiServer) -> None:
    with pytest.raises(UsageError, match="cannot be named") as raised:
        ci_files(server, folder, REQUIREMENT)
    assert raised.value.message.isprintable()


@pytest.mark.parametrize("server", get_args(CiServer))
@pytest.mark.parametrize("folder", ODD)
def test_folder_with_an_odd_name_stays_one_word(folder: str, server: CiServer) -> None:
    job = job_of(server, folder)

    assert folder_in(server, job) == folder
    assert with_usual_names(server, job) == job_of(server, ".")


@given(folder=st.text(min_size=1), server=st.sampled_from(get_args(CiServer)))
@example(folder="a\n  - b", server="gitlab")
def test_any_folder_is_refused_or_stays_one_word(folder: str, server: CiServer) -> None:
    try:
        job = job_of(server, folder)
    except UsageError:
        return
    assert folder_in(server, job) == folder
    assert with_usual_names(server, job) == job_of(server, ".")


@pytest.mark.parametrize("text", [*REFUSED, "", " ", "-r requirements.txt"])
def test_requirement_that_a_server_would_misread_is_refused(text: str) -> None:
    with pytest.raises(UsageError, match="not a requirement"):
        stated_requirement(text)


@given(text=st.text(min_size=1), server=st.sampled_from(get_args(CiServer)))
@example(text="okrcli'; touch PWNED; '", server="github")
def test_any_requirement_is_refused_or_stays_one_word(text: str, server: CiServer) -> None:
    try:
        requirement = stated_requirement(text).text
    except UsageError:
        return
    job = job_of(server, ".", requirement)
    steps = job["jobs"]["check"]["steps"] if server == "github" else []
    install = steps[2]["run"] if steps else job["okr"]["script"][0]
    assert shlex.split(install) == ["python", "-I", "-m", "pip", "install", "--quiet", text]


def set_up(repository: Path, server: CiServer) -> None:
    write(repository, FILES)
    options = ("--ci", server, "--install", REQUIREMENT, "--no-commit", "--today", TODAY)
    assert run(["init", str(repository), *options]) == 0
    git(repository, "add", ".")
    git(repository, "commit", "--quiet", "--date=2026-09-20T12:00:00Z", "--message", "Set up OKRs")


def github(runner: Runner, base: str) -> Ran:
    """Run the check of the GitHub job for a pull request to the branch *base*."""
    step = loaded(runner.clone / job_file("github", "."))["jobs"]["check"]["steps"][-1]
    return runner.bash(step["run"], ("-e",), variables={"GITHUB_BASE_REF": base})


def gitlab(runner: Runner, base: str) -> Ran:
    """Run the check of the GitLab job for a merge request to the branch *base*."""
    _, *script = loaded(runner.clone / job_file("gitlab", "."))["okr"]["script"]
    commit = git(runner.clone, "rev-parse", f"origin/{base}") if base == "main" else base
    return runner.bash("\n".join(script), variables={"CI_MERGE_REQUEST_DIFF_BASE_SHA": commit})


def action(runner: Runner, base: str) -> Ran:
    """Run the check of our GitHub action for a pull request to the branch *base*."""
    step = loaded(ACTION)["runs"]["steps"][-1]
    inputs = {"PROGRAM": "okr", "WORKSPACE": ".", "FORMAT": "concise", "ARGUMENTS": ""}
    return runner.bash(step["run"], variables={**inputs, "GITHUB_BASE_REF": base})


Job = Callable[[Runner, str], Ran]
every_job = pytest.mark.parametrize(
    ("server", "job"), [("github", github), ("gitlab", gitlab), ("github", action)]
)


def request(repository: Path, files: dict[str, str]) -> Runner:
    """Return a runner on a pull request whose base branch is as it was before."""
    runner = pull_request(repository, files)
    git(runner.clone, "update-ref", "refs/remotes/origin/main", "HEAD^1")
    return runner


@every_job
def test_pull_request_is_compared_with_the_branch_it_is_for(
    repository: Path, server: CiServer, job: Job
) -> None:
    set_up(repository, server)
    lowered = OBJECTIVE.replace("target: 12\n", "target: 20\n")
    ran = job(request(repository, {"objectives/2026-Q4/cx-leader.yaml": lowered}), "main")

    assert ran.code == 1, ran.out + ran.err
    assert "H801" in ran.out


def test_pull_request_that_brings_the_first_workspace_passes(
    tmp_path: Path,
) -> None:
    repository = make_repository(tmp_path / "repository")
    set_up(make_repository(tmp_path / "other"), "github")
    names = git(tmp_path / "other", "ls-files").splitlines()
    files = {name: (tmp_path / "other" / name).read_text(encoding="utf-8") for name in names}
    ran = github(request(repository, files), "main")

    assert ran.code == 0, ran.out + ran.err


@pytest.mark.parametrize(("server", "job"), [("github", github), ("gitlab", gitlab)])
def test_name_of_a_branch_is_never_a_command(repository: Path, server: CiServer, job: Job) -> None:
    set_up(repository, server)
    runner = request(repository, {"notes.txt": "Hello\n"})
    ran = job(runner, "$(touch PWNED)`touch PWNED`;touch PWNED;\"&touch PWNED\n'touch PWNED'")

    assert ran.code == 3
    assert not (runner.clone / "PWNED").exists()


def test_report_for_gitlab_is_never_written_through_a_link(repository: Path) -> None:
    set_up(repository, "gitlab")
    (repository / "gl-code-quality-report.json").symlink_to(".git/config")
    runner = request(repository, {"notes.txt": "Hello\n"})
    before = (runner.clone / ".git/config").read_bytes()

    gitlab(runner, "main")
    assert (runner.clone / ".git/config").read_bytes() == before
    report = runner.clone / "gl-code-quality-report.json"
    assert report.is_file()
    assert not report.is_symlink()
