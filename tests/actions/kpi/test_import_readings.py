from collections.abc import Callable, Mapping
from datetime import date
from pathlib import Path

import pytest

from okrcli.actions.change import Change
from okrcli.actions.kpi.import_origins import Origin, origin_of_file
from okrcli.actions.kpi.import_readings import ImportInput, import_readings
from okrcli.actions.kpi.reading_files import Recorder
from okrcli.actions.workspace import Workspace
from okrcli.errors import OkrError
from okrcli.model.plan import Plan
from okrcli.next_step import NextStep, StepKind
from okrcli.sources.base import TableOptions
from okrcli.sources.cells import CellOptions
from okrcli.sources.readings.readings import ReadingOptions
from okrcli.views.readings import ImportedReadings, summaries_of
from tests.actions.recorded import NOW, TODAY, checkins_in, readings_in
from tests.builders import a_checkin, a_key_result, a_kpi, a_plan, a_reading, an_objective
from tests.imports import FORMS, LONG, READINGS, Reading, days, many

PLAN = a_plan(
    a_kpi(unit="points", bounds=[-100, 100], segments=["chat", "voice"]),
    a_kpi(id="csat"),
    a_kpi(id="ratio", formula="nps / csat"),
    a_checkin("2026-11-06", a_reading(44), a_reading(70, "csat")),
)


def imported(
    content: str | bytes,
    name: str = "export.csv",
    options: ReadingOptions | None = None,
    table: TableOptions | None = None,
    plan: Plan = PLAN,
) -> tuple[Change | None, ImportedReadings]:
    """Return what a file of *content* comes to."""
    origin = origin_of_file(name, None, table or TableOptions(), options or ReadingOptions())
    return imported_from({name: content}, [origin], plan=plan)


def imported_from(
    contents: Mapping[str, str | bytes],
    origins: list[Origin],
    on_progress: Callable[[str], None] = lambda _text: None,
    plan: Plan = PLAN,
) -> tuple[Change | None, ImportedReadings]:
    def content_of(origin: Origin) -> bytes:
        content = contents[origin.path]
        return content if isinstance(content, bytes) else content.encode()

    recorder = Recorder(Workspace(Path("/team"), plan, TODAY), "ana", NOW)
    source = ImportInput(origins, content_of, on_progress)
    return import_readings(recorder, source)


def told(change: Change | None) -> list[Reading]:
    return [
        (found.kpi, str(found.date), f"{found.value.normalize():f}", found.segment)
        for found in readings_in(change)
    ]


def test_reading_from_before_the_unit_changed_is_in_a_unit_that_nobody_knows() -> None:
    change = {"date": "2026-11-01", "field": "unit", "was": "min", "now": "h", "why": "w"}
    kpi = a_kpi(id="reply", unit="h", amendments=[{**change, "factor": "1/60"}])
    plan = a_plan(kpi, a_checkin("2026-10-05", a_reading(480, "reply")))

    known, _ = imported("date,reply\n2026-10-05,480\n2026-11-02,7\n", plan=plan)
    assert told(known) == [("reply", "2026-11-02", "7", None)]
    for cells in ("2026-10-05,8", "2026-10-12,450", "2026-10-12,7.5"):
        with pytest.raises(OkrError, match="its unit is not certain"):
            imported(f"date,reply\n{cells}\n2026-11-02,7\n", plan=plan)


def test_import_is_one_readable_file() -> None:
    change, view = imported(LONG)

    assert change is not None
    (checkin,) = checkins_in(change)
    assert told(change) == READINGS
    assert (checkin.by, checkin.date, checkin.note) == ("ana", TODAY, "Imported from export.csv")
    assert b"  - {kpi: nps, date: 2026-10-02, value: 41}\n" in change.writes[0].content
    assert change.message == (
        "Import: nps 2 readings, csat 1 reading\n\n"
        "Imported from export.csv.\n\n"
        "nps  2 new; 2026-10-02 to 2026-10-09\n"
        "csat  1 new, 1 unchanged; 2026-10-02 to 2026-11-06\n\n"
        f"OKR-Checkin: {checkin.id}\n"
    )
    assert view.origin == "Imported from export.csv"
    assert [line for line, _ in view.rows] == [2, 3, 4, 5]


def test_what_is_in_force_already_is_no_change() -> None:
    change, view = imported("kpi,date,value\nnps,2026-11-06,44\n")

    assert change is None
    assert [of_kpi.unchanged for of_kpi in view.comparisons] == [1]


def test_other_value_for_the_same_day_is_a_correction() -> None:
    change, view = imported("kpi,date,value\nnps,2026-11-06,43\n")

    assert told(change) == [("nps", "2026-11-06", "43", None)]
    assert [*summaries_of(view.comparisons)] == ["nps  1 corrects an earlier value; 2026-11-06"]


def test_reading_of_today_has_a_date_too_so_no_import_is_back_dated() -> None:
    change, _ = imported("kpi,date,value\ncsat,2026-11-20,81\n")

    assert told(change) == [("csat", "2026-11-20", "81", None)]


def test_many_readings_are_in_files_that_can_be_read_again(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr("okrcli.actions.kpi.reading_files.MAX_BYTES", 20_000)
    change, _ = imported(many(1_000))

    assert change is not None
    assert len(change.paths) > 2
    assert sorted(told(change)) == sorted(
        ("nps", str(day), str(number % 90), "chat") for number, day in enumerate(days(1_000))
    )
    ids = [line.partition(": ")[2] for line in change.message.splitlines() if "OKR-Checkin" in line]
    assert ids == [checkin.id for checkin in checkins_in(change)]


@pytest.mark.parametrize("form", FORMS)
def test_file_of_every_form_is_imported(form: str) -> None:
    name, content = FORMS[form]()
    change, _ = imported(content, name)

    assert sorted(told(change)) == sorted(READINGS)


def test_columns_decimals_and_dates_are_told() -> None:
    columns = {"date": "Fecha", "value": "Valor"}
    options = ReadingOptions(columns, kpi="nps", cells=CellOptions("comma", "dmy"))
    change, _ = imported("Fecha;Valor\n02/10/2026;41,5\n03/10/2026;42\n", options=options)

    assert told(change) == [
        ("nps", "2026-10-02", "41.5", None),
        ("nps", "2026-10-03", "42", None),
    ]


def test_kpi_segment_and_day_are_told() -> None:
    options = ReadingOptions(kpi="nps", segment="chat", date=date(2026, 10, 2))
    change, _ = imported("value\n41\n", options=options)

    assert told(change) == [("nps", "2026-10-02", "41", "chat")]


def test_windows_1251_is_refused_and_then_read_by_its_name() -> None:
    text = "Дата,Значение,note\n2026-10-02,41,вторая волна\n".encode("cp1251")
    options = ReadingOptions({"date": "Дата", "value": "Значение"}, kpi="nps")

    with pytest.raises(OkrError):
        imported(text, options=options)
    change, _ = imported(text, options=options, table=TableOptions("windows-1251"))
    assert [found.note for found in readings_in(change)] == ["вторая волна"]


@pytest.mark.parametrize(
    ("row", "said"),
    [
        ("nps,2026-11-21,41", "2026-11-21"),
        ("nps,2026-02-30,41", "2026-02-30"),
        ("nps,2026-10-02,101", "101"),
        ("nps,2026-10-02,nan", "nan"),
        ("nps,2026-10-02,=1+1", '"=1+1"'),
        ("nps,2026-10-02,much", "value"),
        ("nsp,2026-10-02,41", "nsp"),
        ("ratio,2026-10-02,41", "ratio"),
        ("nps,2026-10-02,41\nnps,2026-10-02,42", "42"),
    ],
)
def test_wrong_row_is_named(row: str, said: str) -> None:
    with pytest.raises(OkrError) as caught:
        imported(f"kpi,date,value\ncsat,2026-10-02,41\n{row}\n")

    line = 3 + row.count("\n")
    assert f"export.csv:{line}: " in caught.value.message
    assert said in caught.value.message


def test_one_bad_row_of_very_many_is_named() -> None:
    rows = [f"nps,{day},41\n" for day in days(10_000)]
    rows[7_150] = "nps,2026-10-02,forty-x\n"

    with pytest.raises(OkrError, match=r'export\.csv:7152: .*"forty-x"'):
        imported("kpi,date,value\n" + "".join(rows))


def test_wrong_rows_of_all_files_are_named_together() -> None:
    options = ReadingOptions(kpi="nps")
    origins = [origin_of_file(name, None, TableOptions(), options) for name in ("a.csv", "b.csv")]
    contents = dict.fromkeys(("a.csv", "b.csv"), "date,value\n2026-10-02,x\n")

    with pytest.raises(OkrError) as caught:
        imported_from(contents, origins)
    assert "a.csv:2: " in caught.value.message
    assert "b.csv:2: " in caught.value.message


def test_file_that_several_kpis_name_is_read_once_for_all() -> None:
    read: list[str] = []
    origins = [
        origin_of_file("a.csv", None, TableOptions(), ReadingOptions({"value": column}, kpi=kpi))
        for kpi, column in (("nps", "Wert"), ("csat", "Zufrieden"))
    ]

    class Contents(dict[str, str]):
        def __getitem__(self, path: str) -> str:
            read.append(path)
            return "date,Wert,Zufrieden\n2026-10-02,41,79\n"

    change, view = imported_from(Contents(), origins)
    assert told(change) == [("nps", "2026-10-02", "41", None), ("csat", "2026-10-02", "79", None)]
    assert (read, view.origin) == (["a.csv"], "Imported from a.csv")


def test_file_without_readings_is_refused() -> None:
    with pytest.raises(OkrError, match=r"nothing to record in export\.csv"):
        imported("kpi,date,value\n")


def test_what_may_take_long_is_told_before_it_does() -> None:
    origin = origin_of_file("a.csv", None, TableOptions(), ReadingOptions(kpi="csat"))
    rows = "date,value\n2026-10-02,1\n2026-10-03,2\n2026-10-04,3\n"
    found: list[str] = []
    imported_from({"a.csv": rows}, [origin], found.append)

    assert found == ["Reading a.csv", "Comparing 3 readings"]


def test_shares_are_no_percentages_until_somebody_says_which_they_are() -> None:
    plan = a_plan(
        an_objective(a_key_result(3, 2, id="churn", kpi="churn")), a_kpi(id="churn", unit="%")
    )
    recorder = Recorder(Workspace(Path("/team"), plan, TODAY), "ana", NOW)

    def values(options: ReadingOptions) -> list[str]:
        origin = origin_of_file("a.csv", None, TableOptions(), options)
        text = "month,churn\n2026-09,0.048\n2026-10,0.061\n"
        change, _ = import_readings(recorder, ImportInput([origin], lambda _: text.encode()))
        return [f"{reading.value.normalize()}" for reading in readings_in(change)]

    with pytest.raises(OkrError, match=r"0\.048 would be 4.8 %, and 3 % or 2 % is expected"):
        values(ReadingOptions())
    assert values(ReadingOptions(scale="share")) == ["4.8", "6.1"]
    assert values(ReadingOptions(scale="percent")) == ["0.048", "0.061"]


def test_values_that_look_wrong_are_told_with_their_day_and_what_corrects_them() -> None:
    _, found = imported("kpi,date,value\ncsat,2026-11-13,710\ncsat,2026-11-14,-71\n")

    assert [doubt.reason.partition(", unlike")[0] for doubt in found.doubts] == [
        "csat on 2026-11-13: 710 is at least 10 times the last value, 70.",
        "csat on 2026-11-14: -71 is negative",
    ]
    assert found.doubts[0].step == NextStep(StepKind.CORRECT_VALUE, "csat", "2026-11-13")
