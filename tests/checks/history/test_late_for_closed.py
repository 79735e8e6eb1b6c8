import pytest

from okrcli.checks.past import Past
from okrcli.model.finding import Finding, Severity
from okrcli.next_step import NextStep, StepKind
from tests.checks.workspaces import TODAY, found_by

PATH = "objectives/2026-Q4/cx.yaml"
OBJECTIVE = """\
title: A
status: closed
closing: {closing}
key_results:
  - {{id: nps, title: A, type: metric, baseline: 40, target: 60}}
"""
CLOSED = "{date: 2026-11-09, computed: 0.5}"


def checkin(day: str, value: int, date: str = "2026-11-02", more: str = "") -> dict[str, str]:
    entries = f"key_results: [{{key_result: 2026-Q4/cx/nps, value: {value}}}]\n" * (value > 0)
    text = f"date: {date}\nby: ana\nrecorded: {day}T09:00:00Z\n{entries}{more}"
    return {f"checkins/2026/{day}-ana-00000001.yaml": text}


def found(*checkins: dict[str, str], closing: str = CLOSED) -> list[Finding]:
    files = {PATH: OBJECTIVE.format(closing=closing)}
    for each in checkins:
        files |= each
    return found_by("H805", files, TODAY, Past())


FIRST = checkin("2026-11-02", 50)


def test_entry_that_would_change_the_score_of_a_closed_objective_is_told() -> None:
    [finding] = found(FIRST, checkin("2026-11-18", 58))

    assert finding.severity is Severity.WARNING
    assert finding.message == (
        "2026-Q4/cx was closed on 2026-11-09 with a score of 0.5; with what was recorded since, "
        "as in checkins/2026/2026-11-18-ana-00000001.yaml, it would be 0.9."
    )
    assert finding.hint == NextStep(StepKind.CLOSE_AGAIN, "2026-Q4/cx")
    assert (finding.place.path, finding.location) == (PATH, ("closing", "computed"))


def test_score_as_it_was_and_entry_of_a_later_day_change_nothing() -> None:
    assert found(FIRST) == []
    assert found(FIRST, checkin("2026-11-18", 58, "2026-11-18")) == []
    assert found(FIRST, checkin("2026-11-18", 50)) == []
    again = "{date: 2026-11-19, computed: 0.9, was: [{date: 2026-11-09, computed: 0.5}]}"
    assert found(FIRST, checkin("2026-11-18", 58), closing=again) == []


@pytest.mark.parametrize(("computed", "count"), [("0.5", 0), ("0.54", 1), ("null", 0)])
def test_score_is_compared_as_exactly_as_it_is_written(computed: str, count: int) -> None:
    late = checkin("2026-11-09", 50)

    assert len(found(FIRST, late, closing=f"{{date: 2026-11-09, computed: {computed}}}")) == count


def test_retraction_may_change_a_score_too() -> None:
    earlier = checkin("2026-11-01", 42, "2026-11-01")
    taken = "retracted: [{checkin: 2026-11-02-ana-00000001, why: w}]\n"
    [finding] = found(FIRST, earlier, checkin("2026-11-18", 0, "2026-11-18", taken))

    assert "it would be 0.1." in finding.message
