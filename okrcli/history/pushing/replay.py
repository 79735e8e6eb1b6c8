"""Check-ins made again on top of what others have pushed, without touching the work tree.

A check-in only adds files with random names, so it can be replayed from git's objects alone: no
rebase, no stash, and the user's own changes stay where they are.
"""

import tempfile
from collections.abc import Sequence
from pathlib import Path

from okrcli.errors import HistoryError
from okrcli.frozen import frozen_dataclass
from okrcli.history.command import ask_git, literal, run_git
from okrcli.history.repository import Repository
from okrcli.system import git_text

_TRAILER = "OKR-Checkin"


@frozen_dataclass
class _Original:
    """A commit to be made again."""

    author: dict[str, str]
    message: bytes


def unpushed_commits(repository: Repository, upstream: str, head: str) -> tuple[str, ...]:
    """Return the commits that *upstream* lacks, the oldest first."""
    listing = ask_git(
        repository.root, "rev-list", "--reverse", "--topo-order", f"{upstream}..{head}"
    )
    return tuple(listing.text.split())


def require_checkins(repository: Repository, commits: Sequence[str]) -> None:
    """Refuse to remake anything but check-ins, which only add files.

    Raises:
        HistoryError: One of *commits* is a merge, changes a file, or is not a check-in.
    """
    for commit in commits:
        if not _is_checkin(repository, commit):
            raise HistoryError(
                f"Others have pushed, and your unpushed commit {commit[:10]} is not a check-in, "
                "so okr does not remake it.",
                "Update your branch with `git pull --rebase`, then run `git push`.",
            )


def replay(repository: Repository, commits: Sequence[str], onto: str) -> str:
    """Return the last of *commits*, made again on top of *onto*, without what that has already.

    Raises:
        HistoryError: *onto* has one of their files with another content, or signing failed.
    """
    base = onto
    for commit in commits:
        base = _replay_one(repository, commit, base)
    return base


def _is_checkin(repository: Repository, commit: str) -> bool:
    shown = ask_git(
        repository.root,
        "log",
        "-1",
        "-m",
        "--no-show-signature",
        "--no-renames",
        "--no-ext-diff",
        "--name-status",
        f"--format=%P%x00%(trailers:key={_TRAILER},valueonly)%x00",
        commit,
    ).text
    parents, trailer, files = shown.split("\0", 2)
    only_adds = all(line.startswith("A\t") for line in files.splitlines() if line)
    return len(parents.split()) == 1 and bool(trailer.strip()) and only_adds


def _replay_one(repository: Repository, commit: str, base: str) -> str:
    tree = _tree_with(repository, commit, base)
    if tree == ask_git(repository.root, "rev-parse", f"{base}^{{tree}}").text:
        return base
    original = _original(repository, commit)
    return ask_git(
        repository.root,
        "-c",
        "i18n.commitEncoding=UTF-8",
        "commit-tree",
        *_signing(repository),
        "-p",
        base,
        "-F",
        "-",
        tree,
        stdin=original.message,
        environment=original.author,
    ).text


def _tree_with(repository: Repository, commit: str, base: str) -> str:
    """Return the tree of *base* with the files that *commit* added."""
    added = ask_git(
        repository.root, "diff-tree", "-r", "-z", "--no-renames", f"{commit}^", commit
    ).output
    _require_free(repository, added, base)
    with tempfile.TemporaryDirectory() as folder:
        index = {"GIT_INDEX_FILE": str(Path(folder) / "index")}
        ask_git(repository.root, "read-tree", base, environment=index)
        ask_git(
            repository.root,
            "update-index",
            "-z",
            "--index-info",
            stdin=_index_lines(added),
            environment=index,
        )
        return ask_git(repository.root, "write-tree", environment=index).text


def _index_lines(added: bytes) -> bytes:
    """Turn `:0 MODE 0 BLOB A`, NUL, PATH, NUL into `MODE BLOB`, tab, PATH, NUL."""
    words = added.split(b"\0")
    lines = []
    for facts, path in zip(words[::2], words[1::2], strict=False):
        _, mode, _, blob, _ = facts.split(b" ")
        lines.append(mode + b" " + blob + b"\t" + path + b"\0")
    return b"".join(lines)


def _require_free(repository: Repository, added: bytes, base: str) -> None:
    """Refuse when *base* already has one of the *added* files with another content."""
    ours = set(_index_lines(added).split(b"\0")) - {b""}
    paths = [line.partition(b"\t")[2] for line in ours]
    specs = [literal(git_text(path)) for path in paths]
    theirs = ask_git(repository.root, "ls-tree", "-r", "-z", base, "--", *specs).output
    for line in filter(None, theirs.split(b"\0")):
        facts, _, path = line.partition(b"\t")
        if facts.replace(b" blob ", b" ") + b"\t" + path not in ours:
            raise HistoryError(
                f"Somebody else has pushed a different {git_text(path)}.",
                "Update your branch with `git pull --rebase`, then run `git push`.",
            )


def _original(repository: Repository, commit: str) -> _Original:
    headers, _, message = ask_git(repository.root, "cat-file", "commit", commit).output.partition(
        b"\n\n"
    )
    author = next(line for line in headers.split(b"\n") if line.startswith(b"author "))
    who, _, when = git_text(author.removeprefix(b"author ")).rpartition("> ")
    name, _, email = who.partition(" <")
    return _Original(
        author={
            "GIT_AUTHOR_NAME": name,
            "GIT_AUTHOR_EMAIL": email,
            "GIT_AUTHOR_DATE": f"@{when}",
        },
        message=message,
    )


def _signing(repository: Repository) -> tuple[str, ...]:
    """Return the options that make `commit-tree` sign; it ignores the configuration."""
    wanted = run_git(repository.root, "config", "--type=bool", "--get", "commit.gpgSign")
    return ("--gpg-sign",) if wanted.text == "true" else ()
