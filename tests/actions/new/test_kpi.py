from datetime import date
from decimal import Decimal
from pathlib import Path

import pytest

from okrcli.actions.new.kpi import add_kpi, kpi_of
from okrcli.actions.new.kpi_from_catalog import ready_kpi
from okrcli.actions.workspace import Workspace
from okrcli.errors import UsageError
from okrcli.model.catalog import CATALOG
from tests.builders import a_plan

PLAN = a_plan()
FIELDS = {"id": "aht", "title": "AHT", "unit": "", "direction": "down", "baseline": 5}
AHT = ready_kpi("average_handle_time", "en", PLAN, with_parts=True)


def test_kpi_has_what_was_typed_and_nothing_else() -> None:
    new = kpi_of(FIELDS, None)

    kpi = new.kpi
    assert (kpi.id, kpi.title, kpi.unit, kpi.baseline, kpi.family) == (
        "aht",
        "AHT",
        None,
        Decimal(5),
        None,
    )
    assert (new.parts, new.comments) == ((), None)


def test_field_that_cannot_be_written_is_refused() -> None:
    with pytest.raises(UsageError, match="`direction`"):
        kpi_of({**FIELDS, "direction": "sideways"}, None)


def test_ready_definition_fills_what_was_left_empty() -> None:
    new = kpi_of({**FIELDS, "unit": "min"}, AHT)

    kpi = new.kpi
    assert (kpi.baseline, kpi.family, kpi.cadence) == (Decimal(5), "operations", "weekly")
    assert kpi.formula == CATALOG["average_handle_time"].formula
    assert [part.id for part, _ in new.parts] == [part.id for part in AHT.entry.parts]


@pytest.mark.parametrize(("with_parts", "is_asked"), [(True, False), (False, True)])
def test_what_is_computed_is_not_asked_for(*, with_parts: bool, is_asked: bool) -> None:
    nps = ready_kpi("nps", "en", PLAN, with_parts=with_parts)
    kpi = kpi_of({"id": "nps", "title": "NPS", "segments": ("chat",)}, nps).kpi

    assert (kpi.survey is not None, kpi.formula is None) == (is_asked, is_asked)
    assert kpi.aggregate == "weighted"


def test_kpi_is_added_with_its_parts_a_file_each() -> None:
    workspace = Workspace(Path("/team"), PLAN, date(2026, 11, 20))
    addition = add_kpi(workspace, kpi_of({**FIELDS, "unit": "min"}, AHT))

    assert addition.change.paths == (
        "kpis/aht.yaml",
        "kpis/talk_time.yaml",
        "kpis/hold_time.yaml",
        "kpis/wrap_time.yaml",
        "kpis/contacts_handled.yaml",
    )
    assert "# Formula: (talk time + hold time + wrap-up time)" in addition.shown
    assert "title: AHT\n" in addition.shown
    assert add_kpi(workspace, kpi_of(FIELDS, None)).shown == (
        "title: AHT\ndirection: down\nbaseline: 5\n"
    )
