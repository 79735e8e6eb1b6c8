"""Runs the steps of a CI server's job by hand: in bash, as the server's runner does."""

import os
import re
import subprocess
import sysconfig
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

import yaml

from tests.cli.processes import PROJECT, environment
from tests.cli.workspaces import TODAY, Ran
from tests.repositories import git

ACTION = PROJECT / ".github/actions/check/action.yml"
_EXPRESSION = re.compile(r"\$\{\{ *(.*?) *\}\}")
_ANNOTATION = re.compile(r"^::(error|warning|notice) file=([^,]+),line=(\d+),", re.MULTILINE)

STRICT = ("--noprofile", "--norc", "-eo", "pipefail")
"""How a server calls bash when a job asks for bash by name; GitHub's default is `-e` alone."""


@dataclass(frozen=True)
class Runner:
    """A machine that has okr already, as after the job's `pip install`.

    Attributes:
        clone: The repository as it was checked out.
        expressions: What stands for a `${{ … }}`, by what is between the braces.
    """

    clone: Path
    expressions: Mapping[str, str] = field(default_factory=dict)

    @property
    def summary(self) -> Path:
        """The file of the job summary."""
        return self.clone.parent / "summary.md"

    @property
    def outputs(self) -> Path:
        """The file that a step writes its outputs to."""
        return self.clone.parent / "outputs.txt"

    def run(self, steps: Iterable[Mapping[str, Any]], folder: str = ".") -> Ran:
        """Run the `run:` of a GitHub job's *steps* in *folder* until one fails."""
        ran = Ran(0, "", "")
        for step in steps:
            own = {name: self._valued(value) for name, value in step.get("env", {}).items()}
            options = STRICT if "shell" in step else ("-e",)
            variables = {**self._github_variables(), **own}
            ran = self.bash(self._valued(step["run"]), options, folder, variables)
            if ran.code:
                return ran
        return ran

    def bash(
        self,
        script: str,
        options: Iterable[str] = STRICT,
        folder: str = ".",
        variables: Mapping[str, str] | None = None,
    ) -> Ran:
        """Run *script* in *folder* of the clone."""
        path = f"{sysconfig.get_path('scripts')}{os.pathsep}{os.environ['PATH']}"
        done = subprocess.run(
            ("bash", *options, "-c", script),
            cwd=self.clone / folder,
            env={**environment(), "PATH": path, "OKR_TODAY": TODAY, **(variables or {})},
            stdin=subprocess.DEVNULL,
            capture_output=True,
            text=True,
            check=False,
        )
        return Ran(done.returncode, done.stdout, done.stderr)

    def _valued(self, text: str) -> str:
        return _EXPRESSION.sub(lambda match: self.expressions[match[1]], text)

    def _github_variables(self) -> Mapping[str, str]:
        return {
            "GITHUB_ACTIONS": "true",
            "GITHUB_ACTION_PATH": str(ACTION.parent),
            "GITHUB_OUTPUT": str(self.outputs),
            "GITHUB_STEP_SUMMARY": str(self.summary),
            "RUNNER_OS": "Linux",
            "RUNNER_TEMP": str(self.clone.parent),
        }


def pull_request(repository: Path, files: Mapping[str, str]) -> Runner:
    """Return a runner on a clone in which *files* are a branch's commit, merged into `main`."""
    git(repository, "switch", "--quiet", "--create", "change")
    for name, text in files.items():
        path = repository / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, encoding="utf-8", newline="")
    git(repository, "add", "--all")
    git(repository, "commit", "--quiet", "--message", "Change our goals")
    git(repository, "switch", "--quiet", "main")
    git(repository, "merge", "--quiet", "--no-ff", "--no-edit", "change")
    clone = repository.parent / "runner" / "clone"
    git(repository, "clone", "--quiet", ".", str(clone))
    return Runner(clone)


def loaded(file: Path) -> Any:
    """Return what the YAML *file* holds."""
    return yaml.safe_load(file.read_text(encoding="utf-8"))


def split_steps(
    steps: Iterable[Mapping[str, Any]],
) -> tuple[list[str], list[str], list[Mapping[str, Any]]]:
    """Return the actions that *steps* use, what they install with pip, and the others."""
    used, installs, others = [], [], []
    for step in steps:
        if "uses" in step:
            used.append(step["uses"])
        elif "pip install" in step["run"]:
            installs.append(step["run"])
        else:
            others.append(step)
    return used, installs, others


def annotations(output: str) -> list[tuple[str, str, int]]:
    """Return the severity, file and line of each annotation that *output* makes."""
    return [(kind, file, int(line)) for kind, file, line in _ANNOTATION.findall(output)]


def line_of(text: str, part: str) -> int:
    """Return the number of the line of *text* that has *part*."""
    return next(n for n, line in enumerate(text.splitlines(), 1) if part in line)
