"""Files that let a CI server run `okr check` on every change."""

import json
import re
import shlex
from collections.abc import Iterable, Mapping, Sequence

from okrcli.actions.init.requirement import is_expression
from okrcli.choices import CiServer
from okrcli.errors import UsageError

# The commits are those of the tags beside them: a tag can be moved, a commit cannot.
_GITHUB = """\
name: {name}
on:
  pull_request:{paths}
  push:
    branches: [main, master]{paths}
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
{note}      - run: {install}
      - if: github.base_ref # of a pull request: what it moves, in the summary of the job
        run: {moved}
      - run: {check}
"""

_GITLAB = """\
{name}:
  image: python:3.13
  variables:
    GIT_DEPTH: "0" # the rules about history need all of it
  rules:
    - if: $CI_PIPELINE_SOURCE == "merge_request_event"{changes}
    - if: $CI_COMMIT_BRANCH == $CI_DEFAULT_BRANCH{changes}
  script:
{note}    - {install}
    - {moved}
    - rm -f gl-code-quality-report.json # a link of this name would be followed
    - {check}
  artifacts:
    when: always # above all when the check has failed
    reports:
      codequality: gl-code-quality-report.json
"""

_JOB_FILES: Mapping[CiServer, str] = {
    "github": ".github/workflows/{name}.yml",
    "gitlab": ".gitlab-ci.{name}.yml",
}
GITLAB_CONFIGURATION = ".gitlab-ci.yml"
_GITLAB_INCLUDE = """\
include:
  - local: {job}
"""
_IN_NO_NAME = re.compile(r"[^\w.-]+")
_IN_A_PATTERN = re.compile(r"[*?!+\[\]{}\\]")


# Set for pull and merge requests alone. What is in quotes is one word, and never a command.
_AGAINST_GITHUB = '${GITHUB_BASE_REF:+--against "origin/$GITHUB_BASE_REF"}'
_AGAINST_GITLAB = '${CI_MERGE_REQUEST_DIFF_BASE_SHA:+--against "$CI_MERGE_REQUEST_DIFF_BASE_SHA"}'

# What cannot be compared, or read, is for the check to tell: it fails the job, and this does not.
_MOVED_GITHUB = (
    'okr report --diff "origin/$GITHUB_BASE_REF" --format markdown'
    ' >> "$GITHUB_STEP_SUMMARY" || true'
)
_MOVED_GITLAB = (
    '[ -z "$CI_MERGE_REQUEST_DIFF_BASE_SHA" ] ||'
    ' okr report --root {folder} --diff "$CI_MERGE_REQUEST_DIFF_BASE_SHA" || true'
)

# `-I`: without it Python would take a `pip.py` of the pull request for pip.
_INSTALL = "python -I -m pip install --quiet {requirement}"
_NOT_KNOWN = "echo 'This job does not know where to get okr from.' && exit 1"
_NOTE = """\
{indent}# CHANGE THE NEXT LINE: nothing here says where a server gets okr from. As in:
{indent}# python -I -m pip install --quiet 'okrcli @ git+https://HOST/PATH@COMMIT'
"""


def ci_files(server: CiServer, folder: str, requirement: str | None) -> Mapping[str, bytes]:
    """Return the files by posix path from the repository's root.

    Args:
        server: Which kind of server.
        folder: The workspace's posix path from the repository's root, `.` when it is the root.
        requirement: What pip has to install; without it the job says that it must be changed.

    Raises:
        UsageError: The folder has a name that such a server would not take as it is.
    """
    _require_plain(folder)
    job = job_file(server, folder)
    if server == "github":
        return {job: _github(folder, requirement).encode()}
    return {
        job: _gitlab(folder, requirement).encode(),
        GITLAB_CONFIGURATION: _GITLAB_INCLUDE.format(job=_yaml_scalar(job)).encode(),
    }


def job_file(server: CiServer, folder: str) -> str:
    """Return the file of the job for the workspace in *folder*: each has one of its own."""
    return _JOB_FILES[server].format(name=_name(folder))


def _name(folder: str) -> str:
    name = _IN_NO_NAME.sub("-", folder).strip("-.")
    return f"okr-{name}" if name else "okr"


def _patterns(server: CiServer, folder: str) -> Sequence[str]:
    """Return what a change has to touch for the job to run; nothing where any may matter."""
    if folder == "." or _IN_A_PATTERN.search(folder):
        return ()
    return (f"{folder}/**" if server == "github" else f"{folder}/**/*", job_file(server, folder))


def _github(folder: str, requirement: str | None) -> str:
    patterns = _patterns("github", folder)
    return _GITHUB.format(
        name=_yaml_scalar(_name(folder)),
        paths=f"\n    paths: {_yaml_list(patterns)}" if patterns else "",
        folder=_yaml_scalar(folder),
        note=_note(requirement, " " * 6),
        install=_yaml_scalar(_install(requirement)),
        moved=_yaml_scalar(_MOVED_GITHUB),
        check=_yaml_scalar(f"okr check --format github {_AGAINST_GITHUB}"),
    )


def _gitlab(folder: str, requirement: str | None) -> str:
    check = f"okr check --root {shlex.quote(folder)} --output gitlab=gl-code-quality-report.json"
    patterns = _patterns("gitlab", folder)
    return _GITLAB.format(
        name=_yaml_scalar(_name(folder)),
        changes=f"\n      changes: {_yaml_list(patterns)}" if patterns else "",
        note=_note(requirement, " " * 4),
        install=_yaml_scalar(_install(requirement)),
        moved=_yaml_scalar(_MOVED_GITLAB.format(folder=shlex.quote(folder))),
        check=_yaml_scalar(f"{check} {_AGAINST_GITLAB}"),
    )


def _note(requirement: str | None, indent: str) -> str:
    return "" if requirement else _NOTE.format(indent=indent)


def _install(requirement: str | None) -> str:
    return _INSTALL.format(requirement=shlex.quote(requirement)) if requirement else _NOT_KNOWN


def _yaml_list(patterns: Iterable[str]) -> str:
    return f"[{', '.join(map(_yaml_scalar, patterns))}]"


def _yaml_scalar(text: str) -> str:
    """Return *text* as a YAML scalar, which JSON's strings are too."""
    return json.dumps(text, ensure_ascii=False)


def _require_plain(folder: str) -> None:
    if not folder.isprintable() or folder.startswith("-") or is_expression(folder):
        raise UsageError(
            f"The folder {folder!r} cannot be named in the configuration of a CI server.",
            "Give it a name without line breaks and other control characters, without `${{` and"
            " `$[[`, and without a leading `-`.",
        )
