"""Every report format, whole, and what no format may let through."""

import csv
import re
import subprocess
import sys
from decimal import Decimal
from io import StringIO

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from rich.cells import cell_len

from okrcli.cli.next_steps import COMMAND_LINE
from okrcli.render import REPORT_FORMATS, RenderOptions
from tests.render.golden import assert_golden
from tests.render.report.drawn import ANY_TEXT, drawn, titled
from tests.render.samples import (
    HOSTILE,
    a_kpi,
    a_report,
    an_objective,
    full_report,
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
    "prometheus": "report.prom",
    "slack": "report-slack.json",
    "teams": "report-teams.json",
    "html": "report.html",
}
CONTROLS = re.compile("[\x00-\x09\x0b-\x1f\x7f-\x9f\u202a-\u202e\u2066-\u2069]")


def fits(text: str, width: int) -> bool:
    """Return whether all lines do, but for what is to be copied, which is never broken."""
    return all(
        cell_len(line) <= width for line in text.splitlines() if not line.startswith("  okr")
    )


@pytest.mark.parametrize("name", TERMINALS)
def test_table_is_the_golden_one_at_each_width(name: str) -> None:
    assert_golden(name, REPORT_FORMATS["table"](full_report(), TERMINALS[name]))


@pytest.mark.parametrize("name", MACHINES)
def test_machine_format_is_the_golden_one(name: str) -> None:
    assert_golden(MACHINES[name], drawn(full_report(), name))


def test_summary_in_markdown_is_the_golden_one() -> None:
    assert_golden("report-summary.md", drawn(full_report(), "markdown", summary=True))


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
