"""Files that let a CI server run `okr check` on every change."""

import json
from collections.abc import Mapping
from typing import Literal

from okrcli import __version__

CiServer = Literal["github", "gitlab"]

_PACKAGE = f"okrcli~={__version__}"
"""Fixes of this version come by themselves; new rules, that may fail a build, when it is raised."""

# The commits are those of the tags beside them: a tag can be moved, a commit cannot.
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
    timeout-minutes: 10
    defaults:
      run:
        working-directory: {folder}
    steps:
      - uses: actions/checkout@3d3c42e5aac5ba805825da76410c181273ba90b1 # v7.0.1
        with:
          fetch-depth: 0 # the rules about history need all of it
          persist-credentials: false
      - uses: actions/setup-python@5fda3b95a4ea91299a34e894583c3862153e4b97 # v7.0.0
        with:
          python-version: "3.13"
      - run: python -m pip install --quiet "{package}"
      - run: okr check --format github
"""

_GITLAB = """\
okr:
  image: python:3.13
  variables:
    GIT_DEPTH: "0" # the rules about history need all of it
  rules:
    - if: $CI_PIPELINE_SOURCE == "merge_request_event"
    - if: $CI_COMMIT_BRANCH == $CI_DEFAULT_BRANCH
  script:
    - python -m pip install --quiet "{package}"
    - |
      okr check --root {folder} --output gitlab=gl-code-quality-report.json
  artifacts:
    when: always # above all when the check has failed
    reports:
      codequality: gl-code-quality-report.json
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
        quoted = json.dumps(folder, ensure_ascii=False)
        workflow = _GITHUB.format(folder=quoted, package=_PACKAGE)
        return {".github/workflows/okr.yml": workflow.encode()}
    job = _GITLAB.format(folder=_quoted_for_shell(folder), package=_PACKAGE)
    return {_GITLAB_JOB: job.encode(), GITLAB_CONFIGURATION: _GITLAB_INCLUDE.encode()}


def _quoted_for_shell(folder: str) -> str:
    import shlex  # noqa: PLC0415  only here

    return shlex.quote(folder)
