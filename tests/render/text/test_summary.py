"""How a cycle ended, in words."""

from datetime import date
from decimal import Decimal

from okrcli.compute.reports.cycle_summary import CycleSummary, EndedKeyResult
from okrcli.compute.reports.discipline import Discipline
from okrcli.compute.reports.report import ObjectiveReport
from okrcli.model.changes.closing import Closing
from okrcli.render.text.summary import (
    is_scored,
    lesson_lines,
    lesson_title,
    score_text,
    summary_rows,
)
from tests.render.samples import a_key_result, a_report, an_objective

CLOSING = Closing(date=date(2027, 1, 2), computed=Decimal(1), because="Late.", next="Call.")


def a_summary(*objectives: ObjectiveReport) -> CycleSummary:
    ended = EndedKeyResult(
        "2026-Q4/a/nps", "2026-Q4/a", Discipline(13, 3, 2), True, 8, is_enough=True
    )
    return CycleSummary(date(2026, 11, 15), objectives, (ended,))


def test_everything_is_said_with_what_it_is_about() -> None:
    kept = an_objective("2026-Q4/a", ambition="committed", score=Decimal(1))
    unknown = an_objective(
        "2026-Q4/b", ambition="aspirational", score=None, key_results=(a_key_result(value=None),)
    )
    assert dict(summary_rows(a_summary(kept, unknown))) == {
        "Average score": "1.00 of 1 objective; 0.70 is good; 1 without a score",
        "Scores": "0 below 0.40, 0 between, 1 from 0.70 on",
        "Committed": "1 of 1 kept",
        "Aspirational": "0 of 1 came to 0.70 or more",
        "Coverage": "1 of 2 key results have a value",
        "Check-ins": "3 of 13 that fell due were made; on time 2 of 13 (15%)",
        "Forecasts": "1 of 1 made on 2026-11-15 came true",
        "Confidence": "1 of 1 with a confidence of 8 or more on 2026-11-15 came in",
    }


def test_what_there_is_not_is_not_said() -> None:
    empty = CycleSummary(date(2026, 11, 15), (), ())
    assert [label for label, _ in summary_rows(empty)] == ["Average score", "Scores", "Coverage"]
    assert score_text(None) == "–"


def test_lessons_are_said_in_order() -> None:
    closed = an_objective("2026-Q4/a", title="Grow", score=Decimal("0.615"), closing=CLOSING)
    [lessons] = a_summary(closed).lessons
    assert lesson_title(lessons) == "Grow: 0.62"
    assert list(lesson_lines(lessons)) == [("Missed because", "Late."), ("Next", "Call.")]


def test_scores_stand_from_the_last_day_on() -> None:
    end = a_report().cycle.end
    assert end is not None
    assert is_scored(a_report(as_of=end))
    assert not is_scored(a_report(as_of=date(2026, 12, 30)))
