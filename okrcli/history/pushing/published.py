"""Where others can get a commit of a project."""

from collections.abc import Iterable, Iterator
from pathlib import Path

from okrcli.frozen import frozen_dataclass
from okrcli.history.command import ask_git, literal, run_git
from okrcli.history.remotes import address_of_remote
from okrcli.history.repository import Repository, open_repository


@frozen_dataclass
class PublishedCommit:
    """A commit that a remote repository has.

    Attributes:
        address: The address of the remote repository as configured; it may contain credentials.
        commit: The whole hash.
        folder: Posix path of the project from the repository's root, `.` when it is the root.
    """

    address: str
    commit: str
    folder: str


def published_commit(project: Path, commit: str | None = None) -> PublishedCommit | None:
    """Return where others find *commit*, by default the present one, of the folder *project*.

    `None` if unknown: the project is in no repository or not part of the commit (for instance an
    ignored folder), or no remote is known to have the commit.

    Raises:
        HistoryError: There is a repository that we cannot use, or no git.
    """
    repository = open_repository(project)
    if repository is None or not (found := commit or repository.head()):
        return None
    folder = repository.name_of(project)
    if run_git(repository.root, "cat-file", "-e", f"{found}:{folder}/pyproject.toml").status:
        return None
    addresses = (
        address_of_remote(repository, remote) for remote in _remotes_with(repository, found)
    )
    return next((PublishedCommit(address, found, folder) for address in addresses if address), None)


def _remotes_with(repository: Repository, commit: str) -> Iterator[str]:
    """Yield the remotes that had *commit* at our last fetch of them, `origin` first."""
    names = run_git(repository.root, "remote").text.splitlines()
    for name in sorted(names, key=lambda name: (name != "origin", name)):
        answer = run_git(
            repository.root,
            "for-each-ref",
            "--count=1",
            f"--contains={commit}",
            f"refs/remotes/{name}",
            f"refs/remotes/{name}/**",
        )
        if answer.output:
            yield name


def remote_with(repository: Repository, paths: Iterable[Path]) -> str | None:
    """Return the remote branch that had one of the files *paths* at our last fetch of it.

    `None` where none had.
    """
    names = [literal(repository.name_of(path)) for path in paths]
    answer = ask_git(repository.root, "rev-list", "--max-count=1", "--remotes", "--", *names)
    if not answer.text:
        return None
    holding = f"--contains={answer.text}"
    places = ("--count=1", "--format=%(refname:short)", holding, "refs/remotes")
    return ask_git(repository.root, "for-each-ref", *places).text
