from decimal import Decimal

import pytest

from okrcli.render.html.charts.bar import bar
from tests.render.html.charts.parsed import parsed


def widths(share: str, expected: str | None = None) -> list[float]:
    drawn = bar(Decimal(share), (expected and Decimal(expected)) or None, "good")
    return [float(rect.attrib["width"]) for rect in parsed(drawn).iter("rect")]


@pytest.mark.parametrize(
    ("share", "width"),
    [("1", 100), ("1.4", 100), ("0.999", 99), ("0.35", 35), ("0.0001", 1)],
)
def test_bar_is_full_only_from_1_on(share: str, width: float) -> None:
    assert widths(share) == [width]


@pytest.mark.parametrize("share", ["0", "-0.4"])
def test_bar_is_empty_only_up_to_0(share: str) -> None:
    assert widths(share) == []


def test_bar_marks_what_is_expected_on_the_way() -> None:
    assert len(widths("0.35", "0.55")) == 2
    assert len(widths("0.35", "1")) == 1


def test_nothing_known_is_no_bar() -> None:
    assert bar(None, Decimal("0.5"), "good") == ""
