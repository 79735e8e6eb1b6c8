"""Without a git identity nothing is written, and none is invented."""

from pathlib import Path

import pytest

from tests.cli.conftest import Okr
from tests.faults.commands import CHANGING, CHECKIN, MAKING, WRITING, require_refusal
from tests.history.builders import NAME, refused
from tests.repositories import git

UNKNOWN = "Git does not know who you are"


def test_record_refuses_without_an_identity(
    repository: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("HOME", str(tmp_path))
    refused(repository, NAME, "does not know who you are")


def test_record_refuses_when_only_the_author_is_known(
    repository: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("HOME", str(tmp_path))
    monkeypatch.setenv("GIT_AUTHOR_NAME", "Ana")
    monkeypatch.setenv("GIT_AUTHOR_EMAIL", "ana@example.com")
    refused(repository, NAME, "does not know who you are")


@pytest.mark.parametrize(
    "arguments", [*WRITING, *CHANGING, *MAKING, (*CHECKIN, "--by", "ana")], ids=" ".join
)
def test_no_command_writes_where_git_does_not_know_who_commits(
    okr: Okr, root: Path, arguments: tuple[str, ...], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("HOME", str(root.parent))
    require_refusal(okr, root, arguments, UNKNOWN)


def test_half_of_an_identity_is_none(okr: Okr, root: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("HOME", str(root.parent))
    git(root, "config", "user.name", "Ana")
    require_refusal(okr, root, (*CHECKIN, "--by", "ana"), UNKNOWN)

    git(root, "config", "user.email", "ana@example.com")
    assert okr(*CHECKIN).code == 0


def test_init_is_refused_without_an_identity_and_leaves_nothing(
    run_okr: Okr, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    nobody = tmp_path / "nobody"
    nobody.mkdir()
    monkeypatch.setenv("HOME", str(nobody))
    folder = tmp_path / "team"

    ran = run_okr(tmp_path, "init", "team")
    assert ran.code == 3
    assert "user.email" in ran.err
    assert not folder.exists()
