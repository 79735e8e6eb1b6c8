from datetime import date
from decimal import Decimal

from okrcli.compute.kpis.survey import SurveyScore
from okrcli.render.drawing.style import ASCII, UNICODE
from okrcli.render.readings.scores import few_answers_text, score_lines
from okrcli.views.readings import GroupScore, SurveyScores
from tests.builders import a_kpi

DAY = date(2026, 11, 20)


def a_score(
    value: str,
    answers: int,
    margin: str | None = "15.31",
    *,
    segment: str | None = None,
    day: date = DAY,
) -> GroupScore:
    groups = {"promoters": 50, "detractors": 20}
    amount = None if margin is None else Decimal(margin)
    return GroupScore(day, segment, SurveyScore(Decimal(value), answers, amount, groups))


def a_survey(*scores: GroupScore, empty: int = 0, **refusals: int) -> SurveyScores:
    return SurveyScores(a_kpi(unit="points"), 1200, empty, refusals, scores, [])


def test_scores_are_a_table_below_what_they_are_of() -> None:
    survey = a_survey(a_score("75", 400, segment="chat"), a_score("66.666", 1200), empty=3, none=2)

    assert [*score_lines(survey, UNICODE)] == [
        'nps on 2026-11-20 in points, of 1,200 answers; 3 rows without one, 2 with "none":',
        "        value  ± 95 %  answers  promoters  detractors",
        "  chat  75.00   15.31      400         50          20",
        "  all   66.67   15.31    1,200         50          20",
    ]


def test_one_answer_has_no_margin_in_ascii_too() -> None:
    heading, titles, row = score_lines(a_survey(a_score("-100", 1, None)), ASCII)

    assert "+- 95 %" in titles
    assert row.split()[:4] == ["all", "-100.00", "-", "1"]
    assert (heading + titles + row).isascii()


def test_scores_of_several_days_begin_with_the_day() -> None:
    heading, _, first, second = score_lines(
        a_survey(a_score("75", 40), a_score("30", 60, day=date(2026, 10, 31))), UNICODE
    )

    assert heading == "nps in points, of 1,200 answers:"
    assert first.startswith("  2026-11-20 all")
    assert second.startswith("  2026-10-31 all")


def test_more_scores_than_a_screen_has_are_counted() -> None:
    scores = [a_score("1", 40, day=date(2026, 1, 1 + day % 28)) for day in range(42)]

    assert [*score_lines(a_survey(*scores), UNICODE)][-1] == "  and 2 more"


def test_scores_of_few_answers_are_named() -> None:
    few = [a_score("1", 29, segment=name) for name in ("chat", "voice", "mail", "fax")]

    assert few_answers_text(a_survey(*few, a_score("1", 30))) == (
        "Fewer than 30 answers, too few to rely on: chat, voice, mail and 1 more."
    )
    assert few_answers_text(a_survey(a_score("1", 30))) is None
