"""The versions of okr, its libraries and git."""

import platform
from collections.abc import Iterator

from okrcli import __version__
from okrcli.errors import NoHistoryError
from okrcli.history.command import OLDEST, installed_version
from okrcli.storage.yaml.events import parser_name
from okrcli.views.doctor import Diagnosis, State


def program_diagnoses() -> Iterator[Diagnosis]:
    """Yield the versions, and what is missing or too old."""
    yield Diagnosis("okr", State.OK, __version__)
    yield Diagnosis("python", State.OK, platform.python_version())
    yield _git()
    yield _parser()


def _git() -> Diagnosis:
    try:
        version = installed_version()
    except NoHistoryError as error:
        return Diagnosis("git", State.WARNING, error.message, error.hints)
    shown = ".".join(map(str, version))
    if version < OLDEST:
        oldest = ".".join(map(str, OLDEST))
        message = f"{shown}, which does not protect you from other people's repositories."
        return Diagnosis("git", State.ERROR, message, (f"Install git {oldest} or later.",))
    return Diagnosis("git", State.OK, shown)


def _parser() -> Diagnosis:
    if parser_name() == "c":
        return Diagnosis("parser", State.OK, "YAML is read by libyaml, in C.")
    message = "YAML is read by pure Python, which takes about ten times as long."
    hint = "Install okr with its dependencies: ruamel.yaml[oldlibyaml] brings libyaml."
    return Diagnosis("parser", State.NOTE, message, (hint,))
