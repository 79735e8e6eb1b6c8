"""Every format of `okr kpi list`, whole, and what none may let through."""

import csv
import json
import re
import subprocess
import sys
from decimal import Decimal
from io import StringIO
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from markdown_it import MarkdownIt
from rich.cells import cell_len

from okrcli.cli.next_steps import COMMAND_LINE
from okrcli.render import KPI_FORMATS, RenderOptions
from okrcli.render.kpis.records import COLUMNS
from okrcli.views.kpi_list import KpiListing, ListedKpi
from tests.render.golden import assert_golden
from tests.render.kpi_samples import a_listing, a_segment, an_improvement, full_listing
from tests.render.samples import HOSTILE, a_kpi
from tests.render.test_reports import CONTROLS

TERMINALS = {
    "kpis-20.txt": RenderOptions(COMMAND_LINE, width=20),
    "kpis-40.txt": RenderOptions(COMMAND_LINE, width=40),
    "kpis-80.txt": RenderOptions(COMMAND_LINE, width=80),
    "kpis-120.txt": RenderOptions(COMMAND_LINE, width=120),
    "kpis-ascii-80.txt": RenderOptions(COMMAND_LINE, width=80, ascii=True),
    "kpis-colour-160.ansi": RenderOptions(COMMAND_LINE, width=160, colour=True),
}
MACHINES = {"plain": "kpis.tsv", "json": "kpis.json", "markdown": "kpis.md", "csv": "kpis.csv"}
PROMISED = (
    "id title unit direction value value_date target health stale trend team owner kind family"
    " next_due segments formula reason improvement"
)
ANY_TEXT = st.text(min_size=1, max_size=80)


def drawn(listing: KpiListing, name: str = "table", width: int = 80, **options: Any) -> str:
    return KPI_FORMATS[name](listing, RenderOptions(COMMAND_LINE, width=width, **options))


def titled(title: str) -> KpiListing:
    kpi = a_kpi(title=title, unit=title, owner=title, team=title, formula=title, reason=title)
    return a_listing(ListedKpi(kpi, None, an_improvement(kpi="nps")), workspace=title)


@pytest.mark.parametrize("name", TERMINALS)
def test_kpi_table_is_the_golden_one_at_each_width(name: str) -> None:
    assert_golden(name, KPI_FORMATS["table"](full_listing(), TERMINALS[name]))


@pytest.mark.parametrize("name", MACHINES)
def test_machine_format_of_kpis_is_the_golden_one(name: str) -> None:
    assert_golden(MACHINES[name], drawn(full_listing(), name))


def test_every_kpi_format_has_a_golden_file() -> None:
    assert {"table", *MACHINES} == set(KPI_FORMATS)


@pytest.mark.parametrize("name", MACHINES)
def test_machine_format_of_kpis_does_not_depend_on_the_terminal(name: str) -> None:
    narrow = RenderOptions(COMMAND_LINE, width=20, colour=True, ascii=True, all=True)

    assert KPI_FORMATS[name](full_listing(), narrow) == drawn(full_listing(), name)


def test_colour_changes_no_letter_of_the_kpi_table() -> None:
    coloured = drawn(full_listing(), width=120, colour=True)

    assert re.sub(r"\x1b\[[0-9;]*m", "", coloured) == drawn(full_listing(), width=120)


def test_ascii_kpi_table_is_ascii_when_the_titles_are() -> None:
    english = [each for each in full_listing().kpis if each.report.title.isascii()]

    assert drawn(a_listing(*english[:4]), width=160, ascii=True).isascii()


@pytest.mark.parametrize("width", range(20, 201, 3))
def test_kpi_table_fits_its_width(width: int) -> None:
    lines = drawn(full_listing(), width=width).splitlines()

    assert max(map(cell_len, lines)) <= width


@given(ANY_TEXT, st.integers(20, 160))
@settings(max_examples=60)
def test_kpi_table_fits_its_width_whatever_the_titles(title: str, width: int) -> None:
    lines = drawn(titled(title), width=width).splitlines()

    assert max(map(cell_len, lines)) <= width


@given(ANY_TEXT)
@settings(max_examples=60)
@pytest.mark.parametrize("name", KPI_FORMATS)
def test_no_kpi_format_lets_control_characters_or_runner_commands_through(
    name: str, title: str
) -> None:
    text = drawn(titled(title + HOSTILE), name, width=200)

    assert not CONTROLS.search(text.replace("\t", " ") if name == "plain" else text)
    assert "##[" not in text
    assert not any(line.lstrip().startswith("::") for line in text.splitlines())


@given(ANY_TEXT)
@settings(max_examples=60)
@pytest.mark.parametrize(("name", "dialect"), [("csv", "excel"), ("plain", "excel-tab")])
def test_no_cell_of_a_kpi_is_a_formula(name: str, dialect: str, title: str) -> None:
    rows = list(csv.DictReader(StringIO(drawn(titled(f"={title}"), name)), dialect=dialect))
    columns = ("title", "team", "owner", "unit", "formula", "reason")

    assert not [row for row in rows for each in columns if row[each][:1] in set("=+-@")]


def test_negative_trend_of_a_csv_stays_a_number() -> None:
    rows = csv.DictReader(StringIO(drawn(full_listing(), "csv")))

    assert {row["id"]: row["trend"] for row in rows}["churn_rate"] == "-0.25"


def test_plain_kpis_have_the_same_number_of_columns_in_every_line() -> None:
    lines = drawn(full_listing(), "plain").splitlines()

    assert {line.count("\t") for line in lines} == {len(COLUMNS) - 1}


@pytest.mark.parametrize("title", ["<script>alert(1)</script>", "**b** _i_", "[a](x)", "a | b"])
def test_markdown_shows_titles_of_kpis_letter_by_letter(title: str) -> None:
    html = MarkdownIt("gfm-like", {"linkify": False}).render(drawn(titled(title), "markdown"))
    text = re.sub(r"<[^>]+>", "\n", html)
    shown = text.replace("&lt;", "<").replace("&gt;", ">").replace("&amp;", "&")

    assert f"{title} (" in shown.splitlines()
    assert not re.search(r"<(script|strong|em|s>|a |img)", html)


def test_json_of_kpis_has_the_promised_keys() -> None:
    document = json.loads(drawn(full_listing(), "json"))

    assert document["schema"] == "okrcli.kpis/1"
    assert set(PROMISED.split()) <= document["kpis"][0].keys()
    assert document["kpis"][1]["improvement"] == "csat-2026-11-02"
    assert document["improvements"][0]["goal"] == 86


@given(ANY_TEXT)
@settings(max_examples=60)
def test_json_of_kpis_gives_titles_back_exactly(title: str) -> None:
    document = json.loads(drawn(titled(title), "json"))

    assert [document["kpis"][0][key] for key in ("title", "unit", "reason")] == [title] * 3


@given(st.decimals(allow_nan=False, allow_infinity=False, min_value=-(10**20), max_value=10**20))
def test_json_numbers_of_kpis_keep_every_digit(value: Decimal) -> None:
    segment = a_segment("voice", "1", "2", value=value, weight=value)
    kpi = a_kpi(value=value, trend=value, segments=(segment,))
    text = drawn(a_listing(ListedKpi(kpi)), "json")
    read = json.loads(text, parse_float=Decimal, parse_int=Decimal)["kpis"][0]

    assert [read["value"], read["trend"]] == [value, value]
    assert [read["segments"][0]["value"], read["segments"][0]["weight"]] == [value, value]


@pytest.mark.parametrize("name", KPI_FORMATS)
def test_stale_kpi_is_never_shown_as_healthy(name: str) -> None:
    text = drawn(a_listing(ListedKpi(a_kpi(health="healthy", stale=True))), name)

    assert "stale" in text
    if name != "json":  # it has both, because programs judge for themselves
        assert "healthy" not in text


@pytest.mark.parametrize(
    ("direction", "said"), [("up", "-2 ↘ worse"), ("down", "-2 ↗ better"), (None, "-2")]
)
def test_arrow_says_whether_a_change_is_for_the_better(direction: str | None, said: str) -> None:
    kpi = a_kpi(direction=direction, trend=Decimal(-2))
    text = drawn(a_listing(ListedKpi(kpi)), width=120)

    assert f" {said} " in text
    assert ("better" in text or "worse" in text) == (direction is not None)


def test_leading_and_lagging_kpis_stand_apart_and_those_without_a_kind_last() -> None:
    text = drawn(full_listing(), width=120)

    places = [text.index(title) for title in ("\nLeading KPI ", "\nLagging KPI ", "\nKPI ")]
    assert places == sorted(places)
    assert places[0] < text.index("(first_response_time)") < places[1] < text.index("(csat)")


def test_sparkline_has_the_last_12_readings() -> None:
    text = drawn(full_listing(), width=200)
    row = next(line for line in text.splitlines() if "(csat)" in line)

    assert len(re.findall("[▁▂▃▄▅▆▇█]", row)) == 12


@pytest.mark.parametrize("width", [20, 40, 80, 109, 110, 160])
def test_open_improvement_is_marked_at_every_width(width: int) -> None:
    text = drawn(full_listing(), width=width)

    assert ("↻" in text) == (width > 20)


def test_long_kpi_table_says_what_is_left_out() -> None:
    listing = a_listing(*(ListedKpi(a_kpi(f"kpi_{number}")) for number in range(203)))

    assert "3 KPIs are not shown: `--all` shows all." in drawn(listing)
    assert "(kpi_202)" in drawn(listing, all=True)


@pytest.mark.parametrize("name", ["table", "markdown"])
def test_listing_without_kpis_says_so(name: str) -> None:
    assert "There is no KPI here." in drawn(a_listing(), name)


@pytest.mark.parametrize("name", KPI_FORMATS)
def test_only_the_kpi_table_imports_rich(name: str) -> None:
    code = (
        "import sys; from okrcli.render import KPI_FORMATS, RenderOptions;"
        "from okrcli.cli.next_steps import COMMAND_LINE;"
        "from tests.render.kpi_samples import full_listing;"
        f"KPI_FORMATS['{name}'](full_listing(), RenderOptions(COMMAND_LINE));"
        "print('rich' in sys.modules)"
    )
    ran = subprocess.run([sys.executable, "-c", code], check=True, capture_output=True, text=True)

    assert ran.stdout == f"{name == 'table'}\n"
