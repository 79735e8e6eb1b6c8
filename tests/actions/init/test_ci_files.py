from typing import Any

import pytest
import yaml

from okrcli.actions.init.ci_files import GITLAB_CONFIGURATION, ci_files, job_file
from okrcli.choices import CiServer
from okrcli.errors import UsageError


def job_of(server: CiServer, folder: str, requirement: str | None = "okrcli==1.2") -> Any:
    """Return what the server reads in the job's file."""
    return yaml.safe_load(ci_files(server, folder, requirement)[job_file(server, folder)])


@pytest.mark.parametrize(
    ("folder", "github", "gitlab"),
    [
        (".", ".github/workflows/okr.yml", ".gitlab-ci.okr.yml"),
        (
            "teams/my support",
            ".github/workflows/okr-teams-my-support.yml",
            ".gitlab-ci.okr-teams-my-support.yml",
        ),
    ],
)
def test_workspace_has_a_job_of_its_own(folder: str, github: str, gitlab: str) -> None:
    assert [*ci_files("github", folder, None)] == [github]
    assert [*ci_files("gitlab", folder, None)] == [gitlab, GITLAB_CONFIGURATION]


def test_github_runs_the_check_in_the_folder_of_the_workspace() -> None:
    job = job_of("github", "my okrs")
    paths = ["my okrs/**", ".github/workflows/okr-my-okrs.yml"]

    assert job["name"] == "okr-my-okrs"
    assert job[True] == {
        "pull_request": {"paths": paths},
        "push": {"branches": ["main", "master"], "paths": paths},
    }
    assert job["jobs"]["check"]["defaults"] == {"run": {"working-directory": "my okrs"}}
    install, moved, check = [s for s in job["jobs"]["check"]["steps"] if "run" in s]
    assert install["run"] == "python -I -m pip install --quiet okrcli==1.2"
    assert moved["if"] == "github.base_ref"
    assert moved["run"] == (
        'okr report --diff "origin/$GITHUB_BASE_REF" --format markdown'
        ' >> "$GITHUB_STEP_SUMMARY" || true'
    )
    against = '${GITHUB_BASE_REF:+--against "origin/$GITHUB_BASE_REF"}'
    assert check["run"] == f"okr check --format github {against}"


def test_gitlab_runs_the_check_and_keeps_its_report() -> None:
    job = job_of("gitlab", "my okrs")["okr-my-okrs"]

    assert [rule["changes"] for rule in job["rules"]] == [
        ["my okrs/**/*", ".gitlab-ci.okr-my-okrs.yml"]
    ] * 2
    against = '${CI_MERGE_REQUEST_DIFF_BASE_SHA:+--against "$CI_MERGE_REQUEST_DIFF_BASE_SHA"}'
    moved = "okr report --root 'my okrs' --diff \"$CI_MERGE_REQUEST_DIFF_BASE_SHA\""
    assert job["script"] == [
        "python -I -m pip install --quiet okrcli==1.2",
        f'[ -z "$CI_MERGE_REQUEST_DIFF_BASE_SHA" ] || {moved} || true',
        "rm -f gl-code-quality-report.json",
        f"okr check --root 'my okrs' --output gitlab=gl-code-quality-report.json {against}",
    ]
    assert job["artifacts"]["reports"] == {"codequality": "gl-code-quality-report.json"}


@pytest.mark.parametrize("folder", [".", "a*b", "a[b]"])
def test_job_of_the_root_or_of_a_folder_like_a_pattern_runs_on_every_change(folder: str) -> None:
    assert job_of("github", folder)[True]["pull_request"] is None


def test_job_that_does_not_know_where_okr_is_from_fails_and_says_so() -> None:
    text = ci_files("github", ".", None)[job_file("github", ".")].decode()

    assert "      # CHANGE THE NEXT LINE: " in text
    assert job_of("github", ".", None)["jobs"]["check"]["steps"][2] == {
        "run": "echo 'This job does not know where to get okr from.' && exit 1"
    }


@pytest.mark.parametrize("folder", ["-x", "a\nb", "${{ x }}", "$[[ x ]]"])
def test_folder_that_a_server_would_read_otherwise_is_refused(folder: str) -> None:
    with pytest.raises(UsageError, match="cannot be named in the configuration of a CI server"):
        ci_files("github", folder, None)
