"""Laws that hold for all key results, values and days."""

from collections.abc import Sequence
from datetime import date, timedelta
from decimal import Decimal
from typing import Any, get_args

from hypothesis import assume, given, settings
from hypothesis import strategies as st

from okrcli.choices import Cadence
from okrcli.compute.progress.metric import nearest_target, progress_between
from okrcli.compute.reports.report import ObjectiveReport, Report
from okrcli.compute.reports.report_builder import build_report
from okrcli.model.base import Record
from okrcli.model.checkin import CheckIn
from okrcli.model.goalposts import Band
from okrcli.model.key_results import KeyResult
from okrcli.model.kpi import Kpi
from okrcli.model.objective import Ambition, Objective
from okrcli.model.plan import Plan
from tests.builders import (
    Q4,
    a_binary,
    a_checkin,
    a_key_result,
    a_maintain,
    a_plan,
    a_reading,
    an_entry,
    an_objective,
    milestones,
)
from tests.compute.reported import checked_in, with_entries

EXTREMES = ("1E+30", "-1E+30", "1E-30", "-1E-30", "9999999999999999999999999999")
NUMBERS = st.decimals(
    -(10**9), 10**9, allow_nan=False, allow_infinity=False, places=4
) | st.sampled_from(EXTREMES).map(Decimal)
WHOLE_REPORTS = settings(max_examples=40)
CADENCES = st.sampled_from([None, *get_args(Cadence)])
AMBITIONS = st.sampled_from(get_args(Ambition))
DAYS = st.dates(date(2026, 9, 1), date(2027, 1, 31))
AFTER = st.dates(date(2027, 1, 1), date(2027, 5, 31))
STEPS = st.lists(st.sampled_from(["step-1", "step-2", "step-3"]), unique=True).map(tuple)


@st.composite
def bands(draw: st.DrawFn) -> Band:
    low, high = sorted((draw(NUMBERS), draw(NUMBERS)))
    return Band(low, high)


@given(NUMBERS, NUMBERS)
def test_metric_is_at_0_on_its_baseline_and_at_1_on_its_target(
    baseline: Decimal, target: Decimal
) -> None:
    assume(baseline != target)
    assert progress_between(baseline, target, baseline) == 0
    assert progress_between(baseline, target, target) == 1


@given(NUMBERS, bands())
def test_metric_into_a_range_is_at_0_on_its_baseline_and_at_1_inside(
    baseline: Decimal, target: Band
) -> None:
    assume(baseline not in target)
    assert progress_between(baseline, target, baseline) == 0
    for inside in (target.low, target.high, nearest_target(baseline, target)):
        assert progress_between(baseline, target, inside) == 1


@WHOLE_REPORTS
@given(st.sets(st.sampled_from(["step-1", "step-2", "step-3"])))
def test_milestones_are_at_0_with_nothing_done_and_at_1_with_all(done: set[str]) -> None:
    entry = an_entry(key_result="2026-Q4/cx-leader/training", done=sorted(done))
    progress = with_entries(milestones(1, 2, 4), {"2026-10-05": entry}).measured.progress
    assert (progress == 0) == (not done)
    assert (progress == 1) == (len(done) == 3)


def test_binary_is_at_0_undone_and_at_1_done() -> None:
    assert checked_in(a_binary(), 0).measured.progress == 0
    assert checked_in(a_binary(), 1).measured.progress == 1


@WHOLE_REPORTS
@given(st.lists(NUMBERS, min_size=1, max_size=12), NUMBERS)
def test_maintain_is_at_1_when_all_periods_are_held_and_at_0_when_none_is(
    values: list[Decimal], bound: Decimal
) -> None:
    entries = {
        str(Q4.start + timedelta(weeks=week)): an_entry(value, "2026-Q4/cx-leader/churn")
        for week, value in enumerate(values)
    }
    progress = with_entries(a_maintain(at_most=bound), entries, "2026-12-31").measured.progress
    assert (progress == 1) == all(value <= bound for value in values)
    assert (progress == 0) == all(value > bound for value in values)


def _amended(draw: st.DrawFn, now: Decimal) -> list[dict[str, Any]]:
    days = sorted(draw(st.lists(DAYS, max_size=2, unique=True)))
    was = [draw(NUMBERS) for _ in days]
    return [
        {
            "date": day,
            "field": "target",
            "was": before,
            "now": after,
            "why": "Agreed.",
            "approved_by": "carlos",
        }
        for day, before, after in zip(days, was, [*was, now][1:], strict=True)
    ]


@st.composite
def objectives(draw: st.DrawFn) -> Objective:
    target = draw(NUMBERS)
    key_results: Sequence[KeyResult] = (
        a_key_result(
            draw(NUMBERS),
            target,
            weight=draw(st.integers(0, 3)),
            amendments=_amended(draw, target),
        ),
        a_key_result(
            draw(NUMBERS), draw(NUMBERS), id="by-kpi", kpi="csat", added=draw(st.none() | DAYS)
        ),
        a_maintain(at_most=draw(NUMBERS), cadence=draw(CADENCES)),
        milestones(*draw(st.lists(st.integers(0, 3), min_size=3, max_size=3))),
        a_binary(),
    )
    return an_objective(*key_results, cadence=draw(CADENCES), ambition=draw(AMBITIONS))


@st.composite
def checkins(draw: st.DrawFn, days: st.SearchStrategy[date] = DAYS) -> CheckIn:
    own_day = draw(st.none() | days)
    confidence = draw(st.none() | st.integers(1, 10))
    recorded = draw(st.none() | st.integers(0, 23).map("2026-11-20T{:02}:00:00Z".format))
    return a_checkin(
        draw(days),
        an_entry(draw(st.none() | NUMBERS), confidence=confidence, date=own_day),
        an_entry(draw(NUMBERS), "2026-Q4/cx-leader/churn"),
        an_entry(None, "cx-leader/training", done=draw(STEPS), undone=draw(STEPS)),
        an_entry(draw(st.integers(0, 1)), "2026-Q4/cx-leader/audit"),
        a_reading(draw(NUMBERS), "csat", segment=draw(st.sampled_from([None, "voice", "chat"]))),
        recorded=recorded,
        name_end=f"{draw(st.integers(0, 2**32 - 1)):08x}",
    )


def _plan(objective: Record, made: Sequence[CheckIn]) -> Plan:
    target = {"value": Decimal(80), "by": date(2026, 12, 31)}
    kpi = {"id": "csat", "title": "CSAT", "direction": "up", "baseline": Decimal(60)}
    on_its_way = Kpi.model_validate(kpi | {"target": target, "segments": ["voice", "chat"]})
    return a_plan(objective, on_its_way, made)


def _report(objective: Record, made: Sequence[CheckIn], day: date) -> Report:
    return build_report(_plan(objective, made), Q4, day)


def _scores(objective: ObjectiveReport) -> list[Decimal]:
    scores = [objective.score, *(each.measured.score for each in objective.key_results)]
    return [score for score in scores if score is not None]


@WHOLE_REPORTS
@given(objectives(), st.lists(checkins(), max_size=5), DAYS)
def test_score_is_within_0_and_1(objective: Record, made: list[CheckIn], day: date) -> None:
    report = _report(objective, made, day)
    assert all(0 <= score <= 1 for score in _scores(report.objectives[0]))


@WHOLE_REPORTS
@given(objectives(), st.lists(checkins(), max_size=4), DAYS, st.data())
def test_check_in_never_changes_an_earlier_days_report(
    objective: Record, made: list[CheckIn], day: date, data: st.DataObject
) -> None:
    later = st.dates(day + timedelta(days=1), date(2027, 12, 31))
    new = data.draw(checkins(later))
    assert _report(objective, [*made, new], day) == _report(objective, made, day)


@WHOLE_REPORTS
@given(objectives(), st.lists(checkins(), max_size=5), DAYS, st.randoms())
def test_order_of_check_in_files_does_not_matter(
    objective: Record, made: list[CheckIn], day: date, random: Any
) -> None:
    unique = list({each.id: each for each in made}.values())
    shuffled = random.sample(unique, len(unique))
    assert _report(objective, shuffled, day) == _report(objective, unique, day)


@WHOLE_REPORTS
@given(st.lists(checkins(), max_size=4), NUMBERS, NUMBERS, DAYS, st.data())
def test_amendment_never_changes_an_earlier_days_report(
    made: list[CheckIn], old: Decimal, new: Decimal, day: date, data: st.DataObject
) -> None:
    amendment = {
        "date": data.draw(st.dates(day + timedelta(days=1), date(2027, 12, 31))),
        "field": "target",
        "was": old,
        "now": new,
        "why": "Agreed.",
        "approved_by": "carlos",
    }
    before = an_objective(a_key_result(40, old))
    after = an_objective(a_key_result(40, new, amendments=[amendment]))
    assert _report(after, made, day) == _report(before, made, day)


@WHOLE_REPORTS
@given(objectives(), st.lists(checkins(), max_size=4), DAYS)
def test_nothing_of_the_future_is_in_a_report(
    objective: Record, made: list[CheckIn], day: date
) -> None:
    report = _report(objective, made, day)
    series = [each.measured.series for each in report.objectives[0].key_results]
    series += [each.series for each in report.kpis]
    assert all(point.day <= day for points in series for point in points)


@WHOLE_REPORTS
@given(objectives(), st.lists(checkins(), max_size=4), DAYS, st.data())
def test_what_is_added_later_changes_no_earlier_days_report(
    objective: Objective, made: list[CheckIn], day: date, data: st.DataObject
) -> None:
    added = data.draw(st.dates(day + timedelta(days=1), date(2027, 12, 31)))
    late = a_key_result(10, 20, id="late", added=added)
    later = objective.model_copy(update={"key_results": (*objective.key_results, late)})
    assert _report(later, made, day) == _report(objective, made, day)


@WHOLE_REPORTS
@given(objectives(), st.lists(checkins(), max_size=4), st.lists(checkins(AFTER), max_size=3))
def test_nothing_dated_after_the_end_changes_a_score_or_a_pace(
    objective: Objective, made: list[CheckIn], late: list[CheckIn]
) -> None:
    def outcome(checkins: list[CheckIn]) -> Sequence[object]:
        report = _report(objective, checkins, date(2027, 6, 30)).objectives[0]
        own = [(each.value, each.pace, each.measured.score) for each in report.key_results]
        return [report.pace, report.score, report.reporting, *own]

    in_time = [each for each in made if each.date <= date(2026, 12, 31)]
    assert outcome([*in_time, *late]) == outcome(in_time)
