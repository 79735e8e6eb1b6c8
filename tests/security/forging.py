"""A small workspace in a repository, and commits in it of any day, by anybody."""

import os
import subprocess
from collections.abc import Mapping, Sequence
from datetime import date
from pathlib import Path

from okrcli.actions.check.check_run import CheckRun
from okrcli.actions.check.rule_options import RuleOptions
from okrcli.actions.check.scope import Scope
from okrcli.model.finding import Finding, Severity
from okrcli.views.check import CheckOutcome
from tests.repositories import git

TODAY = date(2026, 10, 12)
OBJECTIVE = "objectives/2026-Q4/o.yaml"
CHECKIN = "checkins/2026/2026-10-05-carlos-00000001.yaml"


def objective(target: int = 60, *more: str, head: str = "") -> str:
    lines = "".join(f"    {line}\n" for line in more)
    return (
        f"title: Customers stay\n{head}key_results:\n  - id: nps\n    title: NPS\n"
        f"    type: metric\n    baseline: 40\n    target: {target}\n{lines}"
    )


def checkin(value: int = 42, day: str = "2026-10-05", recorded: str | None = None) -> str:
    said = f"recorded: {recorded or day}T10:00:00Z\n" if recorded != "" else ""
    return (
        f"date: {day}\nby: carlos\n{said}key_results:\n  - {{key_result: o/nps, value: {value}}}\n"
    )


def amendment(day: str, was: int = 60, now: int = 45) -> Sequence[str]:
    return (
        "amendments:",
        f"  - {{date: {day}, field: target, was: {was}, now: {now}, why: w, approved_by: ana}}",
    )


class Workspace:
    """The workspace, and what `okr check` finds in its history."""

    def __init__(self, root: Path, folder: str = ".") -> None:
        self.top = root
        self.root = root / folder
        root.mkdir(parents=True)
        git(root, "init", "--quiet")

    def commit(
        self,
        day: str,
        files: Mapping[str, str | None] | None = None,
        *,
        authored: str | None = None,
    ) -> "Workspace":
        """Commit *files*, `None` for one to delete, and all that was changed besides."""
        for name, text in (files or {}).items():
            path = self.root / name
            if text is None:
                path.unlink()
                continue
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_text(text, encoding="utf-8")
        git(self.top, "add", "--all")
        return self.git(
            day, "commit", "--quiet", "--allow-empty", "-m", "Change", authored=authored
        )

    def git(self, day: str, *arguments: str, authored: str | None = None) -> "Workspace":
        """Run git as on *day*: a date, or a time with its zone."""
        moments = {"GIT_COMMITTER_DATE": _moment(day), "GIT_AUTHOR_DATE": _moment(authored or day)}
        subprocess.run(
            ("git", *arguments),
            cwd=self.top,
            env={**os.environ, **moments},
            check=True,
            capture_output=True,
        )
        return self

    def move(self, folder: str) -> "Workspace":
        """Move the workspace with `git mv`; not committed yet."""
        target = self.top / folder
        target.mkdir(parents=True, exist_ok=True)
        parts = [
            each
            for each in ("okr.yaml", "objectives", "kpis", "checkins")
            if (self.root / each).exists()
        ]
        git(self.top, "mv", *(str(self.root / each) for each in parts), str(target))
        self.root = target
        return self

    def outcome(
        self, against: str | None = None, day: date = TODAY, select: Sequence[str] = ("H",)
    ) -> CheckOutcome:
        """Return what is found, and what could not be judged."""
        run = CheckRun(self.root, day, RuleOptions(), select, (), against)
        return run.outcome(Scope(), frozenset())

    def findings(
        self, against: str | None = None, day: date = TODAY, select: Sequence[str] = ("H",)
    ) -> list[Finding]:
        return list(self.outcome(against, day, select).findings)

    def found(self, against: str | None = None, day: date = TODAY) -> list[str]:
        """Return the codes of the errors and warnings of letter H."""
        found = self.findings(against, day)
        told = [each.rule.code for each in found if each.severity is not Severity.INFO]
        return [code for code in told if code[0] == "H"]


def _moment(day: str) -> str:
    return day if "T" in day else f"{day}T10:00:00Z"


def agreed(root: Path, folder: str = ".", settings: str = "version: 1\n") -> Workspace:
    """Return a workspace whose target of 60 was agreed on 2026-09-20."""
    return Workspace(root, folder).commit(
        "2026-09-20", {"okr.yaml": settings, OBJECTIVE: objective()}
    )
