from okrcli.cli.next_steps import COMMAND_LINE
from okrcli.compute.reports.report import Pace
from okrcli.model.finding import FindingCounts, Severity
from okrcli.render.text.heading import findings_text, pace_counts, reporting_text, time_text
from tests.render.samples import a_report, an_objective


def test_time_is_how_much_has_passed_and_what_is_left() -> None:
    assert time_text(a_report()) == "55% passed, 41 days left"


def test_paces_are_counted_the_worst_first() -> None:
    objectives = [an_objective(pace=pace) for pace in (Pace.DONE, Pace.OFF_TRACK, Pace.DONE)]

    counts = [(look.word, count) for look, count in pace_counts(objectives)]
    assert counts == [("off track", 1), ("done", 2)]


def test_reporting_names_both_numbers_where_something_is_missing() -> None:
    assert reporting_text([an_objective()]) == "1 key result"
    assert reporting_text([an_objective(reporting=(1, 3))]) == "1 of 3 key results reporting"


def test_cancelled_objectives_are_counted_apart_and_none_of_their_key_results() -> None:
    objectives = [
        an_objective(pace=Pace.ON_TRACK, reporting=(1, 1)),
        an_objective(pace=None, status="cancelled", reporting=(0, 3)),
    ]

    counts = [(look.word, count) for look, count in pace_counts(objectives)]
    assert counts == [("on track", 1), ("cancelled", 1)]
    assert reporting_text(objectives) == "1 key result"


def test_errors_are_said_before_warnings() -> None:
    both = findings_text(a_report(findings=FindingCounts(1, 2, 0)), COMMAND_LINE)
    warned = findings_text(a_report(findings=FindingCounts(0, 2, 0)), COMMAND_LINE)

    assert both is not None
    assert both[0] is Severity.ERROR
    assert warned is not None
    assert warned[1].startswith("The files have 2 warnings.")
    assert findings_text(a_report(findings=FindingCounts(0, 0, 0)), COMMAND_LINE) is None
