"""What the files for CI servers have in common."""

import json
import re
import shlex
from collections.abc import Iterable

_IN_NO_NAME = re.compile(r"[^\w.-]+")
# `-I`: without it Python would take a `pip.py` of the pull request for pip.
_INSTALL = "python -I -m pip install --quiet {requirement}"
_NOT_KNOWN = "echo 'This job does not know where to get okr from.' && exit 1"
_NOTE = """\
{indent}# CHANGE THE NEXT LINE: nothing here says where a server gets okr from. As in:
{indent}# python -I -m pip install --quiet 'okrcli @ git+https://HOST/PATH@COMMIT'
"""

GITHUB_SET_UP = """\
      - uses: actions/checkout@3d3c42e5aac5ba805825da76410c181273ba90b1 # v7.0.1
        with:
          fetch-depth: 0 # the rules about history need all of it
          persist-credentials: false
      - uses: actions/setup-python@5fda3b95a4ea91299a34e894583c3862153e4b97 # v7.0.0
        with:
          python-version: "3.13"
{note}      - run: {install}
"""
"""The first steps of each job: the repository with its history, Python, and okr."""


def job_name(folder: str) -> str:
    """Return what the jobs for the workspace in *folder* are called."""
    name = _IN_NO_NAME.sub("-", folder).strip("-.")
    return f"okr-{name}" if name else "okr"


def install_note(requirement: str | None, indent: str) -> str:
    """Return the comment above the line that installs, where somebody must change it."""
    return "" if requirement else _NOTE.format(indent=indent)


def install_command(requirement: str | None) -> str:
    """Return the line that installs *requirement*; without one it fails, and says why."""
    return _INSTALL.format(requirement=shlex.quote(requirement)) if requirement else _NOT_KNOWN


def yaml_list(patterns: Iterable[str]) -> str:
    """Return *patterns* as a YAML list on one line."""
    return f"[{', '.join(map(yaml_scalar, patterns))}]"


def yaml_scalar(text: str) -> str:
    """Return *text* as a YAML scalar, which JSON's strings are too."""
    return json.dumps(text, ensure_ascii=False)
