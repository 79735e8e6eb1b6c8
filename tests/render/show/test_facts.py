from datetime import date
from decimal import Decimal
from typing import Any

import pytest

from okrcli.compute.reports.report import Forecast
from okrcli.model.base import Record
from okrcli.model.goalposts import Band
from okrcli.model.key_results import KeyResult
from okrcli.render.drawing.style import ASCII, UNICODE
from okrcli.render.show.facts import (
    added_text,
    forecast_text,
    key_result_facts,
    kpi_text,
    objective_facts,
    present,
    quantity,
    target_text,
)
from tests.builders import (
    a_binary,
    a_checkin,
    a_key_result,
    a_kpi,
    a_maintain,
    an_entry,
    checkins,
    milestones,
)
from tests.render.samples import a_kpi as a_kpi_report
from tests.render.show.sheets import of_key_result, of_objective


def facts(key_result: KeyResult, *records: Record, **fields: Any) -> dict[str, str]:
    return dict(key_result_facts(of_key_result(key_result, *records, **fields), UNICODE))


def test_metric_has_its_goalposts_with_their_unit() -> None:
    found = facts(a_key_result(unit="points", due="2026-12-01"))

    assert (found["Baseline"], found["Target"]) == ("40 points", "60 points")
    assert found["Due"] == "2026-12-01"
    assert found["Type"] == "metric"
    assert "Weight" not in found


def test_baseline_that_is_not_measured_says_until_when_it_will_be() -> None:
    found = facts(a_key_result("unknown", measure_by="2026-12-01"))

    assert found["Baseline"] == "unknown, to be measured by 2026-12-01"


def test_change_and_ends_are_told() -> None:
    assert facts(a_key_result(40, None, change="+15%"))["Change"]
    kept = facts(a_maintain(at_least=90, unit="%"))
    assert kept["At least"] == "90 %"
    assert "Baseline" not in kept


def test_where_it_stands_is_told_with_its_day() -> None:
    found = facts(a_key_result(), *checkins({"2026-11-16": 47}))

    assert found["Now"] == "47 since 2026-11-16"
    assert found["Expected"].startswith("50.9")


def test_done_or_not_done_is_told_in_words() -> None:
    said = a_checkin("2026-11-16", an_entry(1, "2026-Q4/cx-leader/audit"))

    assert facts(a_binary(), said)["Now"] == "yes since 2026-11-16"


def test_steps_are_counted() -> None:
    ref = "2026-Q4/cx-leader/training"
    done = a_checkin("2026-11-16", an_entry(None, ref, done=["step-1"]))

    assert facts(milestones(), done)["Now"] == "1 of 3 steps done"


def test_value_after_the_due_date_is_told_to_change_nothing() -> None:
    late = facts(a_key_result(due="2026-11-10"), *checkins({"2026-11-09": 44, "2026-11-16": 47}))

    assert late["Now"].startswith("44 ")
    assert late["Late"].startswith("47 ")
    assert "2026-11-16" in late["Late"]


def test_confidence_has_the_one_before() -> None:
    ref = "2026-Q4/cx-leader/audit"
    said = [
        a_checkin("2026-11-09", an_entry(None, ref, confidence=8)),
        a_checkin("2026-11-16", an_entry(None, ref, confidence=6), name_end="ffffffff"),
    ]
    found = facts(a_binary(), *said)

    assert found["Confidence"] == "6 of 10, before 8"
    assert "2026-11-16" in found["Check-in"]
    assert "none yet" in facts(a_binary())["Check-in"]


def test_kpi_and_guards_are_told_with_their_health() -> None:
    csat = a_kpi(id="csat", title="CSAT")
    found = facts(a_key_result(kpi="nps", guards=["csat"]), a_kpi(), csat)

    assert found["KPI"].startswith("nps  ")
    assert found["Guard"].startswith("csat  ")


def test_objective_has_its_people_its_reasons_and_its_cycle() -> None:
    sheet = of_objective(
        a_key_result(),
        why="They stay.",
        impact="growth",
        approved_by=[{"who": "carlos", "date": date(2026, 9, 28)}],
    )
    found = dict(objective_facts(sheet, ASCII))

    assert (found["Owner"], found["Team"], found["Why"]) == ("ana", "support", "They stay.")
    assert found["Approved by"] == "carlos on 2026-09-28"
    assert found["Cycle"] == "2026-Q4, 2026-10-01 -> 2026-12-31"
    assert found["Reporting"] == "0 of 1 key results"
    assert found["File"] == "objectives/2026-Q4/cx-leader.yaml"


def test_closing_has_the_labels_of_the_summary_of_a_cycle() -> None:
    closing = {"date": "2026-11-10", "computed": 0, "score": 1, "why": "Late.", "did_not": "A"}
    sheet = of_objective(a_key_result(), why="They stay.", status="closed", closing=closing)
    found = dict(objective_facts(sheet, ASCII))

    assert (found["Why"], found["Reason"]) == ("They stay.", "Late.")
    assert found["Did not work"] == "A"


@pytest.mark.parametrize(
    ("value", "unit", "text"),
    [
        (None, "points", ""),
        (Decimal("47.50"), "points", "47.5 points"),
        (Decimal(0), None, "0"),
        (Decimal(1) / Decimal(3), None, "0.333333"),
    ],
)
def test_quantity_has_every_digit_that_matters(
    value: Decimal | None, unit: str | None, text: str
) -> None:
    assert quantity(value, unit) == text


def test_target_is_one_number_or_a_range() -> None:
    assert target_text(Decimal(60), "points", UNICODE) == "60 points"
    assert target_text(Band(Decimal(40), Decimal(60)), "%", UNICODE) == "40–60 %"
    assert target_text(None, "points", UNICODE) == ""


def test_forecast_says_where_the_values_lead_and_how() -> None:
    reached = Forecast(Decimal("55.255"), date(2027, 1, 22), "least_squares", 6)
    not_reached = Forecast(None, None, "line_through_two", 2)

    assert forecast_text(reached, "points", date(2026, 12, 31)) == (
        "55.26 points on 2026-12-31; reaches the target on 2027-01-22 "
        "(a straight line through 6 days)"
    )
    assert "not reached" in forecast_text(not_reached, "points", None)


def test_kpi_is_told_by_symbol_and_word_and_value() -> None:
    assert kpi_text(a_kpi_report(), UNICODE) == "nps  ▲ warning, 47 points"
    assert kpi_text(a_kpi_report(value=None, health="no_data"), ASCII) == "nps  ? no data"


def test_fact_without_a_text_is_none_and_no_text_steers_the_terminal() -> None:
    assert [*present("Owner", None), *present("Owner", "")] == []
    assert [*present("Owner", "a\x1b[31m")] == [("Owner", "a\ufffd[31m")]


def test_day_of_the_addition_says_whether_it_is_still_to_come() -> None:
    assert facts(a_key_result(added="2026-11-20"))["Added"] == "2026-11-20"
    later = "2026-11-21; reports for 2026-11-20 leave it out"
    assert facts(a_key_result(added="2026-11-21"))["Added"] == later
    assert "Added" not in facts(a_key_result())
    assert added_text(None, date(2026, 11, 20)) == ""
