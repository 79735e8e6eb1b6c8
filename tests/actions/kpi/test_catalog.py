from datetime import date

import pytest

from okrcli.actions.kpi.catalog import catalog, catalog_for
from okrcli.errors import UsageError
from okrcli.model.catalog import CATALOG
from tests.builders import a_kpi, a_plan, an_objective

TODAY = date(2026, 11, 20)


def test_catalogue_is_a_line_for_each_entry_and_all_of_one() -> None:
    everything, one = catalog(None, "en"), catalog("catalog:nps", "ru")

    assert (everything.entries, everything.explained) == ([*CATALOG.values()], False)
    assert (one.entries, one.explained, one.language) == ([CATALOG["nps"]], True, "ru")


def test_entry_that_there_is_not_is_refused() -> None:
    with pytest.raises(UsageError, match="The catalogue has no 'npss'"):
        catalog("npss", "en")


def test_objective_without_a_cycle_is_the_one_of_the_report() -> None:
    other = an_objective(cycle="2026-Q3", title="Answer the phone sooner")
    plan = a_plan(
        an_objective(title="Raise NPS"),
        other,
        a_kpi(id="our_nps", title="Net Promoter Score (NPS)"),
    )

    view = catalog_for("cx-leader", plan, TODAY, "en")
    assert view.entries[0] is CATALOG["nps"]
    assert [*view.suggestions] == [entry.id for entry in view.entries]
    assert view.suggestions["nps"].existing == "our_nps"


def test_theme_is_found_outside_of_a_workspace_too() -> None:
    view = catalog_for("churn", None, TODAY, "en")

    assert "churn_rate" in [entry.id for entry in view.entries]
    assert {each.existing for each in view.suggestions.values()} == {None}


def test_what_the_catalogue_has_nothing_for_is_refused_with_what_it_has() -> None:
    with pytest.raises(UsageError, match="The catalogue has nothing for 'zebras'") as caught:
        catalog_for("zebras", None, TODAY, "en")

    (hint,) = caught.value.hints
    assert str(hint).startswith("It has KPIs for ")
