from dataclasses import replace

import pytest

from okrcli.cli.next_steps import COMMAND_LINE
from okrcli.render import RenderOptions
from okrcli.render.diff.text import render
from okrcli.views.report_diff import ReportDiff
from tests.render.diff.samples import DIFF, ITEMS, SAME


def lines_of(diff: ReportDiff, width: int = 100) -> list[str]:
    return render(diff, RenderOptions(COMMAND_LINE, width=width)).splitlines()


def test_report_in_which_nothing_moved_is_a_heading_and_says_so() -> None:
    assert lines_of(SAME) == [
        "Acme · 2026-Q4 as of 2026-11-20, since v1 (1a2b3c4d, 2026-11-08)",
        "Nothing moved.",
    ]


def test_key_results_stand_below_with_what_is_said_of_them() -> None:
    diff = replace(DIFF, items=ITEMS[2:], unchanged={})

    assert [" ".join(line.split()) for line in lines_of(diff)[3:]] == [
        "training: Train the team – → 67% – → 2/3 – → on track",
        "new",
        "csat: CSAT 83 % → – breach → –",
        "gone",
    ]
    _, key_result, said, kpi, _ = lines_of(diff)[2:]
    assert key_result.startswith("  training")
    assert said.startswith("    new")
    assert kpi.startswith("csat")


@pytest.mark.parametrize("width", [40, 60, 80])
def test_table_fits_its_width(width: int) -> None:
    assert max(map(len, lines_of(replace(DIFF, items=ITEMS[2:]), width))) <= width


def test_what_could_not_be_compared_is_not_said_to_be_as_it_was() -> None:
    lines = lines_of(replace(SAME, uncompared=("kpis/nps.yaml",)))

    assert "Nothing moved." not in lines
    assert lines[-1] == "✗ Not compared, because of errors: kpis/nps.yaml."
