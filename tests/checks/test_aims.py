from datetime import date
from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from okrcli.checks.aims import Aim, Want, aim_of, conflict
from okrcli.checks.context import CheckContext
from tests.checks.workspaces import TODAY, loaded

KPI = 'title: CSAT\nunit: "%"\nbaseline: 70\n'
DECEMBER = date(2026, 12, 31)


def aim(fields: str, cycle: str = "2026-Q4") -> Aim | None:
    text = f"title: A\nkey_results:\n  - {{id: a, title: A, kpi: csat, {fields}}}\n"
    files = {f"objectives/{cycle}/a.yaml": text, "kpis/csat.yaml": KPI}
    [subject] = CheckContext(loaded(files), TODAY).key_results
    return aim_of(subject)


def a_want(
    low: int | None,
    high: int | None,
    due: date = DECEMBER,
    *,
    start: date = date(2026, 10, 1),
    baseline: int | None = None,
) -> Want:
    low_, high_, baseline_ = (
        None if each is None else Decimal(each) for each in (low, high, baseline)
    )
    return Want(start, due, low_, high_, baseline_)


WANTS = st.builds(
    a_want,
    st.integers(0, 9) | st.none(),
    st.integers(0, 9) | st.none(),
    st.dates(date(2026, 10, 1), DECEMBER),
    baseline=st.integers(0, 9) | st.none(),
)


@pytest.mark.parametrize(
    ("fields", "want", "drawn"),
    [
        ("type: metric, target: 80", a_want(80, 80, baseline=70), "at 80"),
        ("type: metric, baseline: 60, change: +15", a_want(75, 75, baseline=60), "at 75"),
        (
            "type: metric, target: [80, 90]",
            a_want(80, 90, baseline=70),
            "at least 80, at most 90",
        ),
        ("type: maintain, at_least: 90", a_want(90, None), "at least 90"),
        ("type: maintain, at_most: 90", a_want(None, 90), "at most 90"),
    ],
)
def test_aim_is_what_a_key_result_wants_of_its_kpi(fields: str, want: Want, drawn: str) -> None:
    found = aim(fields)

    assert found is not None
    assert found.want == want
    assert found.text == drawn


def test_aim_holds_from_its_own_start_to_its_own_due_date() -> None:
    found = aim("type: metric, target: 80, start: 2026-11-01, due: 2026-11-30")

    assert found is not None
    assert (found.want.start, found.want.due) == (date(2026, 11, 1), date(2026, 11, 30))


@pytest.mark.parametrize(
    ("fields", "cycle"), [("type: binary", "2026-Q4"), ("type: metric, target: 80", "soon")]
)
def test_what_has_no_number_or_no_days_has_no_aim(fields: str, cycle: str) -> None:
    assert aim(fields, cycle) is None


@pytest.mark.parametrize(
    ("one", "other", "expected"),
    [
        (a_want(80, 80), a_want(85, 85), True),
        (a_want(80, 80), a_want(80, 80), False),
        (a_want(80, 80), a_want(75, None), False),
        (a_want(80, 80), a_want(None, 75), True),
        (a_want(80, 90), a_want(85, 95), False),
        (a_want(80, 90), a_want(91, 95), True),
        (a_want(None, 3), a_want(5, None), True),
        (a_want(80, 80), a_want(85, 85, start=date(2027, 1, 1), due=date(2027, 3, 31)), False),
        (a_want(80, 80), a_want(85, 85, start=DECEMBER, due=date(2027, 3, 31)), True),
    ],
)
def test_two_that_cannot_both_hold_at_one_time_conflict(
    one: Want, other: Want, expected: bool
) -> None:
    assert conflict(one, other) is expected


@pytest.mark.parametrize(
    ("first", "baseline", "expected"),
    [(80, 70, False), (70, 70, False), (90, 70, False), (60, 70, True), (95, 70, True)],
)
def test_value_on_the_way_to_a_later_one_does_not_conflict(
    first: int, baseline: int, expected: bool
) -> None:
    step = a_want(first, first, date(2026, 11, 15))

    assert conflict(step, a_want(90, 90, baseline=baseline)) is expected


def test_range_or_a_value_without_a_known_beginning_is_on_no_way() -> None:
    first = date(2026, 11, 15)

    assert conflict(a_want(75, 80, first), a_want(90, 90, baseline=70))
    assert conflict(a_want(80, 80, first), a_want(90, 90))


@given(WANTS, WANTS)
def test_conflict_is_the_same_from_both_sides_and_never_with_itself(one: Want, other: Want) -> None:
    if one.due != other.due:
        assert conflict(one, other) == conflict(other, one)
    is_possible = one.low is None or one.high is None or one.low <= one.high
    assert conflict(one, one) is not is_possible
