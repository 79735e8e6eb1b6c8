from okrcli.render.html.charts.segments import segments_chart
from tests.render.html.charts.parsed import parsed, places, texts
from tests.render.samples import a_segment, series

CHAT = a_segment("chat", series=series("80", "90"), value=series("90")[0].value)
VOICE = a_segment("voice", series=series("70", "68"))


def test_each_segment_has_its_name_its_line_and_its_value() -> None:
    chart = segments_chart([CHAT, VOICE], "CSAT")

    assert texts(chart) == ["chat", "90", "voice", "68"]
    assert parsed(chart)[1].text == "chat 90, voice 68"
    assert len(places(chart, "circle", "value")) == 2


def test_lines_are_on_one_scale_in_rows_of_their_own() -> None:
    chart = segments_chart([CHAT, a_segment("also", series=series("80", "90"))], "CSAT")
    first, second = places(chart, "circle", "value")

    assert first[0] == second[0]
    assert second[1] - first[1] == 34


def test_single_value_has_no_line_and_a_long_name_is_cut() -> None:
    assert segments_chart([a_segment(series=series("80"))], "CSAT") == ""
    chart = segments_chart([a_segment("W" * 300, series=series("80", "90"))], "CSAT")
    assert len(texts(chart)[0]) < 30
