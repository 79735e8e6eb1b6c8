from pathlib import Path

import pytest

from okrcli.actions.doctor.who import who_diagnoses
from okrcli.model.plan import Plan
from okrcli.storage.workspace import load_plan
from okrcli.views.doctor import Diagnosis, State
from tests.cli.workspaces import FILES
from tests.history.builders import opened
from tests.repositories import git, make_committed


@pytest.fixture
def root(tmp_path: Path) -> Path:
    return make_committed(tmp_path / "acme", FILES)


def only(root: Path, plan: Plan | None) -> Diagnosis:
    [diagnosis] = who_diagnoses(root, plan, opened(root))
    return diagnosis


def test_who_commits_is_told_with_the_id(root: Path) -> None:
    assert only(root, load_plan(root)).message == "Ana <ana@example.com> checks in as ana."
    assert only(root, None).state is State.OK


def test_address_that_nobody_has_is_a_warning(root: Path) -> None:
    git(root, "config", "user.email", "other@example.com")

    assert only(root, load_plan(root)).state is State.WARNING


def test_missing_identity_is_an_error(root: Path, home: Path) -> None:
    (home / ".gitconfig").rename(home / "kept")
    try:
        assert only(root, load_plan(root)).state is State.ERROR
    finally:
        (home / "kept").rename(home / ".gitconfig")


def test_without_git_and_identity_nothing_is_told_twice(
    root: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("PATH", str(root))

    assert [*who_diagnoses(root, None, None)] == []
