from pathlib import Path

from okrcli.history.remotes import address_of_remote, default_branch
from okrcli.history.repository import open_repository
from tests.repositories import git


def test_address_is_as_configured_and_the_default_branch_that_of_origin(repository: Path) -> None:
    opened = open_repository(repository)
    assert opened is not None
    assert address_of_remote(opened, "origin") == ""
    assert default_branch(opened) is None

    git(repository, "remote", "add", "origin", "git@github.com:acme/okrs.git")
    git(repository, "symbolic-ref", "refs/remotes/origin/HEAD", "refs/remotes/origin/trunk")
    assert address_of_remote(opened, "origin") == "git@github.com:acme/okrs.git"
    assert default_branch(opened) == "trunk"
