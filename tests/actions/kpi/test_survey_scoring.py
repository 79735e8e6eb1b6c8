from datetime import date
from decimal import Decimal
from typing import Any

import pytest

from okrcli.actions.kpi.survey_scoring import (
    last_day,
    readings_of_scores,
    require_survey,
    scores_of,
)
from okrcli.choices import SurveyPeriod
from okrcli.compute.reports.report_builder import snapshot_on
from okrcli.errors import UsageError
from okrcli.model.kpi import Kpi, Survey
from okrcli.sources.surveys.answers import Answer
from okrcli.views.readings import GroupScore
from tests.builders import a_checkin, a_day, a_kpi, a_plan, a_reading

DAY, LATER = a_day("2026-11-13"), a_day("2026-11-20")
NPS = a_kpi(segments=["chat", "voice"], aggregate="weighted", survey={"type": "nps"})


@pytest.mark.parametrize(
    ("fields", "said"),
    [
        ({"formula": "a / b"}, "nps is computed as a / b, so it takes no readings."),
        ({}, "nps has no `survey`"),
        ({"survey": {"type": "ces"}}, "does not say which CES it is"),
        ({"survey": {"type": "csat"}}, "does not state its scale"),
    ],
)
def test_kpi_that_no_answers_can_be_scored_for_is_refused(
    fields: dict[str, Any], said: str
) -> None:
    with pytest.raises(UsageError, match=said):
        require_survey(a_kpi(**fields))


@pytest.mark.parametrize(
    "survey",
    [
        {"type": "nps"},
        {"type": "csat", "scale": [1, 5]},
        {"type": "csat", "top_box": (4, 5)},
        {"type": "ces", "version": 2},
    ],
)
def test_survey_that_says_enough_is_taken(survey: dict[str, Any]) -> None:
    assert require_survey(a_kpi(survey=survey)) == Survey.model_validate(survey)


def answers(day: date, segment: str | None, *values: int) -> list[Answer]:
    return [Answer(0, Decimal(value), segment, day) for value in values]


def scored(kpi: Kpi, given: list[Answer]) -> list[GroupScore]:
    return [*scores_of(kpi, given, lambda answer: answer.date or LATER)]


def told(scores: list[GroupScore]) -> list[tuple[date, str | None, Decimal, int]]:
    return [(each.day, each.segment, each.score.value, each.score.answers) for each in scores]


def test_scores_are_by_day_and_segment_and_the_whole_comes_last() -> None:
    given = [*answers(LATER, "voice", 9, 0), *answers(DAY, None, 10), *answers(LATER, "chat", 9)]

    assert told(scored(NPS, given)) == [
        (DAY, None, Decimal(100), 1),
        (LATER, "chat", Decimal(100), 1),
        (LATER, "voice", Decimal(0), 2),
        (LATER, None, Decimal(100) / 3, 3),
    ]


def readings(kpi: Kpi, given: list[Answer], *before: Any) -> list[tuple[str | None, str, int]]:
    timeline = snapshot_on(a_plan(kpi, a_checkin(LATER, *before)), LATER).timeline
    found = readings_of_scores(kpi, scored(kpi, given), timeline)
    return [(each.segment, f"{each.value}", int(each.weight or 0)) for each in found]


SPLIT = [*answers(LATER, "chat", 9), *answers(LATER, "voice", 9, 0)]


@pytest.mark.parametrize(
    ("aggregate", "given", "before", "segments"),
    [
        ("weighted", SPLIT, [], ["chat", "voice"]),
        ("weighted", [*SPLIT, *answers(LATER, None, 5)], [], ["chat", "voice", None]),
        ("weighted", SPLIT, [a_reading(40)], ["chat", "voice", None]),
        ("mean", SPLIT, [], ["chat", "voice", None]),
    ],
)
def test_whole_is_recorded_unless_its_segments_come_to_it(
    aggregate: str, given: list[Answer], before: list[Any], segments: list[str | None]
) -> None:
    kpi = NPS.model_copy(update={"aggregate": aggregate})

    assert [segment for segment, _, _ in readings(kpi, given, *before)] == segments


def test_reading_has_the_number_of_answers_and_the_margin() -> None:
    (found,) = readings_of_scores(
        a_kpi(survey={"type": "nps"}),
        scored(a_kpi(survey={"type": "nps"}), answers(DAY, None, 9, 9, 0)),
        snapshot_on(a_plan(), LATER).timeline,
    )

    assert (found.kpi, found.date, found.segment) == ("nps", DAY, None)
    assert (found.value, found.weight) == (Decimal("33.333333"), Decimal(3))
    assert found.note == "3 answers, ± 106.69"


@pytest.mark.parametrize(
    ("period", "day", "last"),
    [
        ("day", "2026-11-20", "2026-11-20"),
        ("week", "2026-11-16", "2026-11-22"),
        ("week", "2026-11-22", "2026-11-22"),
        ("month", "2028-02-01", "2028-02-29"),
        ("quarter", "2026-10-01", "2026-12-31"),
        ("quarter", "2026-09-30", "2026-09-30"),
    ],
)
def test_period_ends_on_its_last_day(period: SurveyPeriod, day: str, last: str) -> None:
    assert last_day(period, a_day(day)) == a_day(last)
