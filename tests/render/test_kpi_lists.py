"""Every format of `okr kpi list`, whole, and what none may let through."""

import csv
import subprocess
import sys
from io import StringIO

import pytest
from hypothesis import given, settings

from okrcli.cli.next_steps import COMMAND_LINE
from okrcli.render import KPI_FORMATS, RenderOptions
from okrcli.views.kpi_list import ListedKpi
from tests.render.golden import assert_golden
from tests.render.kpi_samples import a_listing, full_listing
from tests.render.kpis.drawn import ANY_TEXT, drawn, titled
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
MACHINES = {
    "plain": "kpis.tsv",
    "json": "kpis.json",
    "markdown": "kpis.md",
    "csv": "kpis.csv",
    "prometheus": "kpis.prom",
}


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


@pytest.mark.parametrize("name", KPI_FORMATS)
def test_stale_kpi_is_never_shown_as_healthy(name: str) -> None:
    text = drawn(a_listing(ListedKpi(a_kpi(health="healthy", stale=True))), name)

    assert "stale" in text
    if name not in {"json", "prometheus"}:  # they name both: programs judge for themselves
        assert "healthy" not in text


@pytest.mark.parametrize("name", ["table", "markdown"])
def test_listing_without_kpis_says_so(name: str) -> None:
    assert "There are no KPIs here." in drawn(a_listing(), name)


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
