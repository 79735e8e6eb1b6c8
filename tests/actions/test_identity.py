"""Who checks in, when nobody says it, by git's configuration and the people of okr.yaml."""

from pathlib import Path

import pytest

from okrcli.actions.identity import UnknownCommitterError, git_id, own_id
from okrcli.errors import HistoryError, UsageError
from okrcli.model.settings import Settings
from okrcli.next_step import NextStep, StepKind
from tests.repositories import git

ANA = {"name": "Ana", "email": ["ana@example.com", "ana@home.example"], "github": "ana-g"}
PAVEL = {"name": "Pavel"}


def settings(**people: object) -> Settings:
    return Settings.model_validate({"people": people})


def configured(repository: Path, name: str, email: str) -> Path:
    git(repository, "config", "user.name", name)
    git(repository, "config", "user.email", email)
    return repository


@pytest.mark.parametrize(
    "email", ["ANA@example.com", "ana@home.example", "123+Ana-G@users.noreply.github.com"]
)
def test_person_is_known_by_any_of_their_addresses(repository: Path, email: str) -> None:
    folder = configured(repository, "Somebody Else", email)
    assert own_id(folder, settings(ana=ANA, pavel=PAVEL), commit=True) == "ana"


def test_person_without_an_address_is_known_by_name(repository: Path) -> None:
    folder = configured(repository, "Pavel", "pavel@example.com")
    assert own_id(folder, settings(ana=ANA, pavel=PAVEL), commit=True) == "pavel"


def test_everybody_is_known_by_name_where_nobody_is_listed(repository: Path) -> None:
    folder = configured(repository, "Eva María", "eva@example.com")
    assert own_id(folder, settings(), commit=True) == "eva-maria"


@pytest.mark.parametrize("name", ["Somebody Else", "Ana"])
def test_unknown_address_is_never_a_new_person_nor_a_namesake(repository: Path, name: str) -> None:
    folder = configured(repository, name, "other@example.com")
    known = settings(ana=ANA, pavel=PAVEL)

    with pytest.raises(
        UsageError, match=r"<other@example.com>, but nobody in okr.yaml has that address"
    ):
        own_id(folder, known, commit=True)
    assert git_id(folder, known) is None
    assert own_id(folder, known, "ana", commit=True) == "ana"


def test_unknown_address_may_be_that_of_any_person_but_of_no_program(repository: Path) -> None:
    folder = configured(repository, "Somebody Else", "other@example.com")
    meter = {"name": "Meter", "bot": True}

    with pytest.raises(UnknownCommitterError) as caught:
        own_id(folder, settings(ana=ANA, meter=meter, pavel=PAVEL), commit=True)
    assert caught.value.candidates == ["ana", "pavel"]
    assert caught.value.new_address == "other@example.com"


def test_address_of_two_people_is_nobodys(repository: Path) -> None:
    folder = configured(repository, "Ana", "ana@example.com")
    known = settings(ana=ANA, other={"name": "Other", "email": "Ana@Example.com"})

    with pytest.raises(
        UnknownCommitterError, match=r"in okr\.yaml that can be ana or other"
    ) as caught:
        own_id(folder, known, commit=True)
    assert (caught.value.candidates, caught.value.new_address) == (("ana", "other"), None)
    assert caught.value.hints[0] == NextStep(StepKind.SAY_WHO, "ana")
    assert git_id(folder, known) is None


def test_commit_that_git_would_refuse_is_refused_before_anybody_says_who_they_are(
    repository: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("HOME", str(tmp_path))
    monkeypatch.setenv("USERPROFILE", str(tmp_path))
    git(repository, "config", "user.useConfigOnly", "true")

    with pytest.raises(HistoryError, match="does not know who you are"):
        own_id(repository, settings(ana=ANA), commit=True)
    with pytest.raises(UnknownCommitterError, match="okr does not know who you are"):
        own_id(repository, settings(ana=ANA), commit=False)
