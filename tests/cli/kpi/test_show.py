import json
from collections.abc import Callable
from pathlib import Path

import pytest

from tests.cli.conftest import Okr
from tests.cli.kpi_workspace import kpi_workspace
from tests.cli.workspaces import Ran, write
from tests.render.golden import assert_golden

Show = Callable[..., Ran]


@pytest.fixture
def kpi_root(tmp_path: Path) -> Path:
    return kpi_workspace(tmp_path / "acme")


@pytest.fixture
def show(run_okr: Okr, kpi_root: Path) -> Show:
    return lambda *options: run_okr(kpi_root, "kpi", "show", *options)


@pytest.mark.parametrize(
    ("width", "ascii_only", "golden"),
    [
        ("80", False, "kpi-sheet-80.txt"),
        ("120", False, "kpi-sheet-120.txt"),
        ("80", True, "kpi-sheet-ascii-80.txt"),
    ],
)
def test_sheet_of_a_kpi_is_the_golden_one(
    show: Show, monkeypatch: pytest.MonkeyPatch, width: str, ascii_only: bool, golden: str
) -> None:
    monkeypatch.setenv("COLUMNS", width)
    ran = show("csat", *(("--ascii",) if ascii_only else ()))

    assert ran.code == 0, ran.err
    assert ran.out.isascii() or not ascii_only
    assert_golden(golden, ran.out)


def test_sheet_of_a_kpi_in_json_is_the_golden_one(show: Show) -> None:
    assert_golden("kpi-sheet.json", show("csat", "--format", "json").out)


def test_sheet_of_a_computed_kpi_is_the_golden_one(show: Show) -> None:
    assert_golden("kpi-sheet-computed.txt", show("ratio").out)


@pytest.mark.parametrize("kpi", ["csat", "ratio", "churn", "first_reply"])
@pytest.mark.parametrize("width", [20, 33, 50, 80, 200])
def test_sheet_of_a_kpi_fits_its_width(
    show: Show, monkeypatch: pytest.MonkeyPatch, kpi: str, width: int
) -> None:
    monkeypatch.setenv("COLUMNS", str(width))

    assert max(map(len, show(kpi).out.splitlines())) <= width


def test_kpi_show_is_okr_show_of_a_kpi(show: Show, run_okr: Okr, kpi_root: Path) -> None:
    assert show("csat").out == run_okr(kpi_root, "show", "csat").out


def test_kpi_show_knows_kpis_only(show: Show) -> None:
    ran = show("cx-leader")

    assert (ran.code, ran.out) == (3, "")
    assert "There is no KPI 'cx-leader'" in ran.err


def test_sheet_of_a_past_day_knows_nothing_later(show: Show) -> None:
    document = json.loads(show("csat", "--as-of", "2026-10-20", "--format", "json").out)

    assert document["as_of"] == "2026-10-20"
    assert max(line["date"] for line in document["history"]) == "2026-10-16"
    assert document["kpi"]["limits"] is None
    assert [each["id"] for each in document["kpi"]["improvements"]] == ["csat-2026-08-03"]


def test_sheet_says_what_uses_the_kpi(show: Show) -> None:
    kpi = json.loads(show("csat", "--format", "json").out)["kpi"]

    assert kpi["used_by"] == ["2026-Q4/cx-leader/csat"]
    assert kpi["guard_of"] == ["2026-Q4/cx-leader/hours"]
    assert kpi["part_of"] == ["ratio"]


def test_sheet_has_limits_from_8_readings_on(show: Show) -> None:
    def limits(day: str) -> object:
        return json.loads(show("churn", "--as-of", day, "--format", "json").out)["kpi"]["limits"]

    assert limits("2026-11-06") is None
    assert limits("2026-11-13") is not None


def test_segments_share_their_weight_and_have_a_line_together(show: Show) -> None:
    lines = show("csat").out.splitlines()
    rows = {
        line.split()[0]: line.split() for line in lines if line[:5] in {"voice", "chat ", "toget"}
    }

    assert rows["voice"][1:4] == ["84", "30", "75%"]
    assert rows["chat"][1:4] == ["72", "10", "25%"]
    assert rows["together"][1:4] == ["81", "40", "100%"]


def test_share_is_left_out_where_a_segment_states_no_weight(show: Show, kpi_root: Path) -> None:
    reading = "date: 2026-11-20\nby: pavel\nrecorded: 2026-11-20T09:00:00Z\n"
    reading += "readings:\n  - {kpi: csat, value: 70, segment: chat}\n"
    write(kpi_root, {"checkins/2026/z.yaml": reading})
    text = show("csat").out

    assert "Weight" in text
    assert "Share" not in text


def test_segment_of_an_earlier_day_has_no_share_of_the_value(show: Show, kpi_root: Path) -> None:
    reading = "date: 2026-11-21\nby: pavel\nrecorded: 2026-11-21T09:00:00Z\n"
    reading += "readings:\n  - {kpi: csat, value: 70, segment: chat, weight: 20}\n"
    write(kpi_root, {"checkins/2026/z.yaml": reading})
    lines = show("csat", "--as-of", "2026-11-21").out.splitlines()
    rows = {line.split()[0]: line.split() for line in lines if line.startswith(("chat ", "tog"))}

    assert rows["chat"][1:4] == ["70", "20", "100%"]
    assert rows["together"][1:4] == ["70", "20", "100%"]


def test_long_history_is_cut_at_30_lines_and_whole_with_all(show: Show, kpi_root: Path) -> None:
    lines = "".join(
        f"  - {{kpi: churn, date: 2025-{month:02}-{day:02}, value: {day}}}\n"
        for month in (1, 2)
        for day in range(1, 21)
    )
    write(kpi_root, {"checkins/2026/a.yaml": f"date: 2026-01-05\nby: ana\nreadings:\n{lines}"})
    cut, whole = show("churn").out, show("churn", "--all").out

    assert "and 19 more: `--all` shows all." in cut
    assert "2025-01-01" not in cut.partition("Date ")[2]
    assert "2025-01-01" in whole.partition("Date ")[2]
    assert "more: `--all`" not in whole
    assert len(json.loads(show("churn", "--format", "json").out)["history"]) == 49


def test_value_that_was_superseded_is_marked_in_a_cut_history(show: Show, kpi_root: Path) -> None:
    lines = "".join(f"  - {{kpi: churn, value: {value}}}\n" for value in range(40))
    late = "recorded: 2026-11-20T09:00:00Z"
    write(
        kpi_root,
        {"checkins/2026/z.yaml": f"date: 2026-11-20\nby: ana\n{late}\nreadings:\n{lines}"},
    )

    assert show("churn").out.count("superseded") == 29


def test_hostile_texts_are_inert_on_the_sheet(show: Show, kpi_root: Path) -> None:
    hostile = '"\\e[31m [bold]x[/] ::error::a\\u202e"'
    plan = (kpi_root / "improvements/csat-2026-11-02.yaml").read_text(encoding="utf-8")
    plan = plan.replace("Train everybody", hostile).replace(
        '"New colleagues answer without the playbook."', hostile
    )
    write(kpi_root, {"improvements/csat-2026-11-02.yaml": plan})
    ran = show("csat", "--color", "never")

    assert ran.code == 0, ran.err
    assert ran.out.count("[bold]x[/]") == 2
    assert not {"\x1b", "\u202e"} & set(ran.out)
    assert "::error" not in ran.out


def test_guard_stands_with_its_health_beside_its_key_result(run_okr: Okr, kpi_root: Path) -> None:
    ran = run_okr(kpi_root, "show", "cx-leader/hours")
    document = json.loads(run_okr(kpi_root, "show", "cx-leader/hours", "--format", "json").out)

    assert "csat  ■ breach, 81 %" in ran.out
    assert document["key_result"]["guards"] == ["csat"]
    assert document["key_result"]["guard_kpis"][0]["health"] == "breach"
