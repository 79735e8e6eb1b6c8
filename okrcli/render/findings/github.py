"""Findings as GitHub's workflow commands, which annotate the lines of a pull request."""

from collections.abc import Iterator, Sequence
from dataclasses import replace

from okrcli.model.finding import Finding, FindingCounts, Severity
from okrcli.next_step import StepWords
from okrcli.render.findings.concise import finding_line
from okrcli.render.findings.summary import counts_text
from okrcli.render.options import RenderOptions
from okrcli.render.text.workflow_commands import SHOWN, workflow_command
from okrcli.views.check import CheckOutcome


def render(outcome: CheckOutcome, options: RenderOptions) -> str:
    """Return one command per finding, the worst first; paths are from the repository's root.

    Those that GitHub would not show follow as plain lines of the log, below their number.
    """
    shown: list[Finding] = []
    rest: list[Finding] = []
    for severity in Severity:
        alike = [_in_repository(outcome, finding) for finding in outcome.findings_of(severity)]
        shown += alike[:SHOWN]
        rest += alike[SHOWN:]
    return "".join(
        f"{line}\n"
        for line in (*(_command(finding, options.words) for finding in shown), *_plain(rest))
    )


def _in_repository(outcome: CheckOutcome, finding: Finding) -> Finding:
    return replace(finding, place=finding.place._replace(path=outcome.path_of(finding)))


def _command(finding: Finding, words: StepWords) -> str:
    path, line, column = finding.place
    return workflow_command(
        finding.severity,
        f"{finding.message} {words.sentence(finding.hint)}".strip(),
        file=path,
        line=line,
        column=column,
        title=f"{finding.rule.code} {finding.rule.name}",
    )


def _plain(rest: Sequence[Finding]) -> Iterator[str]:
    if rest:
        number = counts_text(FindingCounts.of(rest))
        yield f"{number} more, beyond the {SHOWN} of each kind that GitHub annotates:"
        yield from map(finding_line, rest)
