import re

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from rich.cells import cell_len

from okrcli.views.kpi_list import ListedKpi
from tests.render.kpi_samples import a_listing, full_listing
from tests.render.kpis.drawn import ANY_TEXT, drawn, titled
from tests.render.samples import a_kpi


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


def test_leading_and_lagging_kpis_stand_apart_and_those_without_a_kind_last() -> None:
    text = drawn(full_listing(), width=120)

    places = [text.index(title) for title in ("\nLeading KPI ", "\nLagging KPI ", "\nKPI ")]
    assert places == sorted(places)
    assert places[0] < text.index("(first_response_time)") < places[1] < text.index("(csat)")


@pytest.mark.parametrize("width", [20, 40, 80, 109, 110, 160])
def test_open_improvement_is_marked_at_every_width(width: int) -> None:
    text = drawn(full_listing(), width=width)

    assert ("↻" in text) == (width > 20)


def test_long_kpi_table_says_what_is_left_out() -> None:
    listing = a_listing(*(ListedKpi(a_kpi(f"kpi_{number}")) for number in range(203)))

    assert "3 KPIs are not shown: `--all` shows all." in drawn(listing)
    assert "(kpi_202)" in drawn(listing, all=True)
