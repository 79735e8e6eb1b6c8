"""The job of a CI server that publishes a workspace's site."""

import shlex

from okrcli.actions.init.ci_text import (
    GITHUB_SET_UP,
    install_command,
    install_note,
    job_name,
    yaml_scalar,
)
from okrcli.choices import Audience, CiServer

# The commits are those of the tags beside them: a tag can be moved, a commit cannot.
_GITHUB = (
    """\
name: {name}
on:
  push:
    branches: [main, master]
  schedule:
    - cron: "17 5 * * *" # what is due, and the pace, change from day to day
  workflow_dispatch:
permissions:
  contents: read
concurrency:
  group: pages
  cancel-in-progress: false
jobs:
  build:
    runs-on: ubuntu-latest
    timeout-minutes: 15
    defaults:
      run:
        working-directory: {folder}
    steps:
"""
    + GITHUB_SET_UP
    + """\
      # Pages of most plans are public. --publish: score, titles (of what you aim at), or all.
      - run: {site}
      - uses: actions/upload-pages-artifact@7b1f4a764d45c48632c6b24a0339c27f5614fb0b # v4.0.0
        with:
          path: ${{{{ runner.temp }}}}/okr-site
  deploy:
    needs: build
    runs-on: ubuntu-latest
    timeout-minutes: 10
    permissions:
      pages: write
      id-token: write
    environment:
      name: github-pages
      url: ${{{{ steps.deploy.outputs.page_url }}}}
    steps:
      - id: deploy
        uses: actions/deploy-pages@d6db90164ac5ed86f2b6aed7e0febac5b3c0c03e # v4.0.5
"""
)

_GITLAB = """\
pages:
  image: python:3.13
  variables:
    GIT_DEPTH: "0" # the rules about history need all of it
  rules:
    - if: $CI_COMMIT_BRANCH == $CI_DEFAULT_BRANCH
  script:
{note}    - {install}
    - rm -rf public # what is published is made here
    # Who sees Pages is in the project's settings. --publish: score, titles, or all.
    - {site}
  artifacts:
    paths: [public]
    exclude: [public/.okr-site.json]
"""


def pages_job(server: CiServer, folder: str, requirement: str | None, audience: Audience) -> str:
    """Return the file of the job.

    Args:
        server: Which kind of server.
        folder: The workspace's posix path from the repository's root, `.` when it is the root.
        requirement: What pip has to install; without it the job says that it must be changed.
        audience: Who sees the pages.
    """
    install = yaml_scalar(install_command(requirement))
    publish = f"--publish {audience.value}"
    if server == "github":
        site = f'okr site "$RUNNER_TEMP/okr-site" {publish} --branch "$GITHUB_REF_NAME"'
        return _GITHUB.format(
            name=yaml_scalar(f"{job_name(folder)}-pages"),
            folder=yaml_scalar(folder),
            note=install_note(requirement, " " * 6),
            install=install,
            site=yaml_scalar(site),
        )
    root = shlex.quote(folder)
    site = f'okr site public --root {root} {publish} --branch "$CI_DEFAULT_BRANCH"'
    return _GITLAB.format(
        note=install_note(requirement, " " * 4), install=install, site=yaml_scalar(site)
    )
