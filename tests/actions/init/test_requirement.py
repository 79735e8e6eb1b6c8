import json
from typing import Any

import pytest

from okrcli.actions.init.requirement import own_requirement, stated_requirement
from okrcli.errors import UsageError

COMMIT = "0123456789abcdef0123456789abcdef01234567"
SHA256 = "ab" * 32
GIT = {"vcs_info": {"vcs": "git", "commit_id": COMMIT}}


class Installed:
    """What an installer has noted of okr."""

    version = "1.2"

    def __init__(self, **noted: str) -> None:
        self.noted = {name.replace("__", "."): text for name, text in noted.items()}

    def read_text(self, name: str) -> str | None:
        return self.noted.get(name)


def required(monkeypatch: pytest.MonkeyPatch, note: Any = None, installer: str = "") -> str | None:
    """Return what pip has to install where the installer has noted this."""
    noted = {} if note is None else {"direct_url__json": json.dumps(note)}
    package = Installed(**noted, INSTALLER=installer)
    monkeypatch.setattr("okrcli.actions.init.requirement.distribution", lambda _: package)
    return own_requirement().text


@pytest.mark.parametrize(
    ("note", "text"),
    [
        (
            {"url": "https://git.example.com/team/okr.git", **GIT},
            f"okrcli @ git+https://git.example.com/team/okr.git@{COMMIT}",
        ),
        (
            {"url": "https://ana:secret@git.example.com:8443/okr.git", **GIT, "subdirectory": "py"},
            f"okrcli @ git+https://git.example.com:8443/okr.git@{COMMIT}#subdirectory=py",
        ),
        (
            {"url": "ssh://git@github.com/team/okr.git", **GIT},
            f"okrcli @ git+https://github.com/team/okr.git@{COMMIT}",
        ),
        (
            {"url": "git@git.example.com:team/okr.git", **GIT},
            f"okrcli @ git+ssh://git@git.example.com/team/okr.git@{COMMIT}",
        ),
        ({"url": "https://git.example.com/okr.git", "vcs_info": {"vcs": "hg"}}, None),
        ({"url": "https://git.example.com/$(id).git", **GIT}, None),
        (
            {
                "url": "https://files.example.com/okrcli-1.2.whl",
                "archive_info": {"hashes": {"sha256": SHA256}},
            },
            f"okrcli @ https://files.example.com/okrcli-1.2.whl#sha256={SHA256}",
        ),
        (
            {"url": "https://files.example.com/okrcli-1.2.whl", "archive_info": {}},
            "okrcli @ https://files.example.com/okrcli-1.2.whl",
        ),
        ({"url": "file:///home/ana/okrcli-1.2.whl", "archive_info": {}}, None),
        ([], None),
    ],
)
def test_note_of_the_installer_says_where_okr_is_from(
    monkeypatch: pytest.MonkeyPatch, note: Any, text: str | None
) -> None:
    assert required(monkeypatch, note) == text


@pytest.mark.parametrize(
    ("installer", "text"),
    [("pip\n", "okrcli==1.2"), ("uv", "okrcli==1.2"), ("apt", None), ("", None)],
)
def test_package_without_a_note_is_from_an_index_where_the_installer_would_note_others(
    monkeypatch: pytest.MonkeyPatch, installer: str, text: str | None
) -> None:
    assert required(monkeypatch, None, installer) == text


def test_requirement_of_the_user_stands_as_it_is() -> None:
    found = stated_requirement("okrcli[xlsx]==1.2")

    assert (found.text, found.origin) == ("okrcli[xlsx]==1.2", "as requested")


@pytest.mark.parametrize(
    ("text", "said"),
    [
        (" ", "is not a requirement"),
        ("-r https://example.com/x", "is not a requirement"),
        ("okrcli\nevil", "is not a requirement"),
        ("okrcli==${{ secrets.X }}", "is not a requirement"),
        ("okrcli==$[[ inputs.x ]]", "is not a requirement"),
        ("okrcli @ git+https://ana@example.com/okr", "contains a user name"),
        ("okrcli @ git+ssh://ana:secret@example.com/okr", "contains a user name"),
    ],
)
def test_requirement_that_cannot_stand_in_a_public_file_is_refused(text: str, said: str) -> None:
    with pytest.raises(UsageError, match=said):
        stated_requirement(text)
