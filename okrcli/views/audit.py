"""Whether what git has of a workspace was kept as it was recorded and agreed."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date

from okrcli.model.finding import FindingCounts, Severity
from okrcli.next_step import Hint
from okrcli.views.story import Event, StoryCommit


@dataclass(frozen=True, slots=True)
class AuditLine:
    """One thing to look at.

    Attributes:
        message: What it is; empty where *event* says it.
        code: Of the rule that finds it; `None` where no rule does.
        ref: The objective, key result or KPI it is about; `None` for a file.
        path: Of the file, posix from the workspace's root.
        commit: That did it; `None` where none has it yet, or where none can be told.
        event: What happened, where nothing of it is left.
        is_silenced: Whether okr.yaml or a comment keeps the check from telling it.
    """

    severity: Severity
    message: str = ""
    hint: Hint = ""
    code: str | None = None
    ref: str | None = None
    path: str = ""
    commit: StoryCommit | None = None
    event: Event | None = None
    is_silenced: bool = False

    @property
    def look(self) -> str | None:
        """How to look at it."""
        return f"git show {self.commit.sha[:12]}" if self.commit else None


@dataclass(frozen=True, slots=True)
class Verified:
    """How much was looked at and found in order.

    Attributes:
        commits: That touched the workspace.
        checkins: That are as they were committed.
        definitions: Objectives, key results and KPIs whose goalposts are as they were agreed.
        amendments: By which goalposts moved.
        by_approval: Objectives that somebody else approved, in a commit of their own.
        by_merge: Objectives that somebody else merged.
        signatures: How many commits have which signature; empty where none is required.
    """

    commits: int = 0
    checkins: int = 0
    definitions: int = 0
    amendments: int = 0
    by_approval: int = 0
    by_merge: int = 0
    signatures: Mapping[str, int] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Audit:
    """What an audit has found.

    Attributes:
        workspace: Its name.
        lines: The worst first, then by file.
    """

    workspace: str
    day: date
    lines: tuple[AuditLine, ...]
    verified: Verified

    @property
    def counts(self) -> FindingCounts:
        """How many lines there are of each severity."""
        return FindingCounts.of_severities(line.severity for line in self.lines)
