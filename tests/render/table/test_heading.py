from decimal import Decimal

import pytest

from okrcli.compute.reports.report import Pace
from okrcli.model.cycle import Cycle
from okrcli.model.finding import FindingCounts
from tests.render.samples import DAY, a_report, an_objective
from tests.render.table.drawn import drawn, lines_of


@pytest.mark.parametrize(
    ("cycle", "days_left", "said"),
    [
        (Cycle("run", DAY, None), None, "open-ended since 2026-11-20"),
        (Cycle("2026-Q3", DAY.replace(month=7), DAY.replace(month=9)), 0, "ended on 2026-09-20"),
        (
            Cycle("next", DAY.replace(year=2027), DAY.replace(year=2028)),
            731,
            "begins on 2027-11-20, ends on 2028-11-20",
        ),
        (Cycle("week", DAY, DAY), 0, "55% passed, 0 days left"),
    ],
)
def test_heading_says_where_in_the_cycle_we_are(
    cycle: Cycle, days_left: int | None, said: str
) -> None:
    assert said in " ".join(lines_of(a_report(cycle=cycle, days_left=days_left))[:2])


def test_time_stands_on_a_line_of_its_own_where_the_first_one_is_full() -> None:
    assert lines_of(a_report(), 90)[0] == (
        "Acme Support · 2026-Q4 · as of 2026-11-20 · 55% passed, 41 days left"
    )
    assert lines_of(a_report(), 60)[:2] == [
        "Acme Support · 2026-Q4 · as of 2026-11-20",
        "55% passed, 41 days left",
    ]


def test_heading_counts_objectives_by_pace_the_worst_first() -> None:
    paces = (Pace.ON_TRACK, Pace.MISSED, Pace.ON_TRACK, None)
    objectives = tuple(
        an_objective(f"2026-Q4/o-{number}", pace=pace) for number, pace in enumerate(paces)
    )

    assert lines_of(a_report(objectives=objectives))[1] == (
        "4 objectives: ✗ 1 missed, ● 2 on track; 4 key results"
    )


def test_heading_says_how_many_key_results_report_where_not_all_do() -> None:
    objectives = (an_objective(reporting=(1, 3)), an_objective("2026-Q4/b", reporting=(2, 2)))

    assert lines_of(a_report(objectives=objectives))[1].endswith("; 3 of 5 key results reporting")


def test_drafts_are_counted_apart() -> None:
    draft = an_objective("2026-Q4/b", status="draft", pace=None, reporting=(0, 3))

    assert lines_of(a_report(objectives=(an_objective(), draft)))[1] == (
        "1 objective: ▲ 1 at risk; 1 key result; 1 draft"
    )
    assert lines_of(a_report(objectives=(draft,)))[1] == "1 draft"


def test_heading_says_loudly_that_files_have_errors() -> None:
    report = a_report(findings=FindingCounts(error=1))

    assert "✗ The files have 1 error" in drawn(report)
    assert "`okr check`" in drawn(report)


def test_heading_is_silent_about_findings_when_there_are_none() -> None:
    assert "okr check" not in drawn(a_report())


def test_time_is_never_said_to_be_over_before_it_is() -> None:
    assert "99% passed" in drawn(a_report(elapsed=Decimal("0.999")))
