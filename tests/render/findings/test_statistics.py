from dataclasses import replace

from okrcli.model.finding import BAD_REFERENCE, LOSSY_TEXT, SCHEMA, Finding, Place, RuleId, Severity
from okrcli.render.findings.statistics import statistics
from okrcli.views.check import CheckOutcome


def outcome(*counts: tuple[RuleId, int, Severity | None]) -> CheckOutcome:
    findings = tuple(
        replace(finding, severity=severity) if severity else finding
        for rule, count, severity in counts
        for finding in [Finding.of(rule, Place("a.yaml"), "M.")] * count
    )
    return CheckOutcome(findings, files=1)


def test_most_frequent_rule_comes_first() -> None:
    text = statistics(outcome((LOSSY_TEXT, 2, None), (BAD_REFERENCE, 10, None), (SCHEMA, 2, None)))

    assert text == (
        "10  E004 bad-reference: error\n 2  E002 schema: error\n 2  E006 lossy-text: warning\n"
    )


def test_rule_of_two_severities_has_two_lines_the_worse_first() -> None:
    text = statistics(outcome((SCHEMA, 1, Severity.WARNING), (SCHEMA, 1, None)))

    assert text.splitlines() == ["1  E002 schema: error", "1  E002 schema: warning"]


def test_nothing_found_has_no_line() -> None:
    assert statistics(outcome()) == ""
