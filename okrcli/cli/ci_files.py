"""Files that let a CI server run `okr check` on every change."""

import json
from collections.abc import Mapping
from typing import Literal

CiServer = Literal["github", "gitlab"]

_GITHUB = """\
name: okr
on:
  pull_request:
  push:
    branches: [main, master]
permissions:
  contents: read
jobs:
  check:
    runs-on: ubuntu-latest
    defaults:
      run:
        working-directory: {folder}
    steps:
      - uses: actions/checkout@v4
        with:
          fetch-depth: 0  # the rules about history need all of it
      - uses: actions/setup-python@v5
        with:
          python-version: "3.x"
      - run: pip install okrcli
      - run: okr check --format github
"""

_GITLAB = """\
okr:
  image: python:3
  variables:
    GIT_DEPTH: "0"  # the rules about history need all of it
  rules:
    - if: $CI_PIPELINE_SOURCE == "merge_request_event"
    - if: $CI_COMMIT_BRANCH == $CI_DEFAULT_BRANCH
  script:
    - pip install okrcli
    - okr check --root {folder}
"""

_GITLAB_JOB = ".gitlab-ci.okr.yml"
GITLAB_CONFIGURATION = ".gitlab-ci.yml"
INCLUDE_HINT = f"Add to the `include:` of {GITLAB_CONFIGURATION}: local: {_GITLAB_JOB}"
_GITLAB_INCLUDE = f"""\
include:
  - local: {_GITLAB_JOB}
"""


def ci_files(server: CiServer, folder: str) -> Mapping[str, bytes]:
    """Return the files by posix path from the repository's root.

    Args:
        server: Which kind of server.
        folder: The workspace's posix path from the repository's root, `.` when it is the root.
    """
    if server == "github":
        return {".github/workflows/okr.yml": _GITHUB.format(folder=json.dumps(folder)).encode()}
    job = _GITLAB.format(folder=_quoted_for_shell(folder))
    return {_GITLAB_JOB: job.encode(), GITLAB_CONFIGURATION: _GITLAB_INCLUDE.encode()}


def _quoted_for_shell(folder: str) -> str:
    import shlex  # noqa: PLC0415  only here

    return shlex.quote(folder)
