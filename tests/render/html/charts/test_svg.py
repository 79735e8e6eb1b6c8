import pytest
from markupsafe import Markup

from okrcli.render.html.charts.svg import element, number, points, text_width


def test_text_and_attributes_are_escaped_and_text_is_inert() -> None:
    made = element("text", "<b>\x1b[31m & \u202e", x='"><script>')

    assert made == '<text x="&#34;&gt;&lt;script&gt;">&lt;b&gt;\ufffd[31m &amp; \ufffd</text>'


def test_attributes_have_hyphens_and_lose_the_underscore_at_their_end() -> None:
    made = element("rect", class_="a", aria_hidden="true", y=None, height=6.0)

    assert made == '<rect class="a" aria-hidden="true" height="6"/>'


def test_markup_inside_stays_markup() -> None:
    assert element("g", element("path", d="M0 0"), Markup("")) == '<g><path d="M0 0"/></g>'


@pytest.mark.parametrize(("value", "text"), [(1, "1"), (1.0, "1"), (1.26, "1.3"), (-0.04, "-0")])
def test_coordinates_have_one_decimal_at_most(value: float, text: str) -> None:
    assert number(value) == text


def test_points_are_pairs() -> None:
    assert points([(1, 2), (3.55, 4)]) == "1,2 3.5,4"


def test_wide_letters_are_wide() -> None:
    assert text_width("株") > text_width("a") > 0
