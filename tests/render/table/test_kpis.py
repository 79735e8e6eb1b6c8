import pytest

from okrcli.compute.reports.report import KpiReport
from tests.render.samples import a_kpi, a_report, an_action, an_improvement
from tests.render.table.drawn import drawn, lines_of

LONG = "How satisfied customers are with the answers of our support team"


def table_of(*kpis: KpiReport, width: int = 80, **changes: object) -> list[str]:
    """Return the lines of the table of KPIs."""
    lines = lines_of(a_report(kpis=kpis, **changes), width)
    start = next(number for number, line in enumerate(lines) if "Health" in line)
    return lines[start : lines.index("", start)]


def test_each_kpi_has_one_line() -> None:
    assert table_of(a_kpi(title=LONG), a_kpi("csat", kind="leading")) == [
        "Leading KPI                              Now  Target     Health   Change  Trend",
        "▲ Net Promoter Score                      47  50 points  warning      +2  ▁▂▄▃▆█",
        "KPI",
        "▲ How satisfied customers are with the…   47  50 points  warning      +2  ▁▂▄▃▆█",
    ]


def test_leading_and_lagging_kpis_stand_apart() -> None:
    lines = table_of(
        a_kpi("cac", title="CAC", kind="lagging"),
        a_kpi("ces", title="CES"),
        a_kpi("backlog", title="Backlog", kind="leading"),
    )

    order = [line.split("  ")[0] for line in lines]
    assert order == ["Leading KPI", "▲ Backlog", "Lagging KPI", "▲ CAC", "KPI", "▲ CES"]


def test_open_plan_is_told_in_the_row_of_its_kpi() -> None:
    lines = table_of(a_kpi(), a_kpi("csat"), improvements=(an_improvement(),))

    assert ["↻ 45%" in line for line in lines] == [False, False, True]


def test_several_plans_are_counted() -> None:
    plans = (an_improvement(), an_improvement("csat-2"), an_improvement("csat-3"))

    assert "↻ 45% +2" in "\n".join(table_of(a_kpi("csat"), improvements=plans))


def test_plan_without_a_way_is_its_symbol() -> None:
    plans = (an_improvement(progress=None, late=True),)

    assert "warning  ▲ " in table_of(a_kpi("csat"), improvements=plans)[1]


def test_plan_stands_below_its_kpi_where_all_is_asked_for() -> None:
    report = a_report(kpis=(a_kpi("csat", unit="%"),), improvements=(an_improvement(),))

    assert (
        "↻ improving to 85 % by 2026-12-31: 45% of the way, 1 of 3 actions done, follow-up 3 days"
        " late"
    ) in " ".join(drawn(report, full=True).split())


@pytest.mark.parametrize("kpis", [(), (a_kpi(),)])
def test_plan_of_a_kpi_that_is_not_in_the_report_is_shown_by_its_name(
    kpis: tuple[KpiReport, ...],
) -> None:
    report = a_report(kpis=kpis, improvements=(an_improvement(actions=(an_action(),)),))

    assert "Plans for other KPIs\n    ↻ csat: improving to 85 by 2026-12-31: 45%" in drawn(report)


def test_computed_kpi_says_why_it_has_no_value() -> None:
    report = a_report(
        kpis=(a_kpi("x", value=None, health="no_data", formula="a / b", reason="b has no value."),)
    )

    assert "\n    b has no value.\n" in drawn(report)
    assert "(x, computed)" in drawn(report, full=True)


def test_kpi_with_a_value_and_no_target_is_not_without_data() -> None:
    row = table_of(a_kpi("x", health="no_data", target=None))[1]

    assert row.startswith("○")
    assert "no target" in row


def test_id_owner_and_team_stand_in_a_wide_table() -> None:
    header, row = table_of(a_kpi(owner="ana", team="support"), width=160)

    assert [name in header for name in ("Id", "Owner", "Team")] == [True] * 3
    assert [name in row for name in ("nps", "ana", "support")] == [True] * 3


def test_only_50_kpis_are_shown_unless_all_are_asked_for() -> None:
    report = a_report(
        kpis=tuple(a_kpi(f"kpi_{number}", title=f"K{number}") for number in range(53))
    )

    assert "3 KPIs are not shown: `--all` shows all." in drawn(report)
    assert "K52" not in drawn(report)
    assert "K52" in drawn(report, all=True)
