import re
from typing import Any

import pytest
import yaml

from okrcli.actions.init.ci_files import GITLAB_CONFIGURATION, ci_files, job_file
from okrcli.actions.init.pages_job import pages_job
from okrcli.choices import Audience, CiServer


def job_of(server: CiServer, folder: str = ".", audience: Audience = Audience.SCORE) -> Any:
    return yaml.safe_load(pages_job(server, folder, "okrcli==1.2", audience))


def test_github_builds_the_site_and_publishes_it_with_as_few_rights_as_it_needs() -> None:
    job = job_of("github", "my okrs", Audience.TITLES)
    build, deploy = job["jobs"]["build"], job["jobs"]["deploy"]
    commands = [step["run"] for step in build["steps"] if "run" in step]

    assert commands[1] == (
        'okr site "$RUNNER_TEMP/okr-site" --publish titles --branch "$GITHUB_REF_NAME"'
    )
    assert build["defaults"] == {"run": {"working-directory": "my okrs"}}
    assert (job["permissions"], "permissions" in build) == ({"contents": "read"}, False)
    assert deploy["permissions"] == {"pages": "write", "id-token": "write"}
    assert build["steps"][-1]["with"] == {"path": "${{ runner.temp }}/okr-site"}


def test_every_action_is_a_commit() -> None:
    text = pages_job("github", ".", None, Audience.SCORE)
    used = re.findall(r"uses: (\S+)", text)

    assert len(used) == 4
    assert all(re.fullmatch(r"actions/[\w-]+@[0-9a-f]{40}", action) for action in used)


def test_gitlab_publishes_the_folder_that_it_takes_for_pages() -> None:
    job = job_of("gitlab", "my okrs")["pages"]

    assert job["script"][-2:] == [
        "rm -rf public",
        "okr site public --root 'my okrs' --publish score --branch \"$CI_DEFAULT_BRANCH\"",
    ]
    assert job["artifacts"] == {"paths": ["public"], "exclude": ["public/.okr-site.json"]}


@pytest.mark.parametrize("server", ["github", "gitlab"])
def test_job_stands_in_a_file_of_its_own_beside_the_check(server: CiServer) -> None:
    files = ci_files(server, ".", "okrcli==1.2", Audience.SCORE)
    jobs = [job_file(server, "."), job_file(server, ".", pages=True)]

    assert [name for name in files if name != GITLAB_CONFIGURATION] == jobs
    if server == "gitlab":
        included = yaml.safe_load(files[GITLAB_CONFIGURATION])["include"]
        assert [entry["local"] for entry in included] == jobs
