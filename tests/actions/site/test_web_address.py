import pytest
from hypothesis import given
from hypothesis import strategies as st

from okrcli.actions.site.web_address import web_address
from okrcli.views.web_files import Forge


@pytest.mark.parametrize(
    ("remote", "base"),
    [
        ("https://github.com/acme/okrs.git", "https://github.com/acme/okrs"),
        ("https://github.com/acme/okrs/", "https://github.com/acme/okrs"),
        ("https://ana:secret@github.com/acme/okrs", "https://github.com/acme/okrs"),
        ("https://x-access-token:ghp_1@github.com/acme/a.b.git", "https://github.com/acme/a.b"),
        ("git@github.com:acme/okrs.git", "https://github.com/acme/okrs"),
        ("ssh://git@github.com/acme/okrs.git", "https://github.com/acme/okrs"),
        ("ssh://git@ssh.github.com:443/acme/okrs.git", "https://github.com/acme/okrs"),
        ("git://github.com/acme/okrs.git", "https://github.com/acme/okrs"),
        ("https://gitlab.com/acme/sub/okrs.git", "https://gitlab.com/acme/sub/okrs"),
        ("git@gitlab.example.org:acme/okrs.git", "https://gitlab.example.org/acme/okrs"),
        ("https://gitlab.example.org:8443/a/b.git", "https://gitlab.example.org:8443/a/b"),
        ("ssh://git@gitlab.example.org:2222/a/b.git", "https://gitlab.example.org/a/b"),
        ("ssh://git@codeberg.org/acme/okrs.git", "https://codeberg.org/acme/okrs"),
    ],
)
def test_address_for_people_has_no_name_and_no_password(remote: str, base: str) -> None:
    found = web_address(remote)

    assert found is not None
    assert found.base == base


def test_forge_is_told_by_the_server() -> None:
    forges = [
        found.forge
        for remote in ("git@github.com:a/b", "git@gitlab.acme.io:a/b", "git@codeberg.org:a/b")
        if (found := web_address(remote))
    ]

    assert forges == [Forge.GITHUB, Forge.GITLAB, Forge.FORGEJO]


@pytest.mark.parametrize(
    "remote",
    [
        "",
        "/srv/git/okrs.git",
        "file:///srv/okrs.git",
        "https://git.example.org/acme/okrs.git",
        "https://github.com/acme",
        "https://github.com/acme/okrs/tree/main",
        "https://github.com.evil.org/acme/okrs",
        "https://github.com/../okrs",
        "https://github.com/acme/okrs?x=<script>",
        "https://github.com/acme/o krs",
        "javascript:alert(1)",
        "ext::sh -c id",
    ],
)
def test_what_is_not_known_for_sure_has_none(remote: str) -> None:
    assert web_address(remote) is None


@given(st.text())
def test_address_is_always_one_that_leads_to_a_known_server(remote: str) -> None:
    for text in (remote, f"https://{remote}@github.com/a/b", f"git@github.com:{remote}"):
        found = web_address(text)
        if found is not None:
            assert found.base.startswith("https://")
            assert "@" not in found.base
            assert found.base.isascii()
            assert found.base.isprintable()
