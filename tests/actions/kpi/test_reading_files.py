from collections.abc import Sequence
from decimal import Decimal
from pathlib import Path

import pytest

from okrcli.actions.change import Change
from okrcli.actions.kpi.reading_files import MOST_READABLE, ReadingsCommit, Recorder
from okrcli.actions.workspace import Workspace
from okrcli.compute.kpis.comparison import compare
from okrcli.compute.reports.report_builder import snapshot_on
from okrcli.model.reading_columns import ReadingColumns
from okrcli.model.readings import DatedReading
from tests.actions.recorded import NOW, TODAY, checkins_in
from tests.builders import a_checkin, a_day, a_kpi, a_plan, a_reading

PLAN = a_plan(a_kpi(), a_checkin("2026-11-06", a_reading(44)))
COMMIT = ReadingsCommit("Import", ["nps 1 reading"], ["From a.csv."])


def a_dated(value: int, day: str, segment: str | None = None) -> DatedReading:
    return DatedReading(
        kpi="nps", date=a_day(day), value=Decimal(value), segment=segment, weight=None, note=None
    )


def recorded(readings: Sequence[DatedReading]) -> Change | None:
    """Return what is written of *readings*."""
    compared = compare([ReadingColumns.of(readings)], snapshot_on(PLAN, TODAY).timeline)
    return Recorder(Workspace(Path("/team"), PLAN, TODAY), "ana", NOW).change(
        compared, "Imported from a.csv", COMMIT
    )


def test_new_values_and_corrections_are_recorded_and_others_are_not() -> None:
    change = recorded([a_dated(44, "2026-11-06"), a_dated(41, "2026-10-02")])

    (checkin,) = checkins_in(change)
    assert (checkin.by, checkin.date, checkin.note) == ("ana", TODAY, "Imported from a.csv")
    assert checkin.readings == (a_reading(41, date=a_day("2026-10-02")),)
    assert change is not None
    assert change.paths == (checkin.path,)
    assert change.message == (
        f"Import: nps 1 reading\n\nFrom a.csv.\n\nOKR-Checkin: {checkin.id}\n"
    )


def test_nothing_is_written_when_all_of_it_is_there() -> None:
    assert recorded([a_dated(44, "2026-11-06")]) is None
    assert recorded([]) is None


@pytest.mark.parametrize(("count", "lines"), [(MOST_READABLE, "  - {kpi"), (MOST_READABLE + 1, "")])
def test_file_of_many_readings_is_for_programs(count: int, lines: str) -> None:
    change = recorded([a_dated(1, "2026-10-02", f"s{n}") for n in range(count)])

    assert change is not None
    assert sum(len(checkin.readings) for checkin in checkins_in(change)) == count
    (write,) = change.writes
    assert (b"\n  - {kpi: nps," in write.content) is bool(lines)
