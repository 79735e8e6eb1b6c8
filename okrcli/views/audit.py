"""The result of an audit: whether a workspace's history was kept as recorded and agreed."""

from collections.abc import Mapping
from dataclasses import field
from datetime import date

from okrcli.frozen import frozen_dataclass
from okrcli.model.finding import FindingCounts, Severity
from okrcli.next_step import Hint
from okrcli.views.story import Event, StoryCommit


@frozen_dataclass
class AuditLine:
    """One thing to look at.

    Attributes:
        message: What was found; empty if *event* says it.
        code: The code of the rule that finds it; `None` if no rule does.
        ref: The objective, key result or KPI that it is about; `None` for a file.
        path: Path of the file, posix from the workspace's root.
        commit: The commit that did it; `None` if it is not committed yet, or if the commit is
            unknown.
        event: What happened, if nothing of it remains in the files.
        is_silenced: Whether okr.yaml or a comment keeps the check from reporting it.
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
        """The command that shows the commit."""
        return f"git show {self.commit.sha[:12]}" if self.commit else None


@frozen_dataclass
class VerifiedCounts:
    """How much was verified.

    Attributes:
        commits: The number of commits that touched the workspace.
        checkins: The number of check-ins that are as they were committed.
        definitions: The number of objectives, key results and KPIs with goalposts as agreed.
        amendments: The number of amendments that moved goalposts.
        by_approval: The number of objectives that somebody else approved in a commit of their own.
        by_merge: The number of objectives that somebody else merged.
        signatures: The number of commits by kind of signature; empty if none is required.
    """

    commits: int = 0
    checkins: int = 0
    definitions: int = 0
    amendments: int = 0
    by_approval: int = 0
    by_merge: int = 0
    signatures: Mapping[str, int] = field(default_factory=dict)


@frozen_dataclass
class Audit:
    """The result of an audit.

    Attributes:
        workspace: Its name.
        lines: The lines, the worst first, then by file.
    """

    workspace: str
    day: date
    lines: tuple[AuditLine, ...]
    verified: VerifiedCounts

    @property
    def counts(self) -> FindingCounts:
        """The number of lines of each severity."""
        return FindingCounts.of_severities(line.severity for line in self.lines)
