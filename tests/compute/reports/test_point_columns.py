"""Points in columns are the same points."""

from datetime import date
from decimal import Decimal

from okrcli.compute.reports.point_columns import PointColumns
from okrcli.compute.reports.report import Point

VALUES = {date(2026, 11, day): Decimal(day) for day in (2, 9, 16)}
POINTS = tuple(map(Point, VALUES, VALUES.values()))


def test_points_in_columns_are_equal_to_the_points() -> None:
    columns = PointColumns(VALUES)

    assert columns == POINTS
    assert (len(columns), [*columns], columns[-1], columns[1:]) == (
        3,
        [*POINTS],
        POINTS[2],
        POINTS[1:],
    )
    assert (hash(columns), repr(columns)) == (hash(POINTS), repr(POINTS))


def test_points_in_columns_differ_from_others() -> None:
    assert PointColumns(VALUES) != POINTS[1:]
    assert PointColumns(VALUES) != (*POINTS[:2], Point(date(2026, 11, 16), Decimal(17)))
    assert PointColumns({}) == ()
    assert PointColumns({}) != []
