from dataclasses import replace
from decimal import Decimal

from okrcli.render.diff.words import (
    heading,
    pace_move,
    progress_move,
    unchanged_text,
    uncompared_text,
    value_move,
    what_changed,
)
from okrcli.render.drawing.style import ASCII, UNICODE
from okrcli.views.report_diff import ChangedItem, Figures, ItemKind
from tests.render.diff.samples import DIFF, ITEMS, SAME


def item(before: Figures | None, now: Figures | None) -> ChangedItem:
    return ChangedItem(ItemKind.KPI, "csat", "CSAT", before, now)


def test_figures_are_told_before_and_now_where_they_differ() -> None:
    lower, higher = Figures(Decimal(44), "%"), Figures(Decimal(47), "%")

    assert value_move(item(lower, higher), UNICODE) == "44 → 47 %"
    assert value_move(item(lower, lower), UNICODE) == "44 %"
    assert value_move(item(None, lower), ASCII) == "- -> 44 %"
    assert value_move(item(Figures(words="1/3"), Figures(words="2/3")), UNICODE) == "1/3 → 2/3"
    assert progress_move(ITEMS[0], UNICODE) == "20% → 35%"
    assert pace_move(ITEMS[0], UNICODE) == "off track → at risk"
    assert pace_move(ITEMS[3], UNICODE) == "breach → –"


def test_values_in_two_units_have_each_its_own() -> None:
    minutes, hours = Figures(Decimal(480), "min"), Figures(Decimal(7), "h")
    assert value_move(item(minutes, hours), UNICODE) == "480 min → 7 h"
    assert value_move(item(minutes, Figures(Decimal(480), "h")), UNICODE) == "480 min → 480 h"
    assert value_move(item(minutes, Figures(unit="h")), UNICODE) == "480 min → –"


def test_what_is_new_gone_or_more_confident_is_said() -> None:
    said = [[each.text for each in what_changed(one, UNICODE)] for one in ITEMS]

    assert said[1][0] == "confidence 6 → 7"
    assert (said[2], said[3]) == (["new"], ["gone"])


def test_heading_and_rest_say_what_is_compared() -> None:
    assert heading(DIFF) == ("2026-Q4 as of 2026-11-20, since origin/main (1a2b3c4d, 2026-11-08)")
    assert unchanged_text(DIFF) == "As they were: 2 objectives, 1 key result."
    assert unchanged_text(SAME) == ""


def test_files_that_could_not_be_compared_are_named() -> None:
    lacking = replace(DIFF, uncompared=("kpis/nps.yaml", "objectives/2026-Q4/cx.yaml"))
    assert uncompared_text(lacking) == (
        "Not compared, because of errors: kpis/nps.yaml, objectives/2026-Q4/cx.yaml."
    )
    assert uncompared_text(DIFF) == ""
