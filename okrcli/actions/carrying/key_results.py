"""Carries key results over to another cycle."""

from collections.abc import Collection, Iterator
from datetime import date
from decimal import Decimal
from typing import Any

from okrcli.actions.carrying.titles import Read, with_baseline
from okrcli.actions.carrying.units import unit_since
from okrcli.compute.kpis.bounds import bounds_of, bounds_text
from okrcli.compute.moves import Move
from okrcli.compute.pace import reaches
from okrcli.compute.progress import measure_of
from okrcli.compute.progress.metric import progress_between
from okrcli.compute.reports.key_result_report import report_key_result
from okrcli.compute.reports.report import KeyResultReport
from okrcli.compute.reports.snapshot import Snapshot
from okrcli.compute.rounding import short_text, with_unit
from okrcli.frozen import frozen_dataclass
from okrcli.model.cycle import Cycle
from okrcli.model.key_results import KeyResult
from okrcli.model.kpi import Kpi
from okrcli.model.objective import Objective

_FORGOTTEN = {"amendments": (), "added": None, "dropped": None, "formerly": ()}


@frozen_dataclass
class CarriedKeyResult:
    """A key result that is carried over.

    Attributes:
        key_result: The new key result; `None` if it is not continued.
        remarks: What to know about it, one sentence each.
    """

    key_result: KeyResult | None
    remarks: tuple[str, ...] = ()


@frozen_dataclass
class Passage:
    """The transition from one cycle to another.

    Attributes:
        snapshot: What is known today.
        old: The cycle that things come from.
        new: The cycle in which they go on.
        read: Reads titles.
    """

    snapshot: Snapshot
    old: Cycle
    new: Cycle
    read: Read

    def day(self, stated: date | None) -> date | None:
        """Return a day that is stated, as far as the new cycle has it."""
        return stated if stated is not None and stated in self.new else None

    def moved_day(self, stated: date) -> date:
        """Return the day that is as far from the new cycle's first as *stated* from the old's."""
        moved = self.new.start + min(stated - self.old.start, date.max - self.new.start)
        return min(max(moved, self.new.start), self.new.end or moved)


def carried_key_result(
    passage: Passage, objective: Objective, key_result: KeyResult
) -> CarriedKeyResult:
    """Return *key_result* of *objective* carried over; its baseline is its last value."""
    ref = objective.ref_of(key_result)
    report = report_key_result(objective, key_result, passage.old, passage.snapshot)
    if report.dropped:
        return CarriedKeyResult(None, (f"{ref} was dropped, so it is left out.",))
    fields = {**_FORGOTTEN, **_days(passage, key_result)}
    value = _last_value(report) if key_result.is_numeric else None
    change = unit_since(_kpi_of(passage, key_result), report)
    if change is not None:
        key_result, value = change.convert(key_result), change.value(value)
    fields |= measure_of(key_result).carried_fields(
        key_result, value, _done(passage, ref, key_result)
    )
    if (is_done(report) and not key_result.keeps_a_level) or fields.get("steps") == ():
        return CarriedKeyResult(None, (f"{ref} is done, so it is left out.",))
    if change is None:
        fields |= _title(passage, key_result, value)
    if "steps" in fields:
        fields["steps"] = tuple(
            step.model_copy(update={"due": passage.day(step.due)}) for step in fields["steps"]
        )
    carried = key_result.model_copy(update=fields)
    remarks = [] if change is None else [change.remark(ref)]
    if change is None or change.factor is not None:
        remarks += _remarks(passage, ref, key_result, value)
        remarks += _moved_target(passage, ref, key_result, carried)
    return CarriedKeyResult(carried, tuple(remarks))


def _kpi_of(passage: Passage, key_result: KeyResult) -> Kpi | None:
    return passage.snapshot.plan.kpis_by_id.get(key_result.kpi or "")


def _title(passage: Passage, key_result: KeyResult, value: Decimal | None) -> dict[str, str]:
    """Return the title, which may say the baseline, with the one from which it goes on."""
    kpi = _kpi_of(passage, key_result)
    move = measure_of(key_result).move(key_result, kpi)
    if value is None or move is None or move.start is None:
        return {}
    title = with_baseline(key_result.title, move.start, value, passage.read)
    return {"title": title}


def is_done(report: KeyResultReport) -> bool:
    """Return whether it has reached its target."""
    score = report.measured.score
    return score is not None and reaches(score, Decimal(1))


def _last_value(report: KeyResultReport) -> Decimal | None:
    """Return the last value, even if it came too late to count; `None` in another unit."""
    if report.value_unit is not None:
        return None
    return report.late.value if report.late else report.value


def _done(passage: Passage, ref: str, key_result: KeyResult) -> Collection[str]:
    """Return the steps of *key_result*, which is *ref*, that are done."""
    snapshot = passage.snapshot
    entries = snapshot.timeline.of_key_result(ref, snapshot.day)
    return measure_of(key_result).steps_done(key_result, entries)


def _days(passage: Passage, key_result: KeyResult) -> dict[str, Any]:
    """Return the days that *key_result* states: those outside of the new cycle are left out.

    A baseline that is still to be measured goes on being so, and its day moves along.
    """
    days = {name: passage.day(day) for name, day in key_result.dates.items() if day is not None}
    if "measure_by" in days and days["measure_by"] is None:
        stated = key_result.dates["measure_by"]
        days["measure_by"] = passage.moved_day(stated) if stated else None
    return days


def _remarks(
    passage: Passage, ref: str, key_result: KeyResult, value: Decimal | None
) -> Iterator[str]:
    kpi = _kpi_of(passage, key_result)
    unit = key_result.unit or (kpi.unit if kpi else None)
    move = measure_of(key_result).move(key_result, kpi)
    if value is None:
        if move is not None:
            start = "unknown" if move.start is None else f"as it was: {short_text(move.start)}"
            yield f"{ref} has no value, so its baseline stays {start}."
        return
    shown = f"{ref} is at {with_unit(short_text(value), unit)}"
    if _is_reached(move, value):
        yield f"{shown}, which meets its target already: set another one."
    if kpi is not None and value not in bounds_of(kpi):
        yield f"{shown}, out of the bounds of {kpi.id}: {bounds_text(bounds_of(kpi))}."
    ends = measure_of(key_result).ends(key_result, kpi) if key_result.keeps_a_level else None
    for field, end in ends.by_field if ends else ():
        if value < end if ends and field == ends.low_field else value > end:
            yield f"{shown}, out of its bound: `{field}: {short_text(end)}`."


def _moved_target(
    passage: Passage, ref: str, key_result: KeyResult, carried: KeyResult
) -> Iterator[str]:
    """Yield that a target which is stated as a change from the baseline moves along with that."""
    kpi = _kpi_of(passage, key_result)
    before, now = (_target(of, kpi) for of in (key_result, carried))
    if before is not None and now is not None and before != now:
        aims = f"it aims at {short_text(now)} in {passage.new.id}, and not at {short_text(before)}"
        yield f"The `change` of {ref} counts from its new baseline: {aims}."


def _target(key_result: KeyResult, kpi: Kpi | None) -> Decimal | None:
    move = measure_of(key_result).move(key_result, kpi)
    return move.target if move and isinstance(move.target, Decimal) else None


def _is_reached(move: Move | None, value: Decimal) -> bool:
    if move is None or move.start is None or move.target is None:
        return False
    progress = progress_between(move.start, move.target, value)
    return progress is not None and reaches(progress, Decimal(1))
