from datetime import date
from typing import Any

import pytest
from rich.cells import cell_len

from okrcli.choices import ReportSort
from okrcli.compute.reports.report import (
    GuardReport,
    KeyResultReport,
    ObjectiveReport,
    Pace,
    TeamName,
)
from tests.render.samples import a_key_result, a_report, an_objective
from tests.render.table.drawn import drawn, lines_of

DUE = {"field": "due", "was": date(2026, 12, 15), "now": date(2026, 12, 31)}
LONG = "Raise the share of customers who recommend our support to a friend"


def objective(*key_results: KeyResultReport, **changes: Any) -> ObjectiveReport:
    return an_objective(key_results=key_results, **changes)


def test_each_objective_and_key_result_has_one_line() -> None:
    objectives = (objective(a_key_result(title=LONG), a_key_result(title=LONG), title=LONG),)

    assert lines_of(a_report(objectives=objectives))[3:7] == [
        "Objective                                 Progress Now  From, to      Pace  Conf",
        "▲ Raise the share of customers who…    ██─┃──  35%                    at risk",
        "  ▲ Raise the share of customers who…  ██─┃──  35%  47  40→60 points  at risk  7",
        "  ▲ Raise the share of customers who…  ██─┃──  35%  47  40→60 points  at risk  7",
    ]


def test_titles_are_whole_and_have_their_ids_where_all_is_asked_for() -> None:
    lines = lines_of(a_report(objectives=(objective(a_key_result(title=LONG)),)), full=True)

    assert [line[:38].rstrip() for line in lines[6:9]] == [
        "  ▲ Raise the share of customers who",
        "    recommend our support to a friend",
        "    (nps)",
    ]


@pytest.mark.parametrize("width", [60, 80, 120, 200])
def test_columns_of_wide_and_combining_letters_stay_in_line(width: int) -> None:
    titles = (
        "満足度を高めるために毎週顧客の声を聞いて改善を続ける",
        "e\u0301te\u0301 " * 9,
        "👩\u200d🚀 " * 9,
        "plain",
    )
    key_results = (a_key_result(title=title) for title in titles)
    lines = lines_of(a_report(objectives=(objective(*key_results),)), width)

    ends = {cell_len(line.partition("40→60")[0]) for line in lines if "40→60" in line}
    assert len(ends) == 1


def test_column_that_is_empty_in_all_rows_is_left_out() -> None:
    bare = a_key_result(confidence=None, pace=Pace.ON_TRACK)

    assert "Conf" not in drawn(a_report(objectives=(objective(bare),)))
    assert "Conf" in drawn(a_report(objectives=(objective(bare, a_key_result()),)))


@pytest.mark.parametrize(
    ("width", "there", "missing"),
    [
        (60, "Progress|Now|From, to", "Id|Owner"),
        (80, "Progress|Now|From, to|Pace|Conf", "Id|Owner"),
        (120, "Id|Progress|Pace|Conf|Owner", "Check-in"),
        (200, "Id|Progress|Pace|Conf|Guards|Trend|Check-in|Owner", "Health"),
    ],
)
def test_more_columns_stand_in_a_wider_table(width: int, there: str, missing: str) -> None:
    guards = (GuardReport("csat", "CSAT", "healthy", stale=False),)
    key_result = a_key_result(title=LONG, unit="points of NPS", guards=guards)
    lines = lines_of(a_report(objectives=(objective(key_result, title=LONG * 2),)), width)
    header = next(line for line in lines if line.startswith("Objective"))

    assert [name for name in there.split("|") if name not in header] == []
    assert [name for name in missing.split("|") if name in header] == []


def test_mark_in_a_bar_has_its_legend_where_there_is_one() -> None:
    done = an_objective(expected=None, key_results=())

    assert "┃ expected by today" in drawn(a_report(), 120)
    assert "expected by today" not in drawn(a_report(), 60)
    assert "expected by today" not in drawn(a_report(objectives=(done,)), 120)


def test_objectives_stand_in_groups_by_team_in_the_order_of_the_tree() -> None:
    teams = (TeamName("company", "Acme"), TeamName("sales", "Ventas"), TeamName("care", "Забота"))
    objectives = (
        an_objective("2026-Q4/a", team="care", key_results=()),
        an_objective("2026-Q4/b", team="elsewhere", key_results=()),
        an_objective("2026-Q4/c", team="sales", key_results=()),
        an_objective("2026-Q4/d", team=None, key_results=()),
        an_objective("2026-Q4/e", team="care", key_results=()),
    )
    lines = lines_of(a_report(objectives=objectives, teams=teams))

    headings = [line.split("  ")[0] for line in lines[3:-3] if not line.startswith("▲")]
    assert headings == ["Ventas", "Забота", "elsewhere", "No team"]


def test_one_team_needs_no_heading() -> None:
    report = a_report(teams=(TeamName("support", "Care"),))

    assert "Care" not in drawn(report)


@pytest.mark.parametrize(
    ("sort", "first"), [(None, "Worst"), (ReportSort.ID, "Best"), (ReportSort.PACE, "Worst")]
)
def test_objective_with_the_worst_pace_comes_first_unless_asked_otherwise(
    sort: ReportSort | None, first: str
) -> None:
    objectives = (
        an_objective("2026-Q4/a", title="Best", pace=Pace.ON_TRACK),
        an_objective("2026-Q4/b", title="Worst", pace=Pace.OFF_TRACK),
    )
    lines = lines_of(a_report(objectives=objectives), sort=sort)

    assert first in lines[4]


def test_summary_has_one_line_for_each_objective_and_nothing_else() -> None:
    several = objective(a_key_result(), a_key_result(), a_key_result(pace=Pace.OFF_TRACK))
    lines = lines_of(a_report(objectives=(several, an_objective("2026-Q4/b"))), summary=True)

    assert lines[3:] == [
        "Objective                                         Progress  Pace     Key results",
        "▲ Become the industry leader in customer…      ██─┃──  35%  at risk  ▲ 1",
        "▲ Become the industry leader in customer…      ██─┃──  35%  at risk  ■ 1  ▲ 2",
        "┃ expected by today",
    ]


def test_table_collapses_to_objectives_when_it_has_more_than_200_rows() -> None:
    key_results = tuple(
        a_key_result(f"2026-Q4/big/kr-{n}", title=f"Result {n}") for n in range(201)
    )
    report = a_report(objectives=(objective(*key_results),))

    assert "Result 7" not in drawn(report)
    assert "201 key results are not shown: `--all` shows all" in drawn(report)
    assert "Result 200" in drawn(report, all=True)


def test_collapsed_table_stops_at_200_objectives_with_the_worst_of_all_teams() -> None:
    paces = (Pace.ON_TRACK, Pace.OFF_TRACK, Pace.ON_TRACK)
    objectives = tuple(
        an_objective(f"2026-Q4/o-{n}", title=f"Number {n}", team=f"team-{n % 7}", pace=paces[n % 3])
        for n in range(301)
    )
    draft = an_objective("2026-Q4/later", title="Later", status="draft", pace=None)
    report = a_report(objectives=(draft, *objectives))
    lines, whole = lines_of(report), lines_of(report, all=True)

    shown = [line for line in lines if "Number" in line]
    assert len(shown) == 200
    assert sum("off track" in line for line in shown) == 100
    assert not any("Later" in line for line in lines)
    assert "102 objectives and 302 key results are not shown: `--all` shows all" in drawn(report)
    assert sum("Number" in line for line in whole) == 301
    assert sum("Number" in line for line in lines_of(report, summary=True)) == 301


def test_drafts_stand_apart_and_show_their_status_where_their_pace_would_be() -> None:
    draft = objective(a_key_result(pace=None), title="Later", status="draft", pace=None)
    lines = lines_of(a_report(objectives=(draft, an_objective("2026-Q4/b"))))

    assert lines[3].startswith("Objective ")
    assert lines[6] == "Drafts"
    assert lines[7].startswith("◇ Later")
    assert "  draft" in lines[7]


def test_report_of_drafts_alone_says_so() -> None:
    draft = objective(a_key_result(pace=None), status="draft", pace=None)

    assert lines_of(a_report(objectives=(draft,)))[3].startswith("Drafts ")


@pytest.mark.parametrize("width", [120, 200])
def test_wide_table_shows_ids_whole(width: int) -> None:
    report = a_report(objectives=(an_objective("2026-Q4/nuevas-fuentes"),))

    assert "  nuevas-fuentes  " in drawn(report, width)


def test_report_of_which_nothing_needs_attention_says_how_commands_call_a_key_result() -> None:
    assert "In commands, the first key result is called cx-leader/nps." in drawn(a_report())


def test_key_result_that_is_named_is_the_one_shown_first() -> None:
    draft = objective(
        a_key_result(ref="2026-Q4/a/calls"), ref="2026-Q4/a", status="draft", pace=None
    )
    agreed = objective(a_key_result(ref="2026-Q4/b/nps"), ref="2026-Q4/b")
    report = a_report(objectives=(draft, agreed))

    assert "In commands, the first key result is called b/nps." in drawn(report)


def test_report_without_objectives_says_so() -> None:
    assert "There are no objectives here." in drawn(a_report(objectives=()))
