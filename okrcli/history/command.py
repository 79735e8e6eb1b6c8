"""The only place that runs git."""

import os
import re
import tempfile
from collections.abc import Iterator, Mapping, Sequence
from contextlib import ExitStack, contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import BinaryIO, cast

from okrcli.errors import HistoryError, NoHistoryError
from okrcli.history.options import HIDDEN_VARIABLES, options_for, variables_for
from okrcli.system import git_text

OLDEST = (2, 30)
"""The oldest version line of git that checks who owns a repository (CVE-2022-24765)."""

FETCH_MISSING = "Fetch what is missing: git fetch --refetch --no-filter"
"""The option that fetches the files that a partial clone lacks; git 2.36 or newer."""

_NO_PROGRAM = "The program git cannot be started, so there is no history."
_NO_PROGRAM_HINT = "Install git 2.30 or later and see that it is on the PATH."


@dataclass(frozen=True, slots=True)
class Answer:
    """How one run of git ended."""

    status: int
    output: bytes
    errors: str

    @property
    def text(self) -> str:
        """The output without the final line end; bytes that are not UTF-8 become surrogates."""
        return git_text(self.output).removesuffix("\n")

    @property
    def reason(self) -> str:
        """Git's own words, without advice."""
        lines = [line.rstrip() for line in self.errors.splitlines()]
        said = [line for line in lines if line and not line.startswith("hint:")]
        return "\n".join(said[-20:]).removeprefix("fatal: ").removeprefix("error: ")


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
    # Not GitPython's working directory: it silently takes ours where *folder* is missing.
    return _execute(
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
    answer = _execute(("git", "version"), None, {})
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


def _execute(command: Sequence[str], stdin: bytes | None, environment: Mapping[str, str]) -> Answer:
    with ExitStack() as stack:
        stream = stack.enter_context(_stream_of(stdin)) if stdin is not None else None
        stack.enter_context(_without_git_variables())
        return _call(command, stream, environment)


def _call(
    command: Sequence[str], stream: BinaryIO | None, environment: Mapping[str, str]
) -> Answer:
    """Run *command*: the only place that calls GitPython."""
    try:
        # 100 ms, which only commands that need the history should pay.
        from git.cmd import Git  # noqa: PLC0415
        from git.exc import GitCommandNotFound  # noqa: PLC0415
    except ModuleNotFoundError:
        raise
    except ImportError as error:  # GitPython looks for the program when it is imported
        raise NoHistoryError(_NO_PROGRAM, _NO_PROGRAM_HINT) from error
    try:
        status, output, errors = Git().execute(
            command,
            istream=stream,
            with_extended_output=True,
            with_exceptions=False,
            stdout_as_string=False,
            strip_newline_in_stdout=False,
            env=dict(environment),
        )
    except GitCommandNotFound as error:
        raise NoHistoryError(_NO_PROGRAM, _NO_PROGRAM_HINT) from error
    return Answer(status, output, errors)


@contextmanager
def _stream_of(content: bytes) -> Iterator[BinaryIO]:
    """Provide *content* as a real file, which the child process reads by itself."""
    with tempfile.TemporaryFile() as stream:
        stream.write(content)
        stream.seek(0)
        yield cast("BinaryIO", stream)  # on Windows it is wrapped


@contextmanager
def _without_git_variables() -> Iterator[None]:
    """Remove from the environment what a surrounding hook says about its own repository.

    GitPython passes the whole environment to git and cannot leave a variable out.
    """
    names = [name for name in os.environ if name in HIDDEN_VARIABLES]
    hidden = {name: os.environ.pop(name) for name in names}
    try:
        yield
    finally:
        os.environ.update(hidden)
