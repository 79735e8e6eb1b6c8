from dataclasses import replace
from datetime import date
from decimal import Decimal
from typing import Any

from okrcli.choices import ReportSort
from okrcli.cli.next_steps import COMMAND_LINE
from okrcli.compute.reports.report import Attention, Concern, Pace, Report
from okrcli.model.finding import FindingCounts
from okrcli.render.chat.report import report_message
from okrcli.render.options import RenderOptions
from tests.render.samples import (
    DAY,
    a_key_result,
    a_report,
    an_objective,
    full_report,
    series,
    some_kudos,
    without_pace,
)

OPTIONS = RenderOptions(COMMAND_LINE)


def sections_of(report: Report, **options: Any) -> dict[str, list[tuple[str, str]]]:
    message = report_message(report, replace(OPTIONS, **options))
    return {
        section.title: [(line.subject, line.text) for line in section.lines]
        for section in message.sections
    }


def test_it_says_which_cycle_as_of_when_and_how_many_are_at_each_pace() -> None:
    objectives = (an_objective(), an_objective("2026-Q4/growth", pace=Pace.MISSED))
    draft = an_objective("2026-Q4/new", status="draft", pace=None)
    message = report_message(a_report(objectives=(*objectives, draft)), OPTIONS)
    assert message.title == "Acme Support: 2026-Q4"
    assert message.facts == [
        "as of 2026-11-20 · 55% passed, 41 days left",
        "2 objectives: ✗ 1 missed, ▲ 1 at risk; 2 key results; 1 draft",
        "Nothing needs attention.",
    ]


def test_drafts_alone_and_nothing_at_all_are_said() -> None:
    draft = an_objective(status="draft", pace=None)
    assert "1 draft" in report_message(a_report(objectives=(draft,)), OPTIONS).facts
    facts = report_message(a_report(objectives=()), OPTIONS).facts
    assert facts[-1] == "There are no objectives here."


def test_errors_in_the_files_are_said() -> None:
    message = report_message(a_report(findings=FindingCounts(error=2)), OPTIONS)
    assert any("2 errors, so something may be missing" in fact for fact in message.facts)


def test_objectives_are_one_line_each_the_worst_first_or_as_asked() -> None:
    good = an_objective("2026-Q4/a", title="Good", pace=Pace.ON_TRACK, progress=Decimal("0.5"))
    bad = an_objective("2026-Q4/b", title="Bad", pace=Pace.OFF_TRACK, progress=None, owner=None)
    report = a_report(objectives=(good, bad))
    lines = [("Bad", "off track"), ("Good", "50%, on track, ana")]
    assert sections_of(report)["Objectives"] == lines
    assert sections_of(report, sort=ReportSort.ID)["Objectives"] == lines[::-1]


def test_scores_stand_where_progress_did_once_the_cycle_is_over() -> None:
    report = a_report(as_of=date(2026, 12, 31), days_left=0)
    assert sections_of(report)["Objectives"][0][1].startswith("0.35, ")


def test_concerns_of_one_thing_are_one_line() -> None:
    ref = "2026-Q4/cx-leader/nps"
    concerns = (
        Attention(Concern.OVERDUE, ref, "Raise NPS", "ana", 11),
        Attention(Concern.AT_RISK, ref, "Raise NPS", "ana"),
    )
    assert sections_of(a_report(attention=concerns))["Needs attention"] == [
        ("Raise NPS (cx-leader/nps)", "check-in overdue (11 days), at risk, ana")
    ]


def test_what_changed_is_told_with_what_it_was() -> None:
    key_results = (
        a_key_result("2026-Q4/cx-leader/a", title="Up"),
        a_key_result("2026-Q4/cx-leader/b", title="New", series=series("47")),
    )
    report = a_report(objectives=(an_objective(key_results=key_results),))
    assert sections_of(report)["Changed in the last week"] == [
        ("Up", "45 → 47 points"),
        ("New", "47 points, for the first time"),
    ]


def test_steps_are_told_in_their_own_words() -> None:
    (objective, *_) = full_report().objectives
    steps = [found for found in objective.key_results if found.type == "milestones"]
    report = a_report(objectives=(an_objective(key_results=tuple(steps)),))
    assert sections_of(report)["Changed in the last week"] == [(steps[0].title, "2/4")]


def test_thanks_are_told() -> None:
    found = sections_of(a_report(kudos=(some_kudos(),)))
    assert found["Thanks and notes"] == [("", "ana thanks pavel: cut the queue in half")]


def test_what_has_no_lines_has_no_section() -> None:
    still = without_pace("2026-Q4/cx-leader/a", value=None, value_date=None, series=())
    report = a_report(as_of=DAY, objectives=(an_objective(key_results=(still,)),))
    assert sections_of(report).keys() == {"Objectives"}
