from collections.abc import Iterable

import pytest

from okrcli.actions.init.ci_files import GITLAB_CONFIGURATION, job_file
from okrcli.actions.init.ci_job import CiJob, ci_job
from okrcli.actions.init.requirement import Requirement
from okrcli.choices import CiServer
from okrcli.errors import UsageError

KNOWN = Requirement("okrcli==1.2", "from the package index")
GITHUB_WORKFLOW, GITLAB_JOB = job_file("github", "."), job_file("gitlab", ".")
UNKNOWN = Requirement(None, "okr was installed from a folder")


def test_job_installs_what_is_asked_for() -> None:
    job = ci_job("github", ".", "okrcli==1.2")

    assert job.requirement.text == "okrcli==1.2"
    assert b"okrcli==1.2" in job.files[GITHUB_WORKFLOW]


def test_requirement_that_cannot_stand_in_a_job_is_refused() -> None:
    with pytest.raises(UsageError):
        ci_job("github", ".", "${{ secrets.TOKEN }}")


@pytest.mark.parametrize(("server", "file"), [("github", GITHUB_WORKFLOW), ("gitlab", GITLAB_JOB)])
def test_new_job_says_what_it_installs(server: CiServer, file: str) -> None:
    job = CiJob(server, ".", KNOWN)

    assert "The job installs okrcli==1.2 (from the package index)." in [*job.lines([file])]
    assert [*job.remarks([file])] == []


def test_job_that_cannot_install_okr_says_what_to_change() -> None:
    job = CiJob("github", ".", UNKNOWN)

    assert [*job.lines([GITHUB_WORKFLOW])] == []
    (remark,) = job.remarks([GITHUB_WORKFLOW])
    assert f"Change the marked line in {GITHUB_WORKFLOW}" in remark


def test_job_that_was_there_is_not_said_to_be_new() -> None:
    job = CiJob("github", ".", UNKNOWN)

    (line,) = job.lines([])
    assert line.startswith(f"{GITHUB_WORKFLOW} already exists")
    assert [*job.remarks([])] == []


@pytest.mark.parametrize(
    ("written", "is_said"), [([GITLAB_JOB], True), ([GITLAB_JOB, GITLAB_CONFIGURATION], False)]
)
def test_job_that_nothing_includes_says_where_to(written: Iterable[str], *, is_said: bool) -> None:
    lines = [*CiJob("gitlab", ".", KNOWN).lines([*written])]

    assert any(line.startswith("Add to the `include:`") for line in lines) is is_said
