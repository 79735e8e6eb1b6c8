"""The result of a check of a workspace."""

from collections.abc import Mapping
from dataclasses import field, replace

from okrcli.frozen import frozen_dataclass
from okrcli.model.finding import Finding, FindingCounts, Severity, Silencer


@frozen_dataclass
class CheckOutcome:
    """The result of a check.

    Attributes:
        findings: Sorted by path and line.
        files: The number of files checked.
        folder: Posix path of the workspace from the repository's root; empty when it is the root.
        explanations: The explanation of each rule, by its code.
        lines: The text of the lines with findings, by path and line; lines that could not be read
            are missing.
        single: The findings before those with the same cause were merged, as a baseline accepts
            them.
        accepted: The number of findings left out because the baseline accepts them.
        milder: The number of findings left out because only worse ones were asked for.
        silenced: The number of silenced findings, by what silences them.
        remarks: What could not be checked, and why; one sentence each.
        unkept: What is in no commit, one sentence each; `None` where it was not looked for.
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
    unkept: tuple[str, ...] | None = None

    @property
    def counts(self) -> FindingCounts:
        """The number of findings of each severity."""
        return FindingCounts.of(self.findings)

    @property
    def left_out(self) -> Mapping[str, int]:
        """How many findings were silenced, accepted or too mild, in words; empty if none was."""
        counts = {
            "silenced": sum(self.silenced.values()),
            "accepted": self.accepted,
            "milder": self.milder,
        }
        return {name: count for name, count in counts.items() if count}

    def at_least(self, severity: Severity) -> "CheckOutcome":
        """Return the outcome with only the findings of *severity* or worse."""
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
        """Return the path of the finding's file, posix from the repository's root."""
        path = finding.place.path
        return f"{self.folder}/{path}" if self.folder else path
