from dataclasses import replace

from okrcli.cli.next_steps import COMMAND_LINE
from okrcli.render import RenderOptions
from okrcli.render.diff.markdown import render
from okrcli.render.text.comment import LONGEST_COMMENT
from okrcli.views.report_diff import ReportDiff
from tests.render.diff.samples import DIFF, SAME


def lines_of(diff: ReportDiff) -> list[str]:
    return render(diff, RenderOptions(COMMAND_LINE)).splitlines()


def test_report_in_which_nothing_moved_is_a_heading_and_says_so() -> None:
    assert lines_of(SAME) == [
        "### Acme: 2026-Q4 as of 2026-11-20, since v1 (1a2b3c4d, 2026-11-08)",
        "",
        "Nothing moved.",
    ]


def test_row_says_what_moved_and_only_objectives_stand_out() -> None:
    rows = [line for line in lines_of(DIFF) if line.startswith("| ")][2:]

    training = "Train the team (`2026-Q4/cx-leader/training`)"
    assert rows[2:] == [
        f"| {training} | – → 67% | – → 2/3 | – → on track | new |",
        "| CSAT (`csat`) |  | 83 % → – | breach → – | gone |",
    ]
    assert [row.startswith("| **") for row in rows] == [True, False, False, False]


def test_what_no_entry_tells_is_marked() -> None:
    _, key_result, *_ = (line for line in lines_of(DIFF) if "(`2026-Q4" in line)

    silent = "▲ due the cycle's last day → 2026-11-30, without an amendment"
    assert key_result.endswith(f"<br>{silent} |")
    assert lines_of(DIFF)[-1] == "As they were: 2 objectives, 1 key result."


def test_long_diff_fits_a_comment_unless_all_is_asked_for() -> None:
    long = replace(DIFF, items=DIFF.items * 200)
    assert len(render(long, RenderOptions(COMMAND_LINE))) <= LONGEST_COMMENT
    everything = render(long, RenderOptions(COMMAND_LINE, all=True)).splitlines()
    assert sum(line.startswith("| ") for line in everything) == len(long.items) + 2


def test_what_could_not_be_compared_is_not_said_to_be_as_it_was() -> None:
    lines = lines_of(replace(SAME, uncompared=("kpis/nps.yaml",)))

    assert "Nothing moved." not in lines
    assert lines[-1] == "✗ Not compared, because of errors: kpis/nps.yaml."
