"""How a key result went, in words."""

from datetime import date
from decimal import Decimal

from okrcli.compute.reports.report import Pace
from okrcli.render.drawing.style import UNICODE
from okrcli.render.review.trends import trend_lines
from okrcli.views.review import TrendPoint


def test_changes_are_told_with_the_day_from_which_on_they_hold() -> None:
    trend = (
        TrendPoint(date(2026, 10, 8), Decimal("0.1"), Pace.ON_TRACK, 7),
        TrendPoint(date(2026, 10, 15), Decimal("0.1"), Pace.AT_RISK, 7),
        TrendPoint(date(2026, 10, 22), Decimal("0.5"), Pace.ON_TRACK, 4),
    )
    assert list(trend_lines(trend, UNICODE)) == [
        "Progress: ▁▁█ 10% on 10-08 → 50%",
        "Pace: on track, at risk from 10-15, on track from 10-22",
        "Confidence: 7, 4 from 10-22",
    ]


def test_what_is_known_of_one_day_alone_is_no_trend() -> None:
    trend = (
        TrendPoint(date(2026, 10, 8), None, None, None),
        TrendPoint(date(2026, 10, 15), Decimal("0.1"), Pace.AT_RISK, 7),
    )
    assert list(trend_lines(trend, UNICODE)) == []
