"""Values that are possible but probably mistakes."""

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import replace
from datetime import date
from decimal import Decimal

from okrcli.actions.checkin.context import CheckinContext
from okrcli.actions.checkin.item import Item
from okrcli.compute.as_of.units import unit_changes
from okrcli.compute.kpis.comparison import KpiComparison
from okrcli.compute.kpis.standard import target_of_kpi
from okrcli.compute.progress import measure_of
from okrcli.compute.reports.report import Point
from okrcli.compute.rounding import full_number
from okrcli.frozen import frozen_dataclass
from okrcli.model.goalposts import Band
from okrcli.model.key_results import KeyResult
from okrcli.model.kpi import Kpi
from okrcli.next_step import NextStep, StepKind
from okrcli.views.doubt import Doubt

TOO_FAR = 10
"""From this factor of the last value on, a value is probably a slip of the decimals."""

MOST_JUDGED = 10_000
"""With more new readings of a KPI than this, none is judged."""


@frozen_dataclass
class _Known:
    """What is known about the values of one thing.

    Attributes:
        points: Its values, the oldest first.
        aims: Its baseline and target.
        is_numeric: Whether values are measured, rather than derived from steps or yes and no.
    """

    name: str
    points: Sequence[Point]
    aims: Sequence[Decimal]
    is_numeric: bool = True


def doubts_about(
    context: CheckinContext, items: Sequence[Item], checkin: str = ""
) -> Sequence[Doubt]:
    """Return the doubts about the values of *items*, at most one of each.

    Args:
        context: What was recorded before.
        items: What is recorded now.
        checkin: The check-in that has them, from which a value can be taken back where it is the
            only one of its thing.
    """
    times = Counter((item.key_result, item.reading and item.reading.kpi) for item in items)
    known: dict[tuple[str | None, ...], _Known] = {}  # of a long file's items many are alike
    doubts: list[Doubt] = []
    for item in items:
        then = _context_of(context, item)
        day = None if then is context else then.day.isoformat()
        key = (item.key_result, item.label, day)
        known[key] = known.get(key) or _known_of(then, item)
        if doubt := _doubt(context, item, known[key]):
            is_alone = times[item.key_result, item.reading and item.reading.kpi] == 1
            back = NextStep(StepKind.RETRACT, checkin, known[key].name)
            doubts.append(replace(doubt, step=back) if checkin and is_alone else doubt)
    return doubts


def doubt_about(context: CheckinContext, item: Item, checkin: str = "") -> Doubt | None:
    """Return why the value of *item*, of *checkin*, looks wrong; `None` where it does not."""
    if context.since is not None and not are_doubts_settled(context, [item], context.since):
        context = context.whole
    return next(iter(doubts_about(context, [item], checkin)), None)


def are_doubts_settled(context: CheckinContext, items: Iterable[Item], since: date) -> bool:
    """Return whether no value from before the day *since* could change the doubts about *items*."""
    return all(_is_doubt_settled(context, item, since) for item in items)


def _is_doubt_settled(context: CheckinContext, item: Item, since: date) -> bool:
    known, said = _known_of(_context_of(context, item), item), item.reading or item.entry
    if not known.is_numeric or said is None or not said.value:
        return True
    day = said.date or context.day
    before = [point.value for point in known.points if since <= point.day < day]
    has_sign = any((number < 0) is (said.value < 0) for number in (*before, *known.aims) if number)
    return bool(before) and has_sign


def doubts_about_readings(
    context: CheckinContext, comparisons: Iterable[KpiComparison]
) -> Sequence[Doubt]:
    """Return the doubts about new readings from elsewhere, at most one of each.

    A value is compared with those before it, recorded or new; one that the next confirms is not a
    slip of the decimals.
    """
    doubts: list[Doubt] = []
    for of_kpi in comparisons:
        if of_kpi.count > MOST_JUDGED:
            continue
        readings = [*of_kpi.to_record]
        for segment in dict.fromkeys(reading.segment for reading in readings):
            new = {
                reading.date: reading.value for reading in readings if reading.segment == segment
            }
            doubts += _doubts_in(context, of_kpi.kpi, segment, new)
    return doubts


def _doubts_in(
    context: CheckinContext, kpi_id: str, segment: str | None, new: Mapping[date, Decimal]
) -> Iterator[Doubt]:
    recorded = {point.day: point.value for point in context.points_of_kpi(kpi_id, segment)}
    points = [Point(day, value) for day, value in sorted({**recorded, **new}.items())]
    seen = [*_aims_of_kpi(context.plan.kpi(kpi_id))]
    last: tuple[Point, ...] = ()
    for point, after in zip(points, [*points[1:], None], strict=True):
        is_kept_up = any(after and _is_nearer(after, point, before) for before in last)
        name = f"{kpi_id}/{segment}" if segment else kpi_id
        known = _Known(f"{name} on {point.day}", () if is_kept_up else last, seen)
        is_judged = point.day in new and point.value
        reason = next(_reasons(point.value, known, point.day), None) if is_judged else None
        if reason:
            yield Doubt(reason, _correction(kpi_id, segment, point.day))
            continue  # with what is wrong itself nothing is compared
        last = (point,)
        if not any(number and (number > 0) is (point.value > 0) for number in seen):
            seen.append(point.value)


def _is_nearer(after: Point, point: Point, before: Point) -> bool:
    """Whether the value of *after* is nearer to that of *point* than to the one *before*."""
    if not (after.value and point.value and before.value):
        return False
    here, there = (after.value / other.value for other in (point, before))
    return max(abs(here), 1 / abs(here)) < max(abs(there), 1 / abs(there))


def _correction(name: str, segment: str | None, day: date) -> NextStep:
    if segment:
        return NextStep(StepKind.CORRECT_SEGMENT, name, segment)
    return NextStep(StepKind.CORRECT_VALUE, name, day.isoformat())


def _doubt(context: CheckinContext, item: Item, known: _Known) -> Doubt | None:
    said = item.reading or item.entry
    if not known.is_numeric or said is None or not said.value:
        return None  # zero has no sign, and no size
    day = said.date or context.day
    reason = next(_reasons(said.value, known, day), None)
    segment = item.reading.segment if item.reading else None
    return Doubt(reason, _correction(known.name, segment, day)) if reason else None


def _context_of(context: CheckinContext, item: Item) -> CheckinContext:
    """Return the context of the day of *item*, where values were in another unit then."""
    said, plan = item.reading or item.entry, context.plan
    if said is None or said.date is None:
        return context
    key_result = plan.key_results_by_ref[item.key_result or ""][1] if item.entry else None
    record = plan.kpi(item.reading.kpi) if item.reading else key_result
    changes = unit_changes(record.amendments) if record else ()
    was_other = any(said.date < change.day <= context.day for change in changes)
    return replace(context, day=said.date) if was_other else context


def _known_of(context: CheckinContext, item: Item) -> _Known:
    plan = context.plan
    if item.key_result is None:
        kpi_id, segment = (item.reading.kpi, item.reading.segment) if item.reading else ("", None)
        kpi = plan.kpi(kpi_id)
        points = context.points_of_kpi(kpi.id, segment)
        return _Known(kpi.id, points, [*_aims_of_kpi(kpi)])
    objective, key_result = plan.key_results_by_ref[item.key_result]
    report = context.report(objective, key_result)
    fed_by = plan.kpis_by_id.get(key_result.kpi or "")
    return _Known(
        name=item.key_result,
        points=report.measured.series if report else (),
        aims=[*_aims_of(key_result, fed_by)],
        is_numeric=key_result.is_numeric,
    )


def _aims_of(key_result: KeyResult, kpi: Kpi | None) -> Iterator[Decimal]:
    measure = measure_of(key_result)
    move, ends = measure.move(key_result, kpi), measure.ends(key_result, kpi)
    if move and move.start is not None:
        yield move.start
    if ends:
        yield from (value for _, value in ends.by_field)


def _aims_of_kpi(kpi: Kpi) -> Iterator[Decimal]:
    if isinstance(kpi.baseline, Decimal):
        yield kpi.baseline
    aim = target_of_kpi(kpi)
    if isinstance(aim, Band):
        yield from (aim.low, aim.high)
    elif aim is not None:
        yield aim


def _reasons(value: Decimal, known: _Known, day: date) -> Iterator[str]:
    # A value of the same day is what is corrected.
    before = [point.value for point in known.points if point.day < day]
    seen = [number for number in (*before, *known.aims) if number]
    text = f"{known.name}: {full_number(value)}"
    if seen and all((number < 0) is (value > 0) for number in seen):
        sign = "positive" if value > 0 else "negative"
        yield f"{text} is {sign}, unlike every earlier value, the baseline and the target."
    if before and before[-1]:
        yield from _too_far(text, value, before[-1])


def _too_far(text: str, value: Decimal, last: Decimal) -> Iterator[str]:
    if abs(value) >= TOO_FAR * abs(last):
        yield f"{text} is at least {TOO_FAR} times the last value, {full_number(last)}."
    elif abs(value) * TOO_FAR <= abs(last):
        yield f"{text} is at most a tenth of the last value, {full_number(last)}."
