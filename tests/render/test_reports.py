"""Every report format, whole, and what no format may let through."""

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
from okrcli.compute.reports.report import Report, TeamName
from okrcli.render import REPORT_FORMATS, RenderOptions
from okrcli.render.report.records import COLUMNS
from tests.render.golden import assert_golden
from tests.render.samples import (
    HOSTILE,
    a_key_result,
    a_kpi,
    a_note,
    a_report,
    an_action,
    an_improvement,
    an_objective,
    full_report,
    some_kudos,
)

TERMINALS = {
    "report-20.txt": RenderOptions(COMMAND_LINE, width=20),
    "report-40.txt": RenderOptions(COMMAND_LINE, width=40),
    "report-60.txt": RenderOptions(COMMAND_LINE, width=60),
    "report-80.txt": RenderOptions(COMMAND_LINE, width=80),
    "report-120.txt": RenderOptions(COMMAND_LINE, width=120),
    "report-200.txt": RenderOptions(COMMAND_LINE, width=200),
    "report-ascii-80.txt": RenderOptions(COMMAND_LINE, width=80, ascii=True),
    "report-colour-120.ansi": RenderOptions(COMMAND_LINE, width=120, colour=True),
    "report-full-80.txt": RenderOptions(COMMAND_LINE, width=80, full=True),
    "report-summary-80.txt": RenderOptions(COMMAND_LINE, width=80, summary=True),
}
MACHINES = {
    "plain": "report.tsv",
    "json": "report.json",
    "markdown": "report.md",
    "csv": "report.csv",
}
PROMISED = "schema workspace as_of revision cycle objectives kpis findings"
PROMISED_CYCLE = "id start end elapsed"
PROMISED_OBJECTIVE = (
    "id ref title team owner parent ambition status pace progress score expected reporting"
    " key_results"
)
PROMISED_KEY_RESULT = (
    "id ref title type kpi unit owner weight due baseline target value value_date confidence"
    " progress score expected gap pace overdue stale forecast reason"
)
PROMISED_FORECAST = "value_at_due reaches_target_on method points"
PROMISED_KPI = "id title unit direction value value_date target health stale trend"
CONTROLS = re.compile("[\x00-\x09\x0b-\x1f\x7f-\x9f\u202a-\u202e\u2066-\u2069]")
ANY_TEXT = st.text(min_size=1, max_size=80)


def drawn(report: Report, name: str = "table", width: int = 80, **options: Any) -> str:
    return REPORT_FORMATS[name](report, RenderOptions(COMMAND_LINE, width=width, **options))


def fits(text: str, width: int) -> bool:
    """Return whether all lines do, but for what is to be copied, which is never broken."""
    return all(
        cell_len(line) <= width for line in text.splitlines() if not line.startswith("  okr")
    )


def titled(title: str) -> Report:
    key_result = a_key_result(title=title, owner=title, unit=title)
    objective = an_objective(title=title, owner=title, team=title, key_results=(key_result,))
    plan = an_improvement(
        owner=title,
        cause=title,
        last_note=title,
        outcome=title,
        actions=(an_action(title, owner=title),),
    )
    kpi = a_kpi("csat", title=title, unit=title, owner=title, formula=title, reason=title)
    return a_report(
        workspace=title,
        objectives=(objective, an_objective(team=None)),
        kpis=(kpi,),
        improvements=(plan,),
        teams=(TeamName(title, title),),
        notes=(a_note(title, by=title),),
        kudos=(some_kudos(title, by=title, to=title),),
    )


@pytest.mark.parametrize("name", TERMINALS)
def test_table_is_the_golden_one_at_each_width(name: str) -> None:
    assert_golden(name, REPORT_FORMATS["table"](full_report(), TERMINALS[name]))


@pytest.mark.parametrize("name", MACHINES)
def test_machine_format_is_the_golden_one(name: str) -> None:
    assert_golden(MACHINES[name], drawn(full_report(), name))


def test_every_format_has_a_golden_file() -> None:
    assert {"table", *MACHINES} == set(REPORT_FORMATS)


@pytest.mark.parametrize("name", MACHINES)
def test_machine_format_does_not_depend_on_the_terminal(name: str) -> None:
    narrow = RenderOptions(COMMAND_LINE, width=20, colour=True, ascii=True, all=True)

    assert REPORT_FORMATS[name](full_report(), narrow) == drawn(full_report(), name)


def test_colour_changes_no_letter_of_the_table() -> None:
    coloured = drawn(full_report(), width=120, colour=True)

    assert re.sub(r"\x1b\[[0-9;]*m", "", coloured) == drawn(full_report(), width=120)


def test_ascii_table_is_ascii_when_the_titles_are() -> None:
    report = full_report()
    english = a_report(objectives=report.objectives[:1], attention=report.attention[:3])

    assert drawn(english, width=200, ascii=True).isascii()


@pytest.mark.parametrize("width", range(20, 201, 3))
def test_table_fits_its_width(width: int) -> None:
    assert fits(drawn(full_report(), width=width), width)
    assert fits(drawn(full_report(), width=width, full=True), width)
    assert fits(drawn(full_report(), width=width, ascii=True), width)


@given(ANY_TEXT, st.integers(20, 160))
@settings(max_examples=60)
def test_table_fits_its_width_whatever_the_titles(title: str, width: int) -> None:
    assert fits(drawn(titled(title), width=width), width)
    assert fits(drawn(titled(title), width=width, full=True), width)


@given(ANY_TEXT)
@settings(max_examples=60)
@pytest.mark.parametrize("name", REPORT_FORMATS)
def test_no_format_lets_control_characters_or_runner_commands_through(
    name: str, title: str
) -> None:
    text = drawn(titled(title + HOSTILE), name, width=200)

    assert not CONTROLS.search(text.replace("\t", " ") if name == "plain" else text)
    assert "##[" not in text
    assert not any(line.lstrip().startswith("::") for line in text.splitlines())


@given(ANY_TEXT)
@settings(max_examples=60)
@pytest.mark.parametrize(("name", "dialect"), [("csv", "excel"), ("plain", "excel-tab")])
def test_no_cell_is_a_formula(name: str, dialect: str, title: str) -> None:
    text = drawn(titled(f"={title}"), name)
    rows = list(csv.DictReader(StringIO(text), dialect=dialect))
    from_files = ("title", "team", "owner", "unit", "formula", "reason")

    cells = [row[column] for row in rows for column in from_files]
    assert not [cell for cell in cells if cell and cell.startswith(("=", "+", "-", "@"))]


def test_negative_numbers_of_a_csv_stay_numbers() -> None:
    row = next(
        row
        for row in csv.DictReader(StringIO(drawn(full_report(), "csv")))
        if row["ref"] == "2026-Q4/cx-leader/csat"
    )

    assert Decimal(row["progress"]) == Decimal("-0.25")


def test_plain_has_the_same_number_of_columns_in_every_line() -> None:
    lines = drawn(full_report(), "plain").splitlines()

    assert {line.count("\t") for line in lines} == {len(COLUMNS) - 1}


@pytest.mark.parametrize(
    "title",
    [
        "<script>alert(1)</script>",
        "**b** _i_ `c` ~~s~~",
        "[a](http://x)",
        "![a](b)",
        "a | b",
        "# h",
    ],
)
def test_markdown_shows_titles_letter_by_letter(title: str) -> None:
    html = MarkdownIt("gfm-like", {"linkify": False}).render(drawn(titled(title), "markdown"))
    text = re.sub(r"<[^>]+>", "\n", html)
    shown = text.replace("&lt;", "<").replace("&gt;", ">").replace("&amp;", "&")

    assert title in shown.splitlines()
    assert not re.search(r"<(script|strong|em|code>c|s>|a |img)", html)


def test_markdown_mentions_nobody() -> None:
    assert not re.search(r"@\w", drawn(titled("thanks @octocat"), "markdown"))


@given(ANY_TEXT)
@settings(max_examples=60)
def test_json_gives_titles_back_exactly(title: str) -> None:
    document = json.loads(drawn(titled(title), "json"))

    assert document["objectives"][0]["title"] == title
    assert document["objectives"][0]["key_results"][0]["unit"] == title


@given(st.decimals(allow_nan=False, allow_infinity=False, min_value=-(10**20), max_value=10**20))
def test_json_numbers_keep_every_digit(value: Decimal) -> None:
    report = a_report(objectives=(an_objective(key_results=(a_key_result(value=value),)),))
    document = json.loads(drawn(report, "json"), parse_float=Decimal, parse_int=Decimal)

    assert document["objectives"][0]["key_results"][0]["value"] == value


def test_json_has_the_promised_keys() -> None:
    document = json.loads(drawn(full_report(), "json"))
    objective, kpi = document["objectives"][0], document["kpis"][0]
    key_result = objective["key_results"][0]

    assert document["schema"] == "okrcli.report/1"
    for found, promised in (
        (document, PROMISED),
        (document["cycle"], PROMISED_CYCLE),
        (objective, PROMISED_OBJECTIVE),
        (key_result, PROMISED_KEY_RESULT),
        (key_result["forecast"], PROMISED_FORECAST),
        (kpi, PROMISED_KPI),
    ):
        assert set(promised.split()) - found.keys() == set()


def test_json_says_null_for_what_is_absent_and_never_0() -> None:
    effort = json.loads(drawn(full_report(), "json"))["objectives"][0]["key_results"][-1]

    assert effort["id"] == "effort"
    absent = ("baseline", "value", "value_date", "confidence", "progress", "score", "forecast")
    assert [effort[key] for key in absent] == [None] * len(absent)


def test_json_has_a_range_as_its_two_ends() -> None:
    report = full_report()

    assert json.loads(drawn(report, "json"))["objectives"][1]["key_results"][1]["target"] == [
        30,
        50,
    ]


@pytest.mark.parametrize("share", ["0.995", "0.9999999"])
def test_no_display_says_100_percent_below_1(share: str) -> None:
    report = a_report(objectives=(an_objective(progress=Decimal(share)),))

    assert "100%" not in drawn(report) + drawn(report, "markdown")


def test_no_display_says_0_percent_above_0() -> None:
    report = a_report(
        objectives=(an_objective(progress=Decimal("0.0001")),), elapsed=Decimal("0.5")
    )

    assert " 0%" not in drawn(report) + drawn(report, "markdown")


def test_stale_kpi_is_not_shown_as_healthy() -> None:
    report = a_report(kpis=(a_kpi(health="healthy", stale=True),))

    assert "stale" in drawn(report)
    assert "healthy" not in drawn(report) + drawn(report, "markdown")


def test_json_has_every_open_plan_and_which_one_is_of_a_kpi() -> None:
    document = json.loads(drawn(full_report(), "json"))

    assert [each["id"] for each in document["improvements"]] == [
        "csat-2026-11-02",
        "csat-2026-08-03",
        "nps-2026-11-19",
    ]
    plans = {each["id"]: each["improvement"] for each in document["kpis"]}
    assert plans["csat"] == "csat-2026-11-02"
    assert plans["churn_rate"] is None


def test_rows_have_a_plan_with_its_way_from_opening_to_goal() -> None:
    rows = csv.DictReader(StringIO(drawn(full_report(), "csv")))
    row = next(each for each in rows if each["kind"] == "improvement")

    assert (row["ref"], row["kpi"], row["overdue"]) == ("csat-2026-11-02", "csat", "true")
    way = (row["baseline"], row["value"], row["target"], row["progress"], row["due"])
    assert way == ("70", "76.75", "85", "0.45", "2026-12-31")


@pytest.mark.parametrize("name", REPORT_FORMATS)
def test_no_format_imports_the_console_of_rich(name: str) -> None:
    code = (
        "import sys; from okrcli.render import REPORT_FORMATS, RenderOptions;"
        "from okrcli.cli.next_steps import COMMAND_LINE;"
        "from tests.render.samples import full_report;"
        f"REPORT_FORMATS['{name}'](full_report(), RenderOptions(COMMAND_LINE));"
        "print('rich.console' in sys.modules, 'rich' in sys.modules)"
    )
    ran = subprocess.run([sys.executable, "-c", code], check=True, capture_output=True, text=True)

    assert ran.stdout == f"False {name == 'table'}\n"
