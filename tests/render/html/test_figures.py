from dataclasses import replace
from datetime import date

from okrcli.render.html.figures import (
    MOST_VALUES,
    confidences_of,
    figure_beside,
    figure_of_key_result,
    figure_of_kpi,
    figures,
    late_points,
)
from okrcli.views.sheets import RetractionNote
from tests.builders import a_checkin, a_key_result, a_reading, an_entry, checkins, milestones
from tests.render.show.sheets import of_key_result, of_kpi
from tests.render.show.test_history import a_line


def test_figure_of_a_key_result_says_what_it_shows_and_lists_the_values() -> None:
    figure = figure_of_key_result(
        of_key_result(a_key_result(), *checkins({"2026-10-05": 42, "2026-11-16": 47}))
    )

    assert figure is not None
    assert figure.said.startswith("last 47 on 2026-11-16, expected today 50.99")
    assert "Forecast: 52.36 on 2026-12-31" in figure.said
    assert [(row.day, row.value) for row in figure.values] == [
        ("2026-11-16", "47"),
        ("2026-10-05", "42"),
    ]
    assert [name for _, name in figure.legend] == ["value", "expected", "target", "forecast"]


def test_values_are_left_out_beside_a_table_of_every_entry() -> None:
    sheet = of_key_result(a_key_result(), *checkins({"2026-10-05": 42, "2026-11-16": 47}))
    figure, alone = figure_beside(sheet), figure_beside(replace(sheet, history=()))

    assert figure is not None
    assert figure.values == ()
    assert alone is not None
    assert len(alone.values) == 2
    assert figure_beside(of_key_result(a_key_result())) is None


def test_late_values_are_in_the_table_and_marked() -> None:
    key_result = a_key_result(due="2026-11-10")
    sheet = of_key_result(
        key_result, *checkins({"2026-10-05": 42, "2026-11-02": 45, "2026-11-16": 47})
    )
    figure = figure_of_key_result(sheet)

    assert [point.day for point in late_points(sheet)] == [date(2026, 11, 16)]
    assert figure is not None
    assert [row.mark for row in figure.values] == ["late", "", ""]


def test_steps_have_no_figure() -> None:
    assert figure_of_key_result(of_key_result(milestones(1, 1))) is None


def test_confidences_are_those_that_were_not_taken_back_one_a_day() -> None:
    taken = RetractionNote("ana", date(2026, 11, 20), None)
    history = (
        a_line(day=date(2026, 11, 6), confidence=5),
        a_line(day=date(2026, 11, 6), confidence=6),
        a_line(day=date(2026, 11, 13), confidence=3, retracted=taken),
        a_line(day=date(2026, 11, 20)),
    )

    assert confidences_of(history) == [(date(2026, 11, 6), 6)]


def test_confidence_is_drawn_beside_the_values() -> None:
    entries = [
        a_checkin(day, an_entry(value, confidence=7))
        for day, value in (("2026-10-05", 42), ("2026-11-16", 47))
    ]
    figure = figure_of_key_result(of_key_result(a_key_result(), *entries))

    assert figure is not None
    assert "7 on 2026-10-05" in figure.confidence


def test_figure_of_a_kpi_lists_the_last_values_and_counts_the_older() -> None:
    readings = [
        a_checkin(
            "2026-11-20",
            *(
                a_reading(at, date=f"2026-{m:02}-{d:02}")
                for at, (m, d) in enumerate((m, d) for m in (8, 9, 10) for d in range(1, 29))
            ),
        )
    ]
    figure = figure_of_kpi(of_kpi(*readings))

    assert figure is not None
    assert (len(figure.values), figure.older) == (MOST_VALUES, 84 - MOST_VALUES)
    assert figure.values[0].day == "2026-10-28"


def test_only_what_has_values_has_a_figure() -> None:
    empty = of_key_result(a_key_result())
    full = of_key_result(a_key_result(), *checkins({"2026-10-05": 42, "2026-11-16": 47}))

    assert [figure.ref for figure in figures([empty, full, of_kpi()])] == [full.report.ref]
