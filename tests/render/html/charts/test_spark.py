from hypothesis import given
from hypothesis import strategies as st

from okrcli.render.html.charts.spark import HEIGHT, WIDTH, spark
from tests.render.html.charts.parsed import parsed
from tests.render.samples import series


def test_single_value_has_no_line() -> None:
    assert spark(series("40")) == spark(()) == ""


@given(st.lists(st.integers(-(10**12), 10**12), min_size=2, max_size=40))
def test_line_stays_in_its_box_and_higher_is_more(values: list[int]) -> None:
    line = parsed(spark(series(*map(str, values)))).find("polyline")
    assert line is not None
    pairs = [tuple(map(float, pair.split(","))) for pair in line.attrib["points"].split()]
    shown = values[-len(pairs) :]

    assert all(0 <= x <= WIDTH and 0 <= y <= HEIGHT for x, y in pairs)
    assert max(zip(shown, pairs, strict=True))[1][1] == min(y for _, y in pairs)
