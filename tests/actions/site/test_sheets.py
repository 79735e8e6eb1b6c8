from okrcli.actions.site.sheets import (
    titled_key_result_sheet,
    titled_kpi_sheet,
    titled_objective_sheet,
)
from tests.builders import a_checkin, a_key_result, a_reading, an_entry
from tests.render.show.sheets import of_key_result, of_kpi, of_objective


def test_key_result_keeps_its_values_and_loses_people_and_notes() -> None:
    entry = a_checkin("2026-11-06", an_entry(47, confidence=7, note="secret"), by="eve")
    sheet = titled_key_result_sheet(of_key_result(a_key_result(owner="eve"), entry))

    assert [line.value for line in sheet.history] == [47]
    assert "secret" not in repr(sheet.history)
    assert "eve" not in repr((sheet.history, sheet.report))


def test_objective_keeps_its_key_results_and_loses_initiatives() -> None:
    sheet = titled_objective_sheet(of_objective(a_key_result(), owner="eve"))

    assert sheet.report.owner is None
    assert (sheet.objective.initiatives, sheet.history) == ((), ())


def test_kpi_keeps_its_readings_and_loses_people() -> None:
    sheet = titled_kpi_sheet(of_kpi(a_checkin("2026-11-06", a_reading(47), by="eve"), owner="eve"))

    assert [line.value for line in sheet.history] == [47]
    assert "eve" not in repr((sheet.history, sheet.report))
