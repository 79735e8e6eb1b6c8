import platform

import pytest

from okrcli import __version__
from okrcli.actions.doctor import programs
from okrcli.actions.doctor.programs import program_diagnoses
from okrcli.views.doctor import State


def test_versions_are_told() -> None:
    okr, python, git, parser = program_diagnoses()

    assert (okr.message, python.message) == (__version__, platform.python_version())
    assert git.message[0].isdigit()
    assert parser.state is State.OK


def test_old_git_and_slow_parser_are_told(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(programs, "installed_version", lambda: (2, 20, 1))
    monkeypatch.setattr(programs, "parser_name", lambda: "python")
    _, _, git, parser = program_diagnoses()

    assert (git.state, git.hints) == (State.ERROR, ("Install git 2.30 or later.",))
    assert git.message.startswith("2.20.1, which")
    assert parser.state is State.NOTE
