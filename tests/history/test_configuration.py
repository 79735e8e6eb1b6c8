from pathlib import Path

import pytest

from okrcli.history.configuration import Configuration, Identity, stated_identity
from tests.repositories import git

ANA = Identity("Ana", "ana@example.com")
VARIABLES = tuple(
    f"GIT_{role}_{part}" for role in ("AUTHOR", "COMMITTER") for part in ("NAME", "EMAIL")
)


@pytest.fixture
def plain(repository: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Return a repository of somebody whom neither the environment nor the user's files name."""
    for name in VARIABLES:
        monkeypatch.delenv(name, raising=False)
    monkeypatch.setenv("GIT_CONFIG_GLOBAL", "/dev/null")
    for name in ("user.name", "user.email"):
        git(repository, "config", "--unset-all", name, status=5)
    return repository


def identities(folder: Path) -> tuple[Identity | None, Identity | None]:
    found = Configuration.of(folder)
    return found.author, found.committer


def strictly(folder: Path) -> tuple[Identity | None, Identity | None]:
    return stated_identity(folder, "author"), stated_identity(folder, "committer")


def test_nobody_is_known_where_nothing_is_configured(plain: Path) -> None:
    assert identities(plain) == (None, None) == strictly(plain)


@pytest.mark.parametrize(
    "settings",
    [
        {"user.name": "Ana", "user.email": "ana@example.com"},
        {"user.name": "Ana"},
        {"user.email": "ana@example.com"},
        {"user.name": "", "user.email": "ana@example.com"},
        {"user.name": "...", "user.email": "ana@example.com"},
        {"user.name": "Ana", "user.email": ""},
        {"user.name": "Ana\nuser.email=x", "user.email": "  "},
        {"author.name": "Ana", "author.email": "ana@example.com"},
        {"committer.name": "Bo", "user.name": "Ana", "user.email": "ana@example.com"},
        {"committer.email": "bo@example.com", "user.name": "Ana"},
    ],
)
def test_identities_are_those_that_git_states(plain: Path, settings: dict[str, str]) -> None:
    for name, value in settings.items():
        git(plain, "config", name, value)
    assert identities(plain) == strictly(plain)


def test_environment_states_who_it_is(plain: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("GIT_AUTHOR_NAME", "Ana")
    assert identities(plain) == (None, None)
    monkeypatch.setenv("GIT_AUTHOR_EMAIL", "ana@example.com")
    assert identities(plain) == (ANA, None) == strictly(plain)


def test_signatures_are_looked_for_where_the_configuration_names_them(plain: Path) -> None:
    assert not Configuration.of(plain).may_sign
    git(plain, "config", "Commit.GPGSign", "false")
    assert Configuration.of(plain).may_sign


@pytest.mark.parametrize("name", ["core.hooksPath", "filter.lfs.clean", "hook.check.command"])
def test_hooks_elsewhere_and_filters_may_change_files(plain: Path, name: str) -> None:
    assert not Configuration.of(plain).may_change_files
    git(plain, "config", name, "here")
    assert Configuration.of(plain).may_change_files


def test_folder_without_a_repository_has_the_users_configuration(tmp_path: Path) -> None:
    assert Configuration.of(tmp_path).author == stated_identity(tmp_path, "author")
