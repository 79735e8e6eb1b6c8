"""The remote repositories as they are configured."""

from okrcli.history.command import run_git
from okrcli.history.repository import Repository

_HEAD = "refs/remotes/origin/HEAD"


def address_of_remote(repository: Repository, remote: str) -> str:
    """Return the address of *remote* as configured; empty if it has none.

    It may contain credentials.
    """
    # Not `git remote get-url`, which puts in what only this machine has, such as a token.
    return run_git(repository.root, "config", "--get", f"remote.{remote}.url").text


def default_branch(repository: Repository) -> str | None:
    """Return the branch that others get when they clone from `origin`; `None` if unknown."""
    answer = run_git(repository.root, "symbolic-ref", "--quiet", _HEAD)
    return answer.text.removeprefix("refs/remotes/origin/") or None
