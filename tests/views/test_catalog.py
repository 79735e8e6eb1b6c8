from decimal import Decimal

import pytest

from okrcli.compute.kpis.suggestion import Suggestion
from okrcli.model.catalog import CATALOG
from okrcli.model.kpi import Bounds, Survey
from okrcli.model.settings import Language
from okrcli.next_step import NextStep, StepKind
from okrcli.views.catalog import (
    CatalogView,
    bounds_text,
    facts_of,
    step_to_add,
    survey_text,
    unit_text,
)

NPS, CHURN, CSAT = (CATALOG[name] for name in ("nps", "churn_rate", "csat"))


@pytest.mark.parametrize(
    ("bounds", "language", "text"),
    [
        (Bounds(), "en", ""),
        (Bounds(Decimal(-100), Decimal(100)), "en", "from -100 to 100"),
        (Bounds(Decimal(0)), "es", "desde 0"),
        (Bounds(high=Decimal("1.5")), "ru", "до 1.5"),
    ],
)
def test_bounds_are_said_where_there_are_any(bounds: Bounds, language: Language, text: str) -> None:
    assert bounds_text(bounds, language) == text
    assert unit_text({"en": "h", "es": "h", "ru": "ч"}, bounds, language) == ", ".join(
        filter(None, ["ч" if language == "ru" else "h", text])
    )


def test_survey_is_said_with_its_version_and_scale() -> None:
    assert survey_text(Survey(type="nps"), "en") == "nps"
    assert survey_text(Survey(type="ces", version=2, scale=(1, 7)), "en") == "ces 2, from 1 to 7"


def test_entries_are_grouped_by_family() -> None:
    view = CatalogView([CHURN, NPS, CSAT], "es")

    assert [*view.groups] == [("Satisfacción", [NPS, CSAT]), ("Clientes", [CHURN])]


@pytest.mark.parametrize(("other", "reason"), [("Loyalty", "Loyalty"), ("Service", "")])
def test_suggestions_are_one_group_and_say_why_where_there_is_one_reason(
    other: str, reason: str
) -> None:
    suggestions = {"nps": Suggestion(NPS, "Loyalty"), "csat": Suggestion(CSAT, other)}
    view = CatalogView([NPS, CSAT], "en", suggestions=suggestions)

    assert [*view.groups] == [(reason, [NPS, CSAT])]


def test_kpi_that_can_only_be_computed_is_added_with_its_parts() -> None:
    assert step_to_add(NPS) == NextStep(StepKind.ADD_FROM_CATALOG, "nps")
    assert step_to_add(CHURN) == NextStep(StepKind.ADD_FROM_CATALOG_WITH_PARTS, "churn_rate")


def test_facts_are_short_and_in_the_language() -> None:
    assert {label["en"]: text for label, text in facts_of(NPS, "es")} == {
        "Unit": "puntos, de -100 a 100",
        "Direction": "up (más es mejor)",
        "Kind": "lagging (muestra los resultados)",
        "Family": "satisfaction (Satisfacción)",
        "Cadence": "monthly (cada mes)",
        "Survey": "nps, de 0 a 10",
    }
    assert [label["en"] for label, _ in facts_of(CHURN, "en")][-1] == "Cadence"
