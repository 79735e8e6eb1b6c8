"""The command `okr` as a process of its own, with a pipe or a terminal."""

import os
import signal
import subprocess
import sys
from collections.abc import Mapping
from pathlib import Path

import pexpect

import okrcli
from tests.cli.workspaces import TODAY, Ran

PROJECT = Path(okrcli.__file__).parent.parent
PATIENCE = 60


def environment() -> Mapping[str, str]:
    """Return the variables of a process that finds this okrcli from any folder."""
    path = os.pathsep.join(filter(None, (str(PROJECT), os.environ.get("PYTHONPATH"))))
    return {**os.environ, "PYTHONPATH": path}


def command(*arguments: str) -> list[str]:
    """Return the command line of `okr` as of `TODAY`."""
    return [sys.executable, "-m", "okrcli", *arguments, "--today", TODAY]


def okr_process(folder: Path, *arguments: str, stdin: str = "") -> Ran:
    """Run `okr` in *folder*."""
    ran = subprocess.run(
        command(*arguments),
        cwd=folder,
        env=environment(),
        input=stdin,
        capture_output=True,
        text=True,
        check=False,
    )
    return Ran(ran.returncode, ran.stdout, ran.stderr)


def _hear_interruptions() -> None:
    """Let Ctrl-C reach the process, also where the tests run in the background and ignore it."""
    signal.signal(signal.SIGINT, signal.SIG_DFL)


class Terminal:
    """`okr` at a terminal: *answers* are typed as its questions come."""

    def __init__(self, folder: Path, *arguments: str) -> None:
        program, *rest = command(*arguments)
        self.process = pexpect.spawn(
            program,
            rest,
            cwd=str(folder),
            env=dict(environment()),
            encoding="utf-8",
            timeout=PATIENCE,
            dimensions=(50, 200),
            preexec_fn=_hear_interruptions,
        )
        self.text = ""

    def answer(self, question: str, answer: str) -> None:
        """Wait for *question*, and type *answer*."""
        self.wait_for(question)
        self.process.expect(": ?")
        self.text += self.process.before or ""
        self.process.sendline(answer)

    def wait_for(self, text: str) -> None:
        """Wait until *text* is shown."""
        self.process.expect_exact(text)
        self.text += (self.process.before or "") + text

    def end(self) -> int:
        """Wait for the end, and return the exit code."""
        self.process.expect(pexpect.EOF)
        self.text += self.process.before or ""
        self.process.close()
        return int(self.process.exitstatus or 0)
