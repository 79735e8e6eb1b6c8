"""Files that let a CI server run `okr check` on every change."""

import re
import shlex
from collections.abc import Mapping, Sequence

from okrcli.actions.init.ci_text import (
    GITHUB_SET_UP,
    install_command,
    install_note,
    job_name,
    yaml_list,
    yaml_scalar,
)
from okrcli.actions.init.pages_job import pages_job
from okrcli.actions.init.requirement import is_expression
from okrcli.choices import Audience, CiServer
from okrcli.errors import UsageError

# The commits are those of the tags beside them: a tag can be moved, a commit cannot.
_GITHUB = (
    """\
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
"""
    + GITHUB_SET_UP
    + """\
      - if: github.base_ref # of a pull request: what it moves, in the summary of the job
        run: {moved}
      - run: {check}
"""
)

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


def ci_files(
    server: CiServer, folder: str, requirement: str | None, pages: Audience | None = None
) -> Mapping[str, bytes]:
    """Return the files by posix path from the repository's root.

    Args:
        server: Which kind of server.
        folder: The workspace's posix path from the repository's root, `.` when it is the root.
        requirement: What pip has to install; without it the job says that it must be changed.
        pages: Who sees the pages that another job publishes; `None` for no such job.

    Raises:
        UsageError: The folder has a name that such a server would not take as it is.
    """
    _require_plain(folder)
    text = _github(folder, requirement) if server == "github" else _gitlab(folder, requirement)
    files = {job_file(server, folder): text.encode()}
    if pages is not None:
        job = pages_job(server, folder, requirement, pages)
        files[job_file(server, folder, pages=True)] = job.encode()
    if server == "gitlab":
        includes = "".join(f"  - local: {yaml_scalar(job)}\n" for job in files)
        files[GITLAB_CONFIGURATION] = f"include:\n{includes}".encode()
    return files


def job_file(server: CiServer, folder: str, *, pages: bool = False) -> str:
    """Return the file of the job for the workspace in *folder*: each has one of its own.

    Args:
        server: Which kind of server.
        folder: As of `ci_files`.
        pages: Whether it is the job that publishes pages.
    """
    name = job_name(folder)
    return _JOB_FILES[server].format(name=f"{name}-pages" if pages else name)


def _patterns(server: CiServer, folder: str) -> Sequence[str]:
    """Return what a change has to touch for the job to run; nothing where any may matter."""
    if folder == "." or _IN_A_PATTERN.search(folder):
        return ()
    return (f"{folder}/**" if server == "github" else f"{folder}/**/*", job_file(server, folder))


def _github(folder: str, requirement: str | None) -> str:
    patterns = _patterns("github", folder)
    return _GITHUB.format(
        name=yaml_scalar(job_name(folder)),
        paths=f"\n    paths: {yaml_list(patterns)}" if patterns else "",
        folder=yaml_scalar(folder),
        note=install_note(requirement, " " * 6),
        install=yaml_scalar(install_command(requirement)),
        moved=yaml_scalar(_MOVED_GITHUB),
        check=yaml_scalar(f"okr check --format github {_AGAINST_GITHUB}"),
    )


def _gitlab(folder: str, requirement: str | None) -> str:
    check = f"okr check --root {shlex.quote(folder)} --output gitlab=gl-code-quality-report.json"
    patterns = _patterns("gitlab", folder)
    return _GITLAB.format(
        name=yaml_scalar(job_name(folder)),
        changes=f"\n      changes: {yaml_list(patterns)}" if patterns else "",
        note=install_note(requirement, " " * 4),
        install=yaml_scalar(install_command(requirement)),
        moved=yaml_scalar(_MOVED_GITLAB.format(folder=shlex.quote(folder))),
        check=yaml_scalar(f"{check} {_AGAINST_GITLAB}"),
    )


def _require_plain(folder: str) -> None:
    if not folder.isprintable() or folder.startswith("-") or is_expression(folder):
        raise UsageError(
            f"The folder {folder!r} cannot be named in the configuration of a CI server.",
            "Give it a name without line breaks and other control characters, without `${{` and"
            " `$[[`, and without a leading `-`.",
        )
