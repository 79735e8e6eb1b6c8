from pathlib import Path
from typing import Any

import pytest

from okrcli.actions.kpi.import_origins import (
    Origin,
    origin_of_file,
    origins_of_kpis,
    require_known,
    short_name,
)
from okrcli.errors import OkrError, UnknownReferenceError, UsageError, WorkspaceError
from okrcli.model.plan import Plan
from okrcli.sources.base import TableOptions
from okrcli.sources.cells import CellOptions
from okrcli.sources.readings.readings import ReadingOptions
from tests.builders import a_kpi, a_plan


@pytest.fixture
def root(tmp_path: Path) -> Path:
    """Return the root of a workspace with two files of numbers."""
    for name in ("a.csv", "b.csv"):
        (tmp_path / "data").mkdir(exist_ok=True)
        (tmp_path / "data" / name).write_text("date,value\n")
    return tmp_path


def plan_with(**sources: dict[str, Any] | None) -> Plan:
    """Return a plan of KPIs with these sources."""
    return a_plan([a_kpi(id=name, source=source) for name, source in sources.items()])


def test_file_that_the_user_names_is_read_as_the_user_says() -> None:
    table, readings = TableOptions("windows-1251"), ReadingOptions(kpi="nps")
    origin = origin_of_file("exports/a.csv", "csv", table, readings)

    assert origin == Origin("exports/a.csv", "exports/a.csv", "csv", table, readings)
    assert (origin.short_name, short_name("exports/b.csv")) == ("a.csv", "b.csv")
    assert origin_of_file("-", None, table, readings).name == "standard input"


def test_source_says_where_the_numbers_are_and_how_to_read_them(root: Path) -> None:
    source = {
        "file": "data/a.csv",
        "format": "csv",
        "encoding": "windows-1251",
        "table": "Sheet 1",
        "skip": 2,
        "columns": {"value": "Valor"},
        "decimal": "comma",
        "dates": "dmy",
        "scale": "share",
    }

    assert origins_of_kpis(plan_with(nps=source), root, ["nps"]) == [
        Origin(
            path=str(root / "data/a.csv"),
            name="data/a.csv",
            format="csv",
            table=TableOptions("windows-1251", "Sheet 1", 2),
            readings=ReadingOptions(
                columns={"value": "Valor"},
                kpi="nps",
                cells=CellOptions("comma", "dmy"),
                only="nps",
                scale="share",
            ),
        )
    ]


def test_files_of_all_kpis_are_read_and_those_of_one_file_together(root: Path) -> None:
    plan = plan_with(
        b={"file": "data/b.csv"}, a={"file": "data/a.csv"}, own=None, c={"file": "data/b.csv"}
    )

    assert [each.readings.kpi for each in origins_of_kpis(plan, root, [])] == ["a", "b", "c"]
    named = origins_of_kpis(plan, root, ["c", "a", "c"])
    assert [each.readings.kpi for each in named] == ["a", "c"]


@pytest.mark.parametrize(("ids", "said"), [([], "No KPI has a"), (["a", "own"], "own has no")])
def test_kpi_without_a_source_cannot_be_read_from_one(
    root: Path, ids: list[str], said: str
) -> None:
    source = {"file": "data/a.csv"} if ids else None

    with pytest.raises(UsageError, match=said):
        origins_of_kpis(plan_with(a=source, own=None), root, ids)


@pytest.mark.parametrize(
    ("file", "said"),
    [("data/none.csv", "nps: there is no file 'data/none.csv'"), ("data", "nps: there is no file")],
)
def test_source_that_is_no_file_is_refused(root: Path, file: str, said: str) -> None:
    with pytest.raises(WorkspaceError, match=said):
        origins_of_kpis(plan_with(nps={"file": file}), root, [])


def test_source_that_leads_out_of_the_workspace_is_refused_with_its_kpi(
    root: Path, tmp_path_factory: pytest.TempPathFactory
) -> None:
    outside = tmp_path_factory.mktemp("outside") / "c.csv"
    outside.write_text("date,value\n")
    (root / "data/c.csv").symlink_to(outside)

    with pytest.raises(WorkspaceError, match=r"^nps: "):
        origins_of_kpis(plan_with(nps={"file": "data/c.csv"}), root, [])


def test_kpi_and_segment_of_the_options_are_known() -> None:
    plan = a_plan(a_kpi(segments=["chat"]))
    require_known(plan, ReadingOptions())
    require_known(plan, ReadingOptions(kpi="nps", segment="chat"))

    with pytest.raises(UnknownReferenceError):
        require_known(plan, ReadingOptions(kpi="csat"))
    with pytest.raises(OkrError, match="voice"):
        require_known(plan, ReadingOptions(kpi="nps", segment="voice"))
