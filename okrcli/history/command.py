"""The way in which every other module asks git."""

import re
from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path

from okrcli.errors import HistoryError
from okrcli.history.options import options_for, variables_for
from okrcli.history.program import Answer, execute

OLDEST = (2, 30)
"""The oldest version line of git that checks who owns a repository (CVE-2022-24765)."""

_EVENT = '{"event":"'
_VERSION_EVENT = re.compile(r'\{"event":"version",.*"exe":"(?P<version>[^"]*)"')

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
        reason = answer.reason or f"it said nothing, and ended with {answer.status}"
        raise HistoryError(f"Git refused `git {name}` in {folder}: {reason}", *_ways_out(answer))
    return answer


def run_git_with_version(folder: Path, *arguments: str) -> tuple[Answer, tuple[int, ...]]:
    """Run git as `run_git` does, and return the numbers of its version, too.

    Raises:
        NoHistoryError: The program git cannot be started.
    """
    # Git tells what it does, line by line, among its errors: the first line has the version.
    answer = run_git(folder, *arguments, environment={"GIT_TRACE2_EVENT": "2"})
    lines = answer.errors.splitlines(keepends=True)
    errors = "".join(line for line in lines if not line.startswith(_EVENT))
    told = next(filter(None, map(_VERSION_EVENT.match, lines)), None)
    version = _numbers_in(told["version"]) if told else installed_version()
    return Answer(answer.status, answer.output, errors), version


def require_supported(found: tuple[int, ...]) -> None:
    """Refuse a git that is too old.

    Args:
        found: The numbers of its version.

    Raises:
        HistoryError: It is older than `OLDEST`.
    """
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
    return _numbers_in(execute(("git", "version"), None, {}).text)


def _numbers_in(version: str) -> tuple[int, ...]:
    found = re.search(r"\d+(?:\.\d+)+", version)
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
