"""The way in which every other module asks git."""

import re
from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path

from okrcli.errors import HistoryError
from okrcli.history.options import options_for, variables_for
from okrcli.history.program import Answer, execute

OLDEST = (2, 30)
"""The oldest version line of git that checks who owns a repository (CVE-2022-24765)."""

FETCH_MISSING = "Fetch what is missing: git fetch --refetch --no-filter"
"""The option that fetches the files that a partial clone lacks; git 2.36 or newer."""


def run_git(
    folder: Path,
    *arguments: str,
    stdin: bytes | None = None,
    environment: Mapping[str, str] | None = None,
) -> Answer:
    """Run git in *folder* and return how it ended, whatever its exit code.

    Raises:
        NoHistoryError: The program git cannot be started.
    """
    name = command_name(arguments)
    # Not as the working directory of the process: where *folder* is missing, it may be ours.
    return execute(
        ("git", "-C", str(folder), *options_for(name), *arguments),
        stdin,
        {**variables_for(name), **(environment or {})},
    )


def ask_git(
    folder: Path,
    *arguments: str,
    stdin: bytes | None = None,
    environment: Mapping[str, str] | None = None,
) -> Answer:
    """Run git in *folder* and return how it ended.

    Raises:
        HistoryError: Git ended with an error, or cannot be started.
    """
    answer = run_git(folder, *arguments, stdin=stdin, environment=environment)
    if answer.status != 0:
        name = command_name(arguments)
        raise HistoryError(
            f"Git refused `git {name}` in {folder}: {answer.reason}", *_ways_out(answer)
        )
    return answer


def require_supported() -> None:
    """Refuse a git that is too old.

    Raises:
        HistoryError: It is older than `OLDEST`.
    """
    found = installed_version()
    if found < OLDEST:
        shown = ".".join(map(str, found))
        raise HistoryError(
            f"This is git {shown}, which does not protect you from other people's repositories.",
            "Install git 2.30 or later.",
        )


def installed_version() -> tuple[int, ...]:
    """Return the numbers of git's version; none where it says none.

    Raises:
        NoHistoryError: The program git cannot be started.
    """
    answer = execute(("git", "version"), None, {})
    found = re.search(r"\d+(?:\.\d+)+", answer.text)
    return tuple(map(int, found[0].split("."))) if found else ()


def command_name(arguments: Sequence[str]) -> str:
    """Return the git command in *arguments*, after the settings that precede it."""
    words = iter(arguments)
    for word in words:
        if word in {"-c", "-C"}:
            next(words)
        elif not word.startswith("-"):
            return word
    return ""


def literal(name: str) -> str:
    """Return the pathspec that means the path *name*, even with `*` or a leading `:` in it."""
    return f":(literal){name}"


def _ways_out(answer: Answer) -> Iterator[str]:
    if "from promisor remote" in answer.errors:
        yield FETCH_MISSING
