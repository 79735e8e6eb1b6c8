"""The formulas of the catalogue: every published example, and every denominator that is 0."""

from decimal import Decimal

import pytest

from okrcli.compute.kpis.formula import Formula, NoValue, parse_formula
from okrcli.compute.kpis.survey import score
from okrcli.compute.reports.report import KpiReport
from okrcli.compute.reports.report_builder import snapshot_on
from okrcli.model.catalog import CATALOG
from okrcli.model.catalog.entry import CatalogEntry
from tests.builders import Numeric, a_checkin, a_day, a_kpi, a_plan, a_reading

COMPUTED = [pytest.param(each, id=each.id) for each in CATALOG.values() if each.formula]


def formula_of(entry: CatalogEntry) -> Formula:
    assert entry.formula is not None
    return parse_formula(entry.formula)


def value_of(kpi: str, **parts: Numeric) -> Decimal | NoValue:
    values = {name: Decimal(value) for name, value in parts.items()}
    return formula_of(CATALOG[kpi]).value(values)


def computed(kpi: str, **parts: Numeric) -> KpiReport:
    """Return the KPI as a workspace computes it, within its bounds."""
    entry = CATALOG[kpi]
    bounds = [entry.bounds.low, entry.bounds.high]
    whole = a_kpi(id=kpi, direction=entry.direction, bounds=bounds, formula=entry.formula)
    kpis = [a_kpi(id=each.id, unit=each.unit["en"]) for each in entry.parts]
    read = a_checkin("2026-11-16", *(a_reading(value, name) for name, value in parts.items()))
    return snapshot_on(a_plan(whole, kpis, read), a_day("2026-11-20")).kpis[kpi]


@pytest.mark.parametrize("entry", COMPUTED)
def test_names_of_a_formula_are_its_parts(entry: CatalogEntry) -> None:
    assert set(formula_of(entry).names) == {part.id for part in entry.parts}
    assert len({part.id for part in entry.parts}) == len(entry.parts)


def test_only_what_is_counted_or_taken_from_the_books_has_no_formula() -> None:
    assert {each.id for each in CATALOG.values() if not each.formula} == {
        "first_response_time",
        "operating_cost",
        "revenue",
        "ticket_backlog",
    }


VECTORS: list[tuple[str, dict[str, Numeric], str]] = [
    ("nps", {"nps_promoters": 2, "nps_detractors": 2, "nps_answers": 6}, "0"),
    ("nps", {"nps_promoters": 50, "nps_detractors": 20, "nps_answers": 100}, "30"),
    ("nps", {"nps_promoters": 0, "nps_detractors": 1, "nps_answers": 1}, "-100"),
    ("nps", {"nps_promoters": 2, "nps_detractors": 0, "nps_answers": 3}, "66.67"),
    ("csat", {"csat_satisfied": 74, "csat_answers": 107}, "69.16"),
    ("ces", {"ces_sum": 12, "ces_answers": 5}, "2.4"),
    ("ces_2", {"ease_sum": 33, "ease_answers": 6}, "5.5"),
    ("churn_rate", {"customers_lost": 10, "customers_at_start": 100}, "10"),
    (
        "retention_rate",
        {"customers_at_end": 110, "new_customers": 20, "customers_at_start": 100},
        "90",
    ),
    ("repurchase_rate", {"repeat_customers": 250, "customers": 1000}, "25"),
    ("average_resolution_time", {"hours_to_solve": 90, "tickets_solved": 12}, "7.5"),
    (
        "average_handle_time",
        {"talk_time": 400, "hold_time": 50, "wrap_time": 150, "contacts_handled": 100},
        "6",
    ),
    ("first_contact_resolution", {"solved_at_first_contact": 78, "contacts_handled": 100}, "78"),
    ("clv", {"revenue_per_customer": 500, "gross_margin": 75, "churn_rate": "2.5"}, "15000"),
    ("clv", {"revenue_per_customer": 500, "gross_margin": "0.75", "churn_rate": "0.025"}, "15000"),
    ("cac", {"sales_and_marketing_cost": 600_000, "new_customers": 100}, "6000"),
    ("clv_per_cac", {"clv": 15_000, "cac": 6_000}, "2.5"),
    ("lead_conversion_rate", {"customers_from_leads": 150, "leads": 2000}, "7.5"),
    ("win_rate", {"deals_won": 3, "deals_lost": 7}, "30"),
    ("win_rate_created", {"deals_won": 3, "deals_created": 3 + 7 + 90}, "3"),
    ("sales_cycle_length", {"days_to_close": 1500, "deals_closed": 100}, "15"),
    ("forecast_accuracy", {"sales_forecast": 250, "sales_actual": 100}, "0"),
    ("forecast_accuracy", {"sales_forecast": 90, "sales_actual": 100}, "90"),
    ("forecast_accuracy", {"sales_forecast": 110, "sales_actual": 100}, "90"),
    ("forecast_accuracy", {"sales_forecast": 0, "sales_actual": 100}, "0"),
    ("adoption_rate", {"active_users": 30, "eligible_users": 40}, "75"),
    ("participation_rate", {"participants": 9, "people_invited": 12}, "75"),
    ("completion_rate", {"people_finished": 1, "people_started": 8}, "12.5"),
    ("response_rate", {"surveys_answered": 107, "surveys_sent": 428}, "25"),
    ("automation_share", {"tasks_automated": 33, "tasks_eligible": 66}, "50"),
    ("data_accuracy", {"records_correct": 199, "records_checked": 200}, "99.5"),
    ("customer_engagement", {"engaged_customers": 62, "customers": 100}, "62"),
    ("employee_satisfaction", {"satisfied_employees": 12, "employees_answering": 15}, "80"),
    ("expansion_revenue", {"upsell_revenue": 1200, "cross_sell_revenue": 300}, "1500"),
    ("revenue_per_customer", {"revenue": 5000, "customers": 10}, "500"),
    ("margin", {"revenue": 1000, "cost_of_revenue": 1250}, "-250"),
    ("gross_margin", {"revenue": 1000, "cost_of_revenue": 250}, "75"),
    ("agent_productivity", {"tickets_solved": 84, "agent_hours": 20}, "4.2"),
]


@pytest.mark.parametrize(("kpi", "parts", "value"), VECTORS)
def test_formula_comes_to_the_published_value(
    kpi: str, parts: dict[str, Numeric], value: str
) -> None:
    found = value_of(kpi, **parts)

    assert isinstance(found, Decimal)
    assert round(found, 2) == Decimal(value)
    assert found in CATALOG[kpi].bounds


def test_every_formula_has_a_published_value() -> None:
    assert {kpi for kpi, _, _ in VECTORS} == {each.id for each in CATALOG.values() if each.formula}


@pytest.mark.parametrize(
    ("answers", "value", "margin"),
    [
        ([10, 9, 8, 7, 6, 0], "0", None),
        ([9] * 50 + [7] * 30 + [6] * 20, "30", "15.3"),
        ([6], "-100", None),
        ([9, 9, 8], "66.67", None),
    ],
)
def test_survey_and_formula_of_nps_come_to_the_same(
    answers: list[int], value: str, margin: str | None
) -> None:
    survey = CATALOG["nps"].survey
    assert survey is not None
    scored = score(survey, [Decimal(each) for each in answers])
    from_parts = value_of(
        "nps",
        nps_promoters=sum(each >= 9 for each in answers),
        nps_detractors=sum(each <= 6 for each in answers),
        nps_answers=len(answers),
    )

    assert not isinstance(scored, NoValue)
    assert scored.value == from_parts
    assert round(scored.value, 2) == Decimal(value)
    if margin:
        assert scored.margin is not None
        assert round(scored.margin, 1) == Decimal(margin)


def test_survey_of_csat_counts_the_two_highest_answers() -> None:
    survey = CATALOG["csat"].survey
    assert survey is not None
    scored = score(survey, [Decimal(5)] * 40 + [Decimal(4)] * 34 + [Decimal(3)] * 33)

    assert not isinstance(scored, NoValue)
    assert scored.value == value_of("csat", csat_satisfied=74, csat_answers=107)


@pytest.mark.parametrize(
    "entry", [each for each in COMPUTED if "/" in str(getattr(each.values[0], "formula", ""))]
)
def test_denominator_of_0_gives_no_value_and_says_so(entry: CatalogEntry) -> None:
    found = formula_of(entry).value({part.id: Decimal(0) for part in entry.parts})

    assert isinstance(found, NoValue)
    assert "which is 0" in found.reason


ZERO: list[tuple[str, dict[str, Numeric]]] = [
    ("win_rate", {"deals_won": 0, "deals_lost": 0}),
    ("clv", {"revenue_per_customer": 500, "gross_margin": 75, "churn_rate": 0}),
    ("clv_per_cac", {"clv": 15_000, "cac": 0}),
    ("cac", {"sales_and_marketing_cost": 6_000, "new_customers": 0}),
    ("churn_rate", {"customers_lost": 0, "customers_at_start": 0}),
    ("forecast_accuracy", {"sales_forecast": 100, "sales_actual": 0}),
    ("nps", {"nps_promoters": 0, "nps_detractors": 0, "nps_answers": 0}),
]


@pytest.mark.parametrize(("kpi", "parts"), ZERO)
def test_workspace_shows_why_there_is_no_value(kpi: str, parts: dict[str, Numeric]) -> None:
    report = computed(kpi, **parts)

    assert (report.value, report.health) == (None, "no_data")
    assert (report.reason or "").startswith("It divides by ")
    assert (report.reason or "").endswith(", which is 0.")


def test_workspace_computes_the_published_values() -> None:
    assert computed("churn_rate", customers_lost=10, customers_at_start=100).value == 10
    retained = computed(
        "retention_rate", customers_at_end=110, new_customers=20, customers_at_start=100
    )
    assert retained.value == 90


@pytest.mark.parametrize(
    ("kpi", "parts", "comes_to"),
    [
        (
            "retention_rate",
            {"customers_at_end": 130, "new_customers": 20, "customers_at_start": 100},
            110,
        ),
        ("churn_rate", {"customers_lost": 11, "customers_at_start": 10}, 110),
        ("first_contact_resolution", {"solved_at_first_contact": 5, "contacts_handled": 4}, 125),
    ],
)
def test_parts_that_cannot_be_true_give_no_value_and_say_so(
    kpi: str, parts: dict[str, Numeric], comes_to: int
) -> None:
    report = computed(kpi, **parts)

    assert (report.value, report.health) == (None, "no_data")
    assert report.reason == f"Its result is {comes_to}, but the KPI can only be 0 to 100."
