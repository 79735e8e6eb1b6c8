from collections.abc import Sequence
from datetime import date
from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from okrcli.sources.base import Cell, HeaderNames
from okrcli.sources.header_line import Fit, fit_of, header_among

NAMES = HeaderNames(known=frozenset({"nps", "net promoter score"}))
MAPPED = HeaderNames(frozenset({"belegdatum", "betrag"}))


@pytest.mark.parametrize(
    ("cells", "fit"),
    [
        (["Fecha", "Valor", "x", ""], Fit(known=2, width=3)),
        (["Fecha", "Día"], Fit(known=1, width=2)),
        (["KPI", "Jan 2026", "Feb 2026"], Fit(known=1, width=3)),
        (["", "Jan 2026", "Feb 2026"], Fit(days=2, width=2)),
        (["x", "Jan 2026"], Fit(width=2)),
        (["2025", "2026"], Fit(days=2, width=2)),
        (["NPS", "61", "62"], Fit(width=3)),
        (["NPS", "(1.234,56) €"], Fit(width=2)),
        (["date", "value", Decimal(5)], Fit(width=3)),
        (["NPS", None, date(2026, 1, 31), date(2026, 2, 28)], Fit(known=1, width=3)),
        ([], Fit()),
    ],
)
def test_row_fits_by_the_names_in_it_and_not_at_all_with_a_number(
    cells: Sequence[Cell], fit: Fit
) -> None:
    assert fit_of(cells, NAMES) == fit


@pytest.mark.parametrize(
    ("rows", "names", "at"),
    [
        ([["Card", "Visa"], ["Saldo", "5 €"], ["Belegdatum", "x", "Betrag"]], MAPPED, 2),
        ([["a", "b"], ["Betrag", "1"], ["Belegdatum"]], MAPPED, 2),
        ([["Report"], ["date", "nps"]], NAMES, 1),
        ([["Report of", "2026-11-20"], ["", "Jan 2026", "Feb 2026"], ["NPS", "6", "7"]], NAMES, 1),
        ([["Fecha", "20.11.2026"], ["Fecha", "Valor"]], NAMES, 1),
        ([["date", "nps"], ["date", "nps"]], NAMES, 0),
        ([["date", "value"], ["2026-10-23", "5"], ["date", "value", "nps"]], NAMES, 0),
        ([["a", "b"], ["2026-10-23", "5"], ["date", "nps"]], NAMES, 0),
        ([["a", "b"], ["Saldo", "5"], ["date", "nps"]], NAMES, 2),
        ([["a", "b"], ["c", "d"]], NAMES, 0),
        ([["# a"], ["b", "c"], ["d", "e"]], NAMES, 1),
        ([["#", "date"], ["b", "c"]], NAMES, 0),
        ([["x", "y"], ["z", "v"], ["NPS", ""]], NAMES, 2),
        ([["x", "y"], ["1", "2"], ["NPS", "z"]], NAMES, 0),
        ([["# a"]], NAMES, 0),
        ([], NAMES, 0),
    ],
)
def test_header_is_the_first_row_that_fits_best_and_loses_no_data(
    rows: Sequence[Sequence[Cell]], names: HeaderNames, at: int
) -> None:
    assert header_among(rows, names)[0] == at


@given(st.lists(st.lists(st.text(max_size=20), max_size=4), max_size=6))
def test_header_is_one_of_any_rows(rows: list[list[str]]) -> None:
    at, fit = header_among(rows, NAMES)

    assert at in range(len(rows)) or (at == 0 and not rows)
    assert not rows or fit == fit_of(rows[at], NAMES)
