from decimal import Decimal

from okrcli.render.html.kpis import columns_of, kpi_row, plan_status
from tests.render.samples import DAY, a_kpi, an_improvement, series


def test_row_has_the_words_of_the_terminal() -> None:
    row = kpi_row(a_kpi(), (), DAY)

    assert (row.now, row.unit, row.target, row.status.word) == ("47", "points", "50", "warning")
    assert row.trend_status is not None
    assert (row.change, row.trend_status.word, row.reading) == ("+2", "better", "today")


def test_stale_kpi_is_late_and_not_healthy() -> None:
    row = kpi_row(a_kpi(health="healthy", stale=True), (), DAY)

    assert (row.status.word, row.is_late) == ("stale", True)


def test_change_is_not_judged_without_a_direction() -> None:
    assert kpi_row(a_kpi(direction=None), (), DAY).trend_status is None


def test_plans_stand_with_their_kpi() -> None:
    plan = an_improvement()
    row = kpi_row(a_kpi("csat"), (plan,), DAY)

    assert [status.word.split(":")[0] for status in row.plans] == [
        "improving to 85 points by 2026-12-31"
    ]
    assert plan_status(plan, None, DAY, {"csat": "CSAT"}).word.startswith("CSAT: improving")


def test_empty_columns_are_left_out_and_missing_values_are_dashes() -> None:
    bare = kpi_row(
        a_kpi(value=None, target=None, trend=None, series=(), reason="No input.", unit=None),
        (),
        DAY,
    )

    assert columns_of([bare]) == {"now", "reading"}
    assert (bare.now, bare.unit, bare.notes) == ("–", "", ["No input."])
    full = kpi_row(a_kpi(owner="ana", series=series("40", "47"), value=Decimal(47)), (), DAY)
    assert columns_of([full]) >= {"target", "change", "trend", "owner"}
