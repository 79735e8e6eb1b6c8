"""What a check of a workspace has found."""

from collections.abc import Mapping
from dataclasses import dataclass, field, replace

from okrcli.model.finding import Finding, FindingCounts, Severity, Silencer


@dataclass(frozen=True, slots=True)
class CheckOutcome:
    """What `okr check` has found.

    Attributes:
        findings: Sorted by path and line.
        files: How many files were looked at.
        folder: Posix path of the workspace from the repository's root; empty when it is the root.
        explanations: Why each rule is one, by its code.
        lines: The text of the lines where something was found, by path and line; where it could
            not be read there is none.
        single: The findings before those of one cause became one, as a baseline accepts them.
        accepted: How many findings are left out, because they were accepted before.
        milder: How many are left out, because worse ones were asked for.
        silenced: How many others are left out, by what silences them.
        remarks: What could not be judged, and why, a sentence each.
    """

    findings: tuple[Finding, ...]
    files: int
    folder: str = ""
    explanations: Mapping[str, str] = field(default_factory=dict)
    lines: Mapping[tuple[str, int], str] = field(default_factory=dict)
    single: tuple[Finding, ...] = ()
    accepted: int = 0
    milder: int = 0
    silenced: Mapping[Silencer, int] = field(default_factory=dict)
    remarks: tuple[str, ...] = ()

    @property
    def counts(self) -> FindingCounts:
        """How many findings there are of each severity."""
        return FindingCounts.of(self.findings)

    @property
    def left_out(self) -> Mapping[str, int]:
        """How many findings were silenced, accepted or too mild; empty when none was."""
        counts = {
            "silenced": sum(self.silenced.values()),
            "accepted": self.accepted,
            "milder": self.milder,
        }
        return {name: count for name, count in counts.items() if count}

    def at_least(self, severity: Severity) -> "CheckOutcome":
        """Return it with the findings that are as bad as *severity* or worse."""
        findings = tuple(
            finding for finding in self.findings if finding.severity.is_at_least(severity)
        )
        return replace(self, findings=findings, milder=len(self.findings) - len(findings))

    @property
    def worst_first(self) -> tuple[Finding, ...]:
        """The findings by severity, then path and line."""
        return tuple(finding for severity in Severity for finding in self.findings_of(severity))

    def findings_of(self, severity: Severity) -> tuple[Finding, ...]:
        """Return the findings of one severity, by path and line."""
        return tuple(finding for finding in self.findings if finding.severity is severity)

    def path_of(self, finding: Finding) -> str:
        """Return the posix path of its file from the repository's root."""
        path = finding.place.path
        return f"{self.folder}/{path}" if self.folder else path
