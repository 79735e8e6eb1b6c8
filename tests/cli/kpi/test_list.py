import json
from collections.abc import Callable
from pathlib import Path

import pytest

from tests.cli.conftest import Okr
from tests.cli.kpi_workspace import kpi_workspace
from tests.cli.workspaces import SETTINGS, Ran, write

Kpi = Callable[..., Ran]


@pytest.fixture
def kpi_root(tmp_path: Path) -> Path:
    return kpi_workspace(tmp_path / "acme")


@pytest.fixture
def listed(run_okr: Okr, kpi_root: Path) -> Kpi:
    return lambda *options: run_okr(kpi_root, "kpi", "list", *options)


def ids(ran: Ran) -> list[str]:
    assert ran.code == 0, ran.err
    return [each["id"] for each in json.loads(ran.out)["kpis"]]


@pytest.mark.parametrize(
    ("options", "expected"),
    [
        ((), ["churn", "csat", "first_reply", "ratio"]),
        (("--team", "support"), ["csat", "first_reply"]),
        (("--owner", "ana", "--kind", "lagging"), ["churn"]),
        (("--family", "satisfaction"), ["csat"]),
        (("--kind", "leading"), ["first_reply"]),
        (("--health", "stale"), ["first_reply"]),
        (("--health", "healthy"), ["churn"]),
        (("--health", "breach", "--health", "stale"), ["csat", "first_reply"]),
        (("--health", "no_data"), ["ratio"]),
    ],
)
def test_list_has_the_kpis_that_fit(
    listed: Kpi, options: tuple[str, ...], expected: list[str]
) -> None:
    assert ids(listed("--format", "json", *options)) == expected


def test_list_says_so_when_nothing_fits(listed: Kpi) -> None:
    ran = listed("--kind", "leading", "--health", "breach", "--health", "warning")

    assert ran.code == 0
    assert "There are no KPIs here." in ran.out
    assert "No KPI matches --kind leading --health breach --health warning." in ran.err


def test_list_says_how_to_write_the_first_kpi(run_okr: Okr, tmp_path: Path) -> None:
    ran = run_okr(write(tmp_path, {"okr.yaml": SETTINGS}), "kpi", "list")

    assert ran.code == 0
    assert "okr new kpi" in ran.err


@pytest.mark.parametrize(
    "options", [("--team", "suport"), ("--owner", "anna"), ("--as-of", "20.11.2026")]
)
def test_list_refuses_what_it_does_not_know(listed: Kpi, options: tuple[str, str]) -> None:
    ran = listed(*options)

    assert ran.code in {2, 3}
    assert options[1] in ran.err
    assert ran.out == ""


def test_list_of_a_past_day_has_the_readings_up_to_it(listed: Kpi) -> None:
    ran = listed("--as-of", "2026-09-25", "--format", "json")
    churn = json.loads(ran.out)["kpis"][0]

    assert (churn["value"], churn["value_date"], churn["trend"]) == (2, "2026-09-25", None)
    assert churn["next_due"] == "2026-10-02"


def test_list_marks_the_open_improvement_and_not_the_closed_one(listed: Kpi) -> None:
    document = json.loads(listed("--format", "json").out)

    assert [each["improvement"] for each in document["kpis"]][1] == "csat-2026-11-02"
    assert [each["id"] for each in document["improvements"]] == ["csat-2026-11-02"]
    assert "↻" in listed().out


def test_list_has_segments_trend_and_formula(listed: Kpi) -> None:
    churn, csat, _, ratio = json.loads(listed("--format", "json").out)["kpis"]

    assert [each["segment"] for each in csat["segments"]] == ["voice", "chat"]
    assert [each["trend_is"] for each in (churn, csat)] == ["better", "worse"]
    assert ratio["formula"] == "csat / churn"


@pytest.mark.parametrize("width", ["20", "80", "120"])
def test_list_fits_the_terminal(listed: Kpi, monkeypatch: pytest.MonkeyPatch, width: str) -> None:
    monkeypatch.setenv("COLUMNS", width)

    assert max(map(len, listed("--ascii").out.splitlines())) <= int(width)


def test_list_writes_files_too(listed: Kpi, tmp_path: Path) -> None:
    file = tmp_path / "kpis.csv"
    ran = listed("--output", f"csv={file}")

    assert ran.code == 0
    assert file.read_text(encoding="utf-8").splitlines()[1].startswith("churn,Churn,lagging,")


def test_list_says_which_files_cannot_be_read(listed: Kpi, kpi_root: Path) -> None:
    write(kpi_root, {"kpis/bad.yaml": "title: [\n"})
    ran = listed()

    assert "there are errors in kpis/bad.yaml" in ran.err
    assert "(csat)" in ran.out
