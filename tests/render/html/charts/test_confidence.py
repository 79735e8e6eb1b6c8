from datetime import date, timedelta

from okrcli.render.html.charts.confidence import MOST, Confidence, confidence_chart
from tests.render.html.charts.parsed import parsed, texts


def weeks(*values: int) -> list[Confidence]:
    return [
        Confidence(date(2026, 1, 5) + timedelta(weeks=week), value)
        for week, value in enumerate(values)
    ]


def test_each_week_has_its_number_and_a_column_as_high() -> None:
    chart = confidence_chart(weeks(2, 10), "Confidence")
    low, high = (float(bar.attrib["height"]) for bar in parsed(chart).iter("rect"))

    assert texts(chart) == ["2", "10"]
    assert high == 5 * low


def test_it_is_said_in_words() -> None:
    chart = confidence_chart(weeks(7, 6), "Confidence")

    assert parsed(chart)[1].text == "7 on 2026-01-05, 6 on 2026-01-12; of 10."


def test_single_one_is_not_drawn_and_of_many_the_last() -> None:
    assert confidence_chart(weeks(7), "Confidence") == ""
    assert len(texts(confidence_chart(weeks(*[7] * 40), "Confidence"))) == MOST
