import pytest

from okrcli.sources.totals import is_total


@pytest.mark.parametrize(
    "text",
    [
        *("Total", "TOTALS:", "Grand Total", "Subtotal", "Sub-total", "Average", "Total 2026"),
        *("Total general", "Promedio", "Suma", "Media", "Total del año"),
        *("Итого", "Итого за год", "Всего", "Среднее", "Общий итог", "В среднем:"),
    ],
)
def test_total_is_told_in_every_language(text: str) -> None:
    assert is_total(text)


@pytest.mark.parametrize("text", ["2026-11-20", "May 2026", "Totally new", "Media Team", "", None])
def test_other_cell_is_no_total(text: str | None) -> None:
    assert not is_total(text)
