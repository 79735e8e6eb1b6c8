"""Findings: severity, order and counts."""

from okrcli.model.finding import (
    BAD_IGNORE,
    SCHEMA,
    YAML_SYNTAX,
    Finding,
    FindingCounts,
    Place,
    RuleId,
    Severity,
)


def test_finding_has_the_severity_of_its_rule() -> None:
    rule = RuleId("X999", "example", Severity.INFO)
    assert Finding.of(rule, Place("a.yaml"), "So.").severity is Severity.INFO


def test_findings_are_ordered_by_path_line_column_and_code() -> None:
    places = [("b.yaml", 1, 1), ("a.yaml", 10, 1), ("a.yaml", 9, 4), ("a.yaml", 9, 3)]
    findings = [Finding.of(SCHEMA, Place(*place), "So.") for place in places]
    findings.append(Finding.of(YAML_SYNTAX, Place("a.yaml", 9, 3), "So."))
    ordered = sorted(findings, key=lambda each: each.sort_key)
    assert [(*each.place, each.rule.code) for each in ordered] == [
        ("a.yaml", 9, 3, "E001"),
        ("a.yaml", 9, 3, "E002"),
        ("a.yaml", 9, 4, "E002"),
        ("a.yaml", 10, 1, "E002"),
        ("b.yaml", 1, 1, "E002"),
    ]


def test_findings_are_counted_by_severity() -> None:
    findings = [
        Finding.of(SCHEMA, Place("a.yaml"), "So."),
        Finding.of(BAD_IGNORE, Place("a.yaml"), "So."),
        Finding.of(BAD_IGNORE, Place("b.yaml"), "So."),
    ]
    assert FindingCounts.of(findings) == FindingCounts(error=1, warning=2, info=0)
    assert FindingCounts.of([]) == FindingCounts()
