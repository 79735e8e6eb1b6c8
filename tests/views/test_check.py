from okrcli.model.finding import Finding, FindingCounts, Place, RuleId, Severity, Silencer
from okrcli.views.check import CheckOutcome


def a_finding(severity: Severity, line: int) -> Finding:
    rule = RuleId("S101", "vague-verb", severity)
    return Finding.of(rule, Place("objectives/2026-Q4/cx.yaml", line), "Say more.")


INFO, ERROR, WARNING = (
    a_finding(severity, line)
    for line, severity in enumerate((Severity.INFO, Severity.ERROR, Severity.WARNING), 1)
)
OUTCOME = CheckOutcome((INFO, ERROR, WARNING), files=3)


def test_findings_are_counted_and_sorted_by_severity() -> None:
    assert OUTCOME.counts == FindingCounts(1, 1, 1)
    assert OUTCOME.worst_first == (ERROR, WARNING, INFO)
    assert OUTCOME.findings_of(Severity.WARNING) == (WARNING,)


def test_milder_findings_are_left_out_and_counted() -> None:
    worse = OUTCOME.at_least(Severity.WARNING)

    assert (worse.findings, worse.milder, worse.files) == ((ERROR, WARNING), 1, 3)
    assert OUTCOME.at_least(Severity.INFO) == OUTCOME


def test_what_is_left_out_is_told_where_something_is() -> None:
    silenced = {Silencer.SETTINGS: 2, Silencer.COMMENTS: 1}

    assert OUTCOME.left_out == {}
    assert CheckOutcome((), 3, accepted=4, silenced=silenced).left_out == {
        "silenced": 3,
        "accepted": 4,
    }
    assert CheckOutcome((), 3, milder=5).left_out == {"milder": 5}


def test_path_begins_at_the_repository() -> None:
    path = "objectives/2026-Q4/cx.yaml"

    assert OUTCOME.path_of(ERROR) == path
    assert CheckOutcome((), 3, folder="teams/support").path_of(ERROR) == f"teams/support/{path}"
