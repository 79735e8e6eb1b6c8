"""Which sections the table has, and what stands between them."""

from tests.render.samples import a_kpi, a_note, a_report, full_report
from tests.render.table.drawn import drawn, lines_of


def test_sections_stand_apart_by_an_empty_line() -> None:
    text = drawn(full_report())

    assert text.index("Become the industry leader") < text.index("Net Promoter Score")
    assert text.index("Net Promoter Score") < text.index("The second wave is in.")
    assert "\n\n\n" not in text


def test_summary_has_the_objectives_and_nothing_else() -> None:
    text = drawn(full_report(), summary=True)

    assert "Become the industry leader" in text
    assert "Net Promoter Score" not in text
    assert "The second wave is in." not in text


def test_empty_section_leaves_nothing_behind() -> None:
    lines = lines_of(a_report(objectives=()))
    with_kpi = lines_of(a_report(objectives=(), kpis=(a_kpi(),), notes=(a_note(),)))

    assert lines[-1] != ""
    assert len(with_kpi) > len(lines)
