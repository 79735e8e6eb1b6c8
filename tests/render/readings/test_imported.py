from datetime import date
from decimal import Decimal
from pathlib import Path

from okrcli.compute.kpis.comparison import Correction, KpiComparison, ValueInForce
from okrcli.model.readings import DatedReading
from okrcli.render.readings.imported import (
    correction_lines,
    dry_run_lines,
    imported_lines,
    recorded_in_text,
    would_write_lines,
)
from okrcli.storage.files import Write
from okrcli.views.readings import ImportedReadings
from tests.builders import a_kpi


def a_row(day: int, value: str, kpi: str = "nps", segment: str | None = None) -> DatedReading:
    return DatedReading(kpi, date(2026, 10, day), Decimal(value), segment)


def corrected(day: int) -> Correction:
    return Correction(a_row(day, "71", "csat"), ValueInForce(Decimal(70), Decimal(30)))


NEW = KpiComparison("nps", a_row(2, "41"), a_row(9, "42.5"), [a_row(2, "41"), a_row(9, "42.5")])
CHANGED = KpiComparison(
    "csat", a_row(6, "71", "csat"), a_row(6, "71", "csat"), [], [corrected(6)], 3
)
ROWS = [(2, a_row(2, "41")), (3, a_row(9, "42.5", segment="chat"))]
IMPORTED = ImportedReadings("Imported from a.csv", [NEW, CHANGED], ROWS)


def test_what_was_recorded_is_a_line_for_each_kpi_and_then_the_corrections() -> None:
    assert [*imported_lines(IMPORTED)] == [
        "Imported from a.csv:",
        "  nps  2 new; 2026-10-02 to 2026-10-09",
        "  csat  1 corrects an earlier value, 3 unchanged; 2026-10-06",
        "Corrections:",
        "  csat  2026-10-06  71; it was 70, weight 30",
    ]


def test_dry_run_counts_and_shows_the_rows_as_they_were_read() -> None:
    kpis = {"nps": a_kpi(unit="points"), "csat": a_kpi(id="csat", title="CSAT")}

    assert "\n".join(dry_run_lines(IMPORTED, kpis)) == (
        "nps: Net promoter score, points\n"
        "  new                     2\n"
        "  corrections             0\n"
        "  unchanged               0\n"
        "  first          2026-10-02  41\n"
        "  last           2026-10-09  42.5\n"
        "\n"
        "csat: CSAT\n"
        "  new                     0\n"
        "  corrections             1\n"
        "  unchanged               3\n"
        "  first          2026-10-06  71\n"
        "  last           2026-10-06  71\n"
        "\n"
        "Corrections:\n"
        "  csat  2026-10-06  71; it was 70, weight 30\n"
        "The rows are read as:\n"
        "  line 2: nps  2026-10-02  41\n"
        "  line 3: nps  2026-10-09  chat  42.5\n"
    )


def test_of_many_rows_the_first_are_shown() -> None:
    many = ImportedReadings("Imported from a.csv", [NEW], ROWS * 3)
    lines = [*dry_run_lines(many, {"nps": a_kpi()})]

    assert "The first rows are read as:" in lines
    assert sum(line.startswith("  line ") for line in lines) == 5


def test_of_many_corrections_the_first_are_shown_and_the_rest_counted() -> None:
    many = KpiComparison(
        "csat", CHANGED.first, CHANGED.last, [], [corrected(day) for day in range(1, 9)]
    )

    assert [*correction_lines([many])][-1] == "  and 3 more"
    assert [*correction_lines([NEW])] == []


def test_where_readings_are_recorded_is_the_first_file_and_how_many_more() -> None:
    assert recorded_in_text(["checkins/a.yaml"]) == "Recorded in checkins/a.yaml."
    assert recorded_in_text(["checkins/a.yaml", "b", "c"]) == (
        "Recorded in checkins/a.yaml and 2 more files."
    )


def test_dry_run_names_the_folder_and_sizes_and_the_commit() -> None:
    writes = [Write(Path("/t/checkins/a.yaml"), b"12345")]

    assert [*would_write_lines(["checkins/a.yaml"], writes, "Import: nps\n\nBody\n")] == [
        "Nothing was written. This would write 1 file in checkins/: 5 bytes.",
        "The commit would be `Import: nps`.",
    ]
