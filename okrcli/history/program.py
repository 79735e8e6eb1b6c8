"""The program git, run to its end."""

import os
import subprocess
from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager
from typing import BinaryIO, cast

from okrcli import system
from okrcli.errors import NoHistoryError
from okrcli.frozen import frozen_dataclass
from okrcli.history.options import HIDDEN_VARIABLES
from okrcli.system import git_text

_NO_PROGRAM = "The program git cannot be started, so there is no history."
_NO_PROGRAM_HINT = "Install git 2.30 or later and see that it is on the PATH."
_IN_ENGLISH = {"LANGUAGE": "C", "LC_ALL": "C"}


@frozen_dataclass
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


def execute(command: Sequence[str], stdin: bytes | None, environment: Mapping[str, str]) -> Answer:
    """Run *command* and return how it ended, whatever its exit code.

    Args:
        command: `git` and its arguments.
        stdin: Its input.
        environment: What it gets beside our own variables.

    Raises:
        NoHistoryError: The program git cannot be started.
    """
    if not system.PATH_ALONE_TELLS_PROGRAMS:
        return _execute_by_gitpython(command, stdin, environment)
    kept = {name: value for name, value in os.environ.items() if name not in HIDDEN_VARIABLES}
    variables = {**kept, **_IN_ENGLISH, **environment}
    if stdin is None:
        return _run(command, variables, subprocess.DEVNULL, subprocess.PIPE)
    # Through pipes both would wait for each other at every step: a long list has a long answer.
    import tempfile  # noqa: PLC0415  the state of a repository takes no file

    with _stream_of(stdin) as source, tempfile.TemporaryFile() as sink:
        answer = _run(command, variables, source, sink)
        sink.seek(0)
        return Answer(answer.status, sink.read(), answer.errors)


def has_variable(name: str) -> bool:
    """Return whether git gets the variable *name* from our environment, with something in it."""
    return bool(os.environ.get(name, "").strip())


def _run(
    command: Sequence[str],
    environment: Mapping[str, str],
    source: BinaryIO | int,
    sink: BinaryIO | int,
) -> Answer:
    try:
        # Not `run`, which kills it when we are interrupted: git then leaves its locks behind.
        with subprocess.Popen(  # noqa: S603  no shell
            command, env=environment, stdin=source, stdout=sink, stderr=subprocess.PIPE
        ) as process:
            output, errors = process.communicate()
    except (FileNotFoundError, NotADirectoryError, PermissionError) as error:
        raise NoHistoryError(_NO_PROGRAM, _NO_PROGRAM_HINT) from error
    return Answer(process.returncode, output or b"", git_text(errors))


def _execute_by_gitpython(
    command: Sequence[str], stdin: bytes | None, environment: Mapping[str, str]
) -> Answer:
    """Run *command* where a `git` in the current folder could be taken for the program.

    GitPython knows how to rule that out; its import takes 100 ms and runs git twice.
    """
    try:
        from git.cmd import Git  # noqa: PLC0415
        from git.exc import GitCommandNotFound  # noqa: PLC0415
    except ModuleNotFoundError:
        raise
    except ImportError as error:  # GitPython looks for the program when it is imported
        raise NoHistoryError(_NO_PROGRAM, _NO_PROGRAM_HINT) from error
    try:
        with _stream_of(stdin or b"") as source, _without_git_variables():
            status, output, errors = Git().execute(
                command,
                istream=source,
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
    import tempfile  # noqa: PLC0415  as above

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
