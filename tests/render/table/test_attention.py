from dataclasses import replace
from datetime import timedelta

import pytest

from okrcli.compute.reports.report import Attention, Concern
from tests.render.samples import a_kpi, a_report, an_improvement
from tests.render.table.drawn import drawn, lines_of

NPS = "2026-Q4/cx-leader/nps"


def about(concern: Concern, ref: str = NPS, owner: str | None = "ana", **facts: int) -> Attention:
    return Attention(concern, ref, "Title", owner, **facts)


@pytest.mark.parametrize(
    ("attention", "command"),
    [
        (about(Concern.OVERDUE), "okr checkin cx-leader/nps"),
        (about(Concern.NO_DATA), "okr checkin cx-leader/nps"),
        (about(Concern.OFF_TRACK), "okr show cx-leader/nps"),
        (about(Concern.STALE, "nps"), "okr kpi record nps VALUE"),
        (about(Concern.BREACH, "nps"), "okr improve open nps"),
        (about(Concern.BREACH, "csat"), "okr kpi show csat"),
        (about(Concern.ACTION_OVERDUE, "csat-2026-11-02"), 'okr improve follow-up csat "..."'),
    ],
)
def test_last_line_is_what_helps_first(attention: Attention, command: str) -> None:
    report = a_report(attention=(attention,), improvements=(an_improvement(),))

    assert lines_of(report)[-1] == f"Next: {command}"


def test_each_thing_has_one_line_with_all_that_is_the_matter() -> None:
    attention = (about(Concern.OVERDUE, days=11), about(Concern.STALE, days=21))

    assert lines_of(a_report(attention=attention))[-3:-1] == [
        "Needs attention  Why                                                 Owner",
        "▲ cx-leader/nps  check-in overdue (11 days), value is old (21 days)  ana",
    ]


def test_reason_is_cut_where_there_is_no_room_and_whole_where_all_is_asked_for() -> None:
    attention = (about(Concern.OVERDUE, days=11), about(Concern.STALE, days=21))
    report = a_report(attention=attention)

    assert "check-in overdue (11 days), value…" in drawn(report, 60)
    whole = lines_of(report, 60, full=True)
    assert [line[17:54].rstrip() for line in whole[-3:-1]] == [
        "check-in overdue (11 days), value is",
        "old (21 days)",
    ]


def test_nobody_owns_what_has_no_owner() -> None:
    assert lines_of(a_report(attention=(about(Concern.OFF_TRACK, owner=None),)))[-2].endswith(
        "nobody"
    )


def test_quiet_report_says_so() -> None:
    assert lines_of(a_report())[-1] == "Nothing needs attention."


def test_only_10_things_are_shown_unless_all_are_asked_for() -> None:
    attention = tuple(about(Concern.OFF_TRACK, f"2026-Q4/o/kr-{number}") for number in range(12))
    report = a_report(attention=attention, kpis=(a_kpi(),))

    assert "and 2 more: `--all` shows all." in drawn(report)
    assert "o/kr-11" not in drawn(report)
    assert "o/kr-11" in drawn(report, all=True)


def test_command_stands_on_a_line_of_its_own_where_it_is_too_long() -> None:
    report = a_report(attention=(about(Concern.OVERDUE),))

    assert lines_of(report, 30)[-2:] == ["Next:", "  okr checkin cx-leader/nps"]


def test_what_is_over_is_closed() -> None:
    report = a_report(attention=(about(Concern.OVERDUE),))
    assert report.cycle.end is not None
    ended = replace(report, as_of=report.cycle.end + timedelta(days=1))
    objective = NPS.rpartition("/")[0]
    assert lines_of(ended)[-1] == f"Next: okr close {objective}"
