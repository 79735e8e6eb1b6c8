from datetime import date
from decimal import Decimal
from pathlib import Path
from typing import Any

import pytest

from okrcli.actions.change import Change
from okrcli.actions.kpi.reading_files import Recorder
from okrcli.actions.kpi.survey import score_survey, survey_input
from okrcli.actions.workspace import Workspace
from okrcli.choices import SurveyPeriod
from okrcli.errors import OkrError
from okrcli.model.kpi import Kpi
from okrcli.sources import table_in
from okrcli.sources.surveys.answers import AnswerOptions
from okrcli.sources.surveys.words import AnswerRules
from okrcli.views.readings import SurveyScores
from tests.actions.recorded import NOW, TODAY, checkins_in, readings_in
from tests.builders import a_checkin, a_kpi, a_plan, a_reading

NPS_FIELDS: dict[str, Any] = {
    "unit": "points",
    "bounds": [-100, 100],
    "segments": ["chat", "voice"],
    "aggregate": "weighted",
    "survey": {"type": "nps"},
}
NPS = a_kpi(**NPS_FIELDS)
CSAT = a_kpi(id="csat", segments=["chat", "voice"], survey={"type": "csat", "scale": [1, 5]})
CES = a_kpi(id="ces", direction="down", survey={"type": "ces", "version": 1})

ANSWERS = "channel,score\n" + "".join(
    f"{channel},{score}\n" * count
    for channel, score, count in (
        ("chat", 10, 30),
        ("chat", 7, 10),
        ("voice", 9, 20),
        ("voice", 8, 20),
        ("voice", 0, 20),
    )
)
"""Chat: 30 promoters of 40, which is 75; voice: as many promoters as detractors; in all 30."""

Told = tuple[str | None, str | None, Decimal, Decimal | None]


def scored(
    text: str,
    kpi: Kpi = NPS,
    *,
    day: date | None = None,
    per: SurveyPeriod | None = None,
    **columns: Any,
) -> tuple[Change | None, SurveyScores]:
    """Return what the answers of *text* come to, in `score` unless other *columns* are named."""
    named: dict[str, Any] = {"column": "score", **columns}
    options = AnswerOptions(**named, segments=kpi.segments)
    survey = survey_input(kpi, options, day, per, TODAY)
    plan = a_plan(kpi, a_checkin("2026-11-18", a_reading(47)))
    recorder = Recorder(Workspace(Path("/team"), plan, TODAY), "ana", NOW)
    return score_survey(recorder, table_in("a.csv", text.encode()), survey)


def told(change: Change | None) -> list[Told]:
    return [
        (str(reading.date), reading.segment, reading.value, reading.weight)
        for reading in readings_in(change)
    ]


def test_answers_of_an_earlier_day_are_scored_by_the_survey_of_that_day() -> None:
    five, seven = ({"type": "csat", "scale": [1, most]} for most in (5, 7))
    change = {"date": "2026-11-10", "field": "survey", "was": five, "now": seven, "why": "w"}
    kpi = a_kpi(survey=seven, amendments=[change])
    answers = "score\n5\n5\n3\n3\n"

    (then, now) = (scored(answers, kpi, day=day)[1].scores for day in (date(2026, 11, 9), TODAY))
    assert [then[0].score.value, now[0].score.value] == [50, 0]
    dated = "score,day\n5,2026-11-06\n7,2026-11-18\n"
    with pytest.raises(OkrError, match="is another since 2026-11-10, and there are answers for"):
        scored(dated, kpi, date="day")


def test_score_is_recorded_with_its_sample_size() -> None:
    change, survey = scored(ANSWERS)

    assert change is not None
    (checkin,) = checkins_in(change)
    assert told(change) == [("2026-11-20", None, Decimal(30), Decimal(100))]
    assert checkin.note == "100 answers from a.csv"
    assert checkin.readings[0].note == "100 answers, ± 15.31"
    assert change.message == (
        f"Survey: nps 30 of 100 answers\n\n100 answers from a.csv.\n\nOKR-Checkin: {checkin.id}\n"
    )
    assert (survey.answers, survey.empty, survey.by_day) == (100, 0, False)


def test_weighted_segments_alone_make_the_whole() -> None:
    change, _ = scored(ANSWERS, segment="channel", day=date(2026, 11, 13))

    assert change is not None
    assert told(change) == [
        ("2026-11-13", "chat", Decimal(75), Decimal(40)),
        ("2026-11-13", "voice", Decimal(0), Decimal(60)),
    ]
    assert change.message.startswith("Survey: nps 30 of 100 answers, chat 75, voice 0\n")


def test_whole_of_the_same_day_is_corrected_with_its_segments() -> None:
    change, survey = scored(ANSWERS, segment="channel", day=date(2026, 11, 18))

    assert told(change)[-1] == ("2026-11-18", None, Decimal(30), Decimal(100))
    (comparisons,) = survey.comparisons
    assert [correction.was.value for correction in comparisons.corrections] == [47]


def test_segments_that_are_not_weighted_come_with_the_whole() -> None:
    text = "channel,score\nchat,5\nchat,2\nvoice,4\nvoice,4\nvoice,\n"
    change, survey = scored(text, CSAT, segment="channel")

    assert told(change) == [
        ("2026-11-20", "chat", Decimal(50), Decimal(2)),
        ("2026-11-20", "voice", Decimal(100), Decimal(2)),
        ("2026-11-20", None, Decimal(75), Decimal(4)),
    ]
    assert (survey.answers, survey.empty) == (4, 1)


def test_effort_is_a_mean() -> None:
    change, _ = scored("score\n" + "1\n2\n2\n3\n" * 10, CES)

    assert told(change) == [("2026-11-20", None, Decimal(2), Decimal(40))]


def test_one_answer_has_no_margin() -> None:
    (reading,) = readings_in(scored("score\n6\n")[0])

    assert reading.note == "1 answer"


def test_uneven_score_is_recorded_precisely() -> None:
    (reading,) = readings_in(scored("score\n9\n9\n8\n")[0])

    assert reading.value == Decimal("66.666667")


def test_answers_with_days_make_a_score_for_each_period() -> None:
    text = "day,score\n2026-10-02,10\n2026-10-31,0\n2026-09-30,9\n2026-11-16,10\n2026-11-20,7\n"
    change, survey = scored(text, date="day", per="month")

    assert change is not None
    assert told(change) == [
        ("2026-09-30", None, Decimal(100), Decimal(1)),
        ("2026-10-31", None, Decimal(0), Decimal(2)),
        ("2026-11-20", None, Decimal(50), Decimal(2)),
    ]
    assert change.message.startswith("Survey: nps 3 scores of 5 answers\n")
    assert survey.by_day


@pytest.mark.parametrize(
    ("per", "expected"),
    [
        ("day", ["2026-08-04", "2026-08-09", "2026-08-10"]),
        ("week", ["2026-08-09", "2026-08-16"]),
        ("month", ["2026-08-31"]),
        ("quarter", ["2026-09-30"]),
        (None, ["2026-08-09", "2026-08-16"]),
    ],
)
def test_period_ends_on_its_last_day(per: SurveyPeriod | None, expected: list[str]) -> None:
    text = "day,score\n2026-08-04,10\n2026-08-09,10\n2026-08-10,10\n"
    change, _ = scored(text, date="day", per=per)

    assert [day for day, *_ in told(change)] == expected


@pytest.mark.parametrize("text", ["", "score\n", "score\n\n"])
def test_file_without_answers_is_refused(text: str) -> None:
    with pytest.raises(OkrError, match=r"a\.csv"):
        scored(text)


@pytest.mark.parametrize(
    ("kpi", "answer"),
    [
        (NPS, "11"),
        (NPS, "-1"),
        (NPS, "7.5"),
        (NPS, "good"),
        (NPS, "=1+1"),
        (CSAT, "6"),
        (CSAT, "0"),
        (CES, "6"),
        (CES, "nan"),
    ],
)
def test_answer_that_is_none_is_named(kpi: Kpi, answer: str) -> None:
    with pytest.raises(OkrError) as caught:
        scored(f"score\n5\n{answer}\n4\n", kpi)

    assert "a.csv:3: " in caught.value.message
    assert answer in caught.value.message


@pytest.mark.parametrize(
    ("changed", "asked", "said"),
    [
        ({"survey": None}, {}, "nps has no `survey`"),
        ({"formula": "csat"}, {}, "nps is computed as csat, so it takes no readings."),
        ({"survey": {"type": "ces"}}, {}, "version 1"),
        ({"survey": {"type": "csat"}}, {}, "its scale"),
        ({"segments": [], "aggregate": "mean"}, {"segment": "channel"}, "nps has no segments."),
        ({}, {"per": "month"}, "needs the days of the answers"),
        ({}, {"day": TODAY, "date": "day"}, "have days of their own"),
        ({}, {"column": "nothing"}, "nothing"),
        ({}, {"segment": "nothing"}, "nothing"),
        ({}, {"segment": "channel"}, "fax"),
        ({"bounds": [0, 100]}, {}, "-100 is below 0, the lower bound of nps."),
    ],
)
def test_survey_that_cannot_be_computed_is_refused(
    changed: dict[str, Any], asked: dict[str, Any], said: str
) -> None:
    kpi = a_kpi(**NPS_FIELDS | changed)

    with pytest.raises(OkrError) as caught:
        scored("channel,score\nfax,3\n", kpi, **asked)

    assert said in caught.value.message


@pytest.mark.parametrize(
    ("asked", "unread"), [({}, "fecha"), ({"date": "fecha"}, None), ({"day": TODAY}, None)]
)
def test_days_of_answers_that_are_not_read_are_told(
    asked: dict[str, object], unread: str | None
) -> None:
    day = TODAY if "day" in asked else None
    options = AnswerOptions("score", date="fecha" if "date" in asked else None)
    survey = survey_input(NPS, options, day, None, TODAY)

    assert survey.unread_days(table_in("a.csv", b"fecha,score\n2026-11-02,9\n")) == unread


@pytest.mark.parametrize(("high", "scores"), [(5, [1, 5, 4]), (7, [7, 1, 6]), (5, [0, 3])])
def test_answers_of_a_shorter_scale_are_remarked(high: int, scores: list[int]) -> None:
    text = "score\n" + "".join(f"{score}\n" for score in scores)
    (said,) = scored(text)[1].remarks

    assert said.startswith(f"No answer is above {high}, and those of nps go from 0 to 10. If they")
    assert f"were asked from {min(scores)} to {high}, NPS cannot be computed from them" in said
    assert f"`survey: {{type: csat, scale: [{min(scores)}, {high}]}}`" in said


def test_shorter_scale_of_another_survey_is_to_be_said() -> None:
    csat = a_kpi(id="csat", survey={"type": "csat", "scale": [1, 10]})
    (said,) = scored("score\n5\n1\n", csat)[1].remarks

    assert said.endswith("from 1 to 5, say `scale: [1, 5]` in its `survey`.")


def test_answers_of_the_whole_scale_are_not_remarked() -> None:
    assert scored("score\n8\n1\n")[1].remarks == []
    assert scored("score\n5\n1\n", CSAT)[1].remarks == []


def test_answers_in_words_count_as_the_kpi_says_else_as_is_usual() -> None:
    own = a_kpi(id="csat", survey={"type": "csat", "scale": [1, 3], "answers": {"Meh": 2}})
    text = "score\nGreat\nMeh\nn/a\n"

    _, scores = scored(text, own, rules=AnswerRules({"great": 3}))
    assert [each.score.value for each in scores.scores] == [50]
    assert (scores.answers, scores.empty, scores.refusals) == (2, 1, {"n/a": 1})
    _, scores = scored("score\nSatisfied\nNeutral\n", CSAT)
    assert [each.score.value for each in scores.scores] == [50]
    with pytest.raises(OkrError, match='"Satisfied" is not a number'):
        scored("score\nSatisfied\n", NPS)
