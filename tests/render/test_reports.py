"""Every report format, whole, and what no format may let through."""

import csv
import json
import re
import subprocess
import sys
from decimal import Decimal
from io import StringIO

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from markdown_it import MarkdownIt
from rich.cells import cell_len

from okrcli.cli.next_steps import COMMAND_LINE
from okrcli.compute.reports.report import GuardReport, Health, KpiReport, Pace, Report
from okrcli.model.cycle import Cycle
from okrcli.model.finding import FindingCounts
from okrcli.render import REPORT_FORMATS, RenderOptions
from okrcli.render.report.records import COLUMNS
from tests.render.golden import assert_golden
from tests.render.samples import (
    DAY,
    HOSTILE,
    a_key_result,
    a_kpi,
    a_report,
    an_action,
    an_improvement,
    an_objective,
    full_report,
)

TERMINALS = {
    "report-20.txt": RenderOptions(COMMAND_LINE, width=20),
    "report-40.txt": RenderOptions(COMMAND_LINE, width=40),
    "report-80.txt": RenderOptions(COMMAND_LINE, width=80),
    "report-120.txt": RenderOptions(COMMAND_LINE, width=120),
    "report-200.txt": RenderOptions(COMMAND_LINE, width=200),
    "report-ascii-80.txt": RenderOptions(COMMAND_LINE, width=80, ascii=True),
    "report-colour-120.ansi": RenderOptions(COMMAND_LINE, width=120, colour=True),
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


def drawn(report: Report, name: str = "table", width: int = 80, **options: bool) -> str:
    return REPORT_FORMATS[name](report, RenderOptions(COMMAND_LINE, width=width, **options))


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
    return a_report(workspace=title, objectives=(objective,), kpis=(kpi,), improvements=(plan,))


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
    report = full_report()
    lines = drawn(report, width=width).splitlines()

    commands = {line for line in lines if line.startswith("  okr ")}
    assert max(cell_len(line) for line in lines if line not in commands) <= width


@given(ANY_TEXT, st.integers(20, 160))
@settings(max_examples=60)
def test_table_fits_its_width_whatever_the_titles(title: str, width: int) -> None:
    lines = drawn(titled(title), width=width).splitlines()

    assert max(map(cell_len, lines)) <= width


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


def test_table_collapses_to_objectives_when_it_has_more_than_200_rows() -> None:
    key_results = tuple(
        a_key_result(f"2026-Q4/big/kr-{n}", title=f"Result {n}") for n in range(201)
    )
    report = a_report(objectives=(an_objective(key_results=key_results),))

    assert "Result 7" not in drawn(report)
    assert "201 key results are not shown: `--all` shows all" in drawn(report)
    assert "Result 200" in drawn(report, all=True)


def test_table_says_loudly_that_files_have_errors() -> None:
    report = a_report(findings=FindingCounts(error=1))

    assert "✗ The files have 1 error" in drawn(report)
    assert "`okr check`" in drawn(report)


def test_table_is_silent_about_findings_when_there_are_none() -> None:
    assert "okr check" not in drawn(a_report())


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


@pytest.mark.parametrize(
    ("cycle", "days_left", "said"),
    [
        (Cycle("run", DAY, None), None, "Open-ended since 2026-11-20."),
        (Cycle("2026-Q3", DAY.replace(month=7), DAY.replace(month=9)), 0, "Ended on 2026-09-20."),
        (
            Cycle("next", DAY.replace(year=2027), DAY.replace(year=2028)),
            731,
            "Begins on 2027-11-20, ends on 2028-11-20.",
        ),
        (Cycle("week", DAY, DAY), 0, "of the cycle has passed, 0 days left"),
    ],
)
def test_heading_says_where_in_the_cycle_we_are(
    cycle: Cycle, days_left: int | None, said: str
) -> None:
    assert said in drawn(a_report(cycle=cycle, days_left=days_left))


@pytest.mark.parametrize(
    ("health", "stale", "shown"),
    [
        ("breach", False, "■ csat"),
        ("warning", False, "▲ csat"),
        ("healthy", False, "● csat"),
        ("healthy", True, "○ csat"),
        ("no_data", True, "○ csat"),
    ],
)
def test_health_of_a_guard_stands_beside_its_key_result(
    health: Health, stale: bool, shown: str
) -> None:
    guards = (GuardReport("csat", "CSAT", health, stale=stale),)
    report = a_report(objectives=(an_objective(key_results=(a_key_result(guards=guards),)),))

    assert shown in drawn(report, width=120)
    assert f"| {shown} |" in drawn(report, "markdown")


def test_guard_has_room_in_80_columns_beside_a_bar_a_confidence_and_a_long_pace() -> None:
    key_result = a_key_result(
        pace=Pace.OFF_TRACK, guards=(GuardReport("nps", "NPS", "warning", stale=False),)
    )
    text = drawn(a_report(objectives=(an_objective(key_results=(key_result,)),)))

    assert "▲ nps" in text
    assert "Conf" in text


@pytest.mark.parametrize("width", [20, 40, 80, 120])
def test_open_plan_stands_below_its_kpi(width: int) -> None:
    report = a_report(kpis=(a_kpi(), a_kpi("csat", unit="%")), improvements=(an_improvement(),))
    lines = drawn(report, width=width).splitlines()

    first = next(line for line in lines if "improving" in line)
    assert first.startswith("  ↻ improving to 85")
    said = " ".join(" ".join(lines[lines.index(first) :]).split())
    assert said.startswith(
        "↻ improving to 85 % by 2026-12-31: 45% of the way, 1 of 3 actions done,"
        " follow-up 3 days late"
    )


def test_columns_stay_in_line_below_a_plan() -> None:
    kpis = (a_kpi("csat"), a_kpi(title="A far longer title than the other one"))
    plain = drawn(a_report(kpis=kpis), width=120)
    with_plan = drawn(a_report(kpis=kpis, improvements=(an_improvement(),)), width=120)

    kept = [line for line in with_plan.splitlines() if not line.startswith("  ↻")]
    assert "\n".join(kept) + "\n" == plain


@pytest.mark.parametrize("kpis", [(), (a_kpi(),)])
def test_plan_of_a_kpi_that_is_not_in_the_report_is_shown_by_its_name(
    kpis: tuple[KpiReport, ...],
) -> None:
    report = a_report(kpis=kpis, improvements=(an_improvement(),))

    assert "Plans for other KPIs\n  ↻ csat: improving to 85 by 2026-12-31: 45%" in drawn(report)
    assert "| `csat` | improving to 85 by 2026-12-31: 45%" in drawn(report, "markdown")


def test_leading_and_lagging_kpis_stand_apart() -> None:
    report = a_report(
        kpis=(a_kpi("cac", kind="lagging"), a_kpi("ces"), a_kpi("backlog", kind="leading"))
    )
    text = drawn(report)

    order = [text.index(each) for each in ("Leading KPI", "(backlog)", "Lagging KPI", "(cac)")]
    assert order == sorted(order)
    assert text.index("\nKPI ") > order[-1]


def test_computed_kpi_says_so_and_why_it_has_no_value() -> None:
    report = a_report(
        kpis=(a_kpi("x", value=None, health="no_data", formula="a / b", reason="b has no value."),)
    )

    assert "(x, computed)" in drawn(report)
    assert "\n  b has no value.\n" in drawn(report)
    assert "no data: b has no value." in drawn(report, "markdown")


def test_kpi_with_a_value_and_no_target_is_not_without_data() -> None:
    report = a_report(kpis=(a_kpi("x", health="no_data", target=None),))

    assert "○ no target" in drawn(report)


@pytest.mark.parametrize(
    ("health", "stale", "said"),
    [
        ("healthy", False, "Nothing needs attention."),
        ("warning", False, "Nothing needs attention."),
        ("breach", False, "No key result needs attention. `okr kpi alerts` tells which KPIs do."),
        ("healthy", True, "No key result needs attention. `okr kpi alerts` tells which KPIs do."),
    ],
)
def test_quiet_report_does_not_hide_a_kpi_that_slipped(
    health: Health, stale: bool, said: str
) -> None:
    report = a_report(
        objectives=(an_objective(),), attention=(), kpis=(a_kpi(health=health, stale=stale),)
    )

    assert drawn(report).splitlines()[-1] == said


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


@pytest.mark.parametrize("width", [40, 80, 120, 200])
def test_table_shows_what_commands_call_each_row(width: int) -> None:
    text = drawn(full_report(), width=width)

    for name in ("(cx-leader)", "(nps)", "(training)", "(csat)"):
        assert name in text
    assert "Commands call the first key result cx-leader/nps." in " ".join(text.split())


@pytest.mark.parametrize("width", [80, 120, 200])
def test_table_breaks_no_id(width: int) -> None:
    report = a_report(objectives=(an_objective("2026-Q4/nuevas-fuentes-de-ingresos"),))

    assert "(nuevas-fuentes-de-ingresos)" in drawn(report, width=width)


def test_table_shows_long_titles_whole() -> None:
    words = [f"word-{number}" for number in range(30)]
    text = drawn(titled(" ".join(words)), width=40)

    assert [word for word in words if word not in text] == []


def test_report_without_objectives_says_so() -> None:
    assert "There is no objective here." in drawn(a_report(objectives=()))


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
