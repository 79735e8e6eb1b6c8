"""A team that works with `okr` for weeks: commands as people type them, each on its day."""

import json
from datetime import UTC, date, datetime, time
from pathlib import Path

import pytest

from okrcli.cli.app import run
from okrcli.cli.options import Invocation
from tests.cli.workspaces import write
from tests.repositories import git


class Team:
    """The team's repository, and the day that it is."""

    def __init__(
        self,
        root: Path,
        settings: str,
        patch: pytest.MonkeyPatch,
        capsys: pytest.CaptureFixture[str],
    ) -> None:
        self.root = write(root, {"okr.yaml": settings})
        self._patch, self._capsys = patch, capsys
        git(root, "init", "--quiet", "--initial-branch", "main")
        self.on(date(2026, 9, 21), "ana")
        git(self.root, "add", ".")
        git(self.root, "commit", "--quiet", "--message", "Set up OKRs")

    def on(self, day: date, who: str) -> None:
        """Let it be *day*, and *who* sit at the keyboard."""
        moment = datetime.combine(day, time(10), UTC)
        self.day = day
        self._patch.setattr(Invocation, "now", lambda _self: moment)
        for role in ("AUTHOR", "COMMITTER"):
            self._patch.setenv(f"GIT_{role}_DATE", moment.isoformat())
            self._patch.setenv(f"GIT_{role}_NAME", who)
            self._patch.setenv(f"GIT_{role}_EMAIL", f"{who}@example.com")

    def okr(self, *words: str) -> str:
        """Run `okr`, which must succeed."""
        code = run([*words, "--root", str(self.root), "--today", str(self.day)])
        ran = self._capsys.readouterr()
        assert code == 0, ran.err + ran.out
        return ran.out

    def git(self, *words: str) -> str:
        """Run git as who sits at the keyboard."""
        return git(self.root, *words)

    def found(self, day: date) -> list[str]:
        """Return what a check finds on *day*: severity, code and what it is about."""
        run(["check", "--format", "json", "--root", str(self.root), "--today", str(day)])
        findings = json.loads(self._capsys.readouterr().out)["findings"]
        return [f"{each['severity']} {each['code']} {each['ref']}" for each in findings]
