"""Collects everything about one thing."""

from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import replace
from datetime import date

from okrcli.actions.references import Subject
from okrcli.compute.as_of.retracted import Retractions
from okrcli.compute.as_of.units import UnitChange, unit_changes
from okrcli.compute.kpis.bounds import bounds_of
from okrcli.compute.kpis.computed import formulas_of
from okrcli.compute.kpis.formula import Formula
from okrcli.compute.kpis.xmr import limits, signals
from okrcli.compute.progress import measure_of
from okrcli.compute.reports.improvement_report import improvement_report
from okrcli.compute.reports.key_result_report import report_key_result
from okrcli.compute.reports.objective_report import ObjectiveReports
from okrcli.compute.reports.report import ImprovementReport
from okrcli.compute.reports.report_builder import refused_for_kpis, snapshot_on
from okrcli.compute.reports.snapshot import Snapshot
from okrcli.compute.timeline import CheckedInReading, DatedItem, Order, Timeline
from okrcli.errors import WorkspaceError
from okrcli.frozen import frozen_dataclass
from okrcli.model.checkin import CheckIn, KeyResultEntry
from okrcli.model.cycle import Cycle
from okrcli.model.key_results import KeyResult
from okrcli.model.kpi import Kpi
from okrcli.model.objective import Objective
from okrcli.model.plan import Plan
from okrcli.model.readings import Reading
from okrcli.model.refused import RefusedEntry
from okrcli.views.sheets import (
    HistoryLine,
    KeyResultSheet,
    KpiSheet,
    ObjectiveSheet,
    RetractionNote,
    Sheet,
)


def sheet_of(plan: Plan, subject: Subject, day: date, most: int | None = None) -> Sheet:
    """Return everything about *subject* on *day*.

    Args:
        plan: What the workspace holds.
        subject: What the sheet is about.
        day: The as-of day.
        most: The most lines of history; older ones are only counted. `None` for all.

    Raises:
        WorkspaceError: Its cycle has no dates.
    """
    return Sheets(plan, day).of(subject, most)


class Sheets:
    """Sheets of many things as they stood on one day, found by any of their names."""

    def __init__(self, plan: Plan, day: date) -> None:
        self._snapshot = snapshot_on(plan, day)
        self._records = _Records.of(plan, self._snapshot)

    def of(self, subject: Subject, most: int | None = None) -> Sheet:
        """Return everything about *subject*; of its history at most the last lines.

        Raises:
            WorkspaceError: Its cycle has no dates.
        """
        if isinstance(subject, Kpi):
            return self.of_kpi(subject, most)
        if isinstance(subject, Objective):
            sheet: KeyResultSheet | ObjectiveSheet = self.of_objective(subject)
        else:
            sheet = self.of_key_result(*subject)
        older = 0 if most is None else max(0, len(sheet.history) - most)
        return replace(sheet, history=sheet.history[older:], older=older)

    def of_kpi(self, kpi: Kpi, most: int | None = None) -> KpiSheet:
        """Return everything about *kpi*; of its readings at most the last."""
        then = self._snapshot.plan.kpi(kpi.id)
        refused = _refused_about(then, self._snapshot)
        return replace(_kpi_sheet(then, self._records, most), refused=refused)

    def checkins_about(self, ref: str) -> Iterator[CheckIn]:
        """Yield the check-ins with an entry about the key result *ref*, and what retracts them."""
        for item in self._records.entries(ref):
            yield item.checkin
            yield from (by for by, _ in self._records.retractions.of(item.checkin))

    def of_objective(self, objective: Objective) -> ObjectiveSheet:
        """Return everything about *objective*.

        Raises:
            WorkspaceError: Its cycle has no dates.
        """
        then = self._snapshot.plan.objective(objective.ref)
        refused = _refused_about(then, self._snapshot)
        return replace(_objective_sheet(then, self._records), refused=refused)

    def of_key_result(self, objective: Objective, key_result: KeyResult) -> KeyResultSheet:
        """Return everything about *key_result* of *objective*.

        Raises:
            WorkspaceError: Its cycle has no dates.
        """
        then = self._snapshot.plan.key_result(objective.ref_of(key_result))
        refused = _refused_about(then, self._snapshot)
        return replace(_key_result_sheet(*then, self._records), refused=refused)


@frozen_dataclass
class _Records:
    """Everything that was checked in, including what was retracted, and what of it counts.

    Attributes:
        timeline: The timeline of everything.
    """

    snapshot: Snapshot
    timeline: Timeline
    retractions: Retractions

    @classmethod
    def of(cls, plan: Plan, snapshot: Snapshot) -> "_Records":
        """Return the records of *plan*, of which the *snapshot* has only those that count."""
        timeline = snapshot.timeline
        if any(checkin.retracted for checkin in plan.checkins):
            timeline = Timeline.of(snapshot.plan.with_checkins(plan.checkins))
        return cls(snapshot, timeline, Retractions(plan))

    def entries(self, ref: str) -> Sequence[DatedItem[KeyResultEntry]]:
        """Return all entries of the key result *ref*, in order."""
        return self.timeline.of_key_result(ref, self.snapshot.day)

    def readings(self, kpi: str) -> Sequence[DatedItem[Reading]]:
        """Return all readings of the KPI, in order."""
        return self.timeline.of_kpi(kpi, self.snapshot.day)

    def mark_retracted(
        self,
        line: HistoryLine,
        item: DatedItem[KeyResultEntry] | DatedItem[Reading],
        changes: Sequence[UnitChange],
    ) -> HistoryLine:
        """Return *line* with the unit of its value, who took it back, and the thanks left."""
        content = item.content
        if isinstance(content, CheckedInReading):
            content = content.entry
        taken = (
            self.retractions.of_entry(item.checkin, content)
            if isinstance(content, KeyResultEntry)
            else self.retractions.of_reading(item.checkin, content.kpi)
        )
        unit = next((change.was for change in changes if item.day < change.day), None)
        note = taken and RetractionNote(taken.by.by, taken.by.date, taken.retraction.why)
        own_unit = unit if line.value is not None else None
        kudos = self.retractions.kudos_left_of(item.checkin)
        if (own_unit, note, kudos) == (None, None, line.kudos):
            return line
        return replace(line, unit=own_unit, retracted=note, kudos=kudos)


def _refused_about(subject: Subject, snapshot: Snapshot) -> tuple[RefusedEntry, ...]:
    if isinstance(subject, Kpi):
        return refused_for_kpis(snapshot, [subject.id])
    objective, key_result = subject if isinstance(subject, tuple) else (subject, None)
    shown = objective.key_results if key_result is None else [key_result]
    refs = {objective.ref_of(key_result) for key_result in shown}
    return refused_for_kpis(
        snapshot, (key_result.kpi for key_result in shown if key_result.kpi), refs
    )


def _cycle_of(objective: Objective, plan: Plan) -> Cycle:
    cycle = plan.cycle(objective.cycle)
    if cycle is None:
        raise WorkspaceError(
            f"The folder of {objective.path} is not a known cycle.",
            "Name the folder like 2026-Q4, or add it under `cycles` in okr.yaml.",
        )
    return cycle


def _key_result_sheet(
    objective: Objective, key_result: KeyResult, records: _Records
) -> KeyResultSheet:
    snapshot = records.snapshot
    plan, day, measure = snapshot.plan, snapshot.day, measure_of(key_result)
    ref = objective.ref_of(key_result)
    entries = snapshot.timeline.of_key_result(ref, day)
    report = report_key_result(objective, key_result, _cycle_of(objective, plan), snapshot)
    return KeyResultSheet(
        day=day,
        objective=objective,
        key_result=key_result,
        report=report,
        kpi=snapshot.kpis.get(key_result.kpi or ""),
        guards=tuple(snapshot.kpis[guard] for guard in key_result.guards if guard in snapshot.kpis),
        steps_done=measure.steps_done(key_result, entries),
        move=measure.move(key_result, plan.kpis_by_id.get(key_result.kpi or "")),
        history=_history_of(ref, key_result, report.due, records),
    )


def _objective_sheet(objective: Objective, records: _Records) -> ObjectiveSheet:
    snapshot = records.snapshot
    plan = snapshot.plan
    cycle = _cycle_of(objective, plan)
    reports = ObjectiveReports(snapshot, cycle)
    lines = (
        line
        for key_result in objective.key_results
        for line in _history_of(
            objective.ref_of(key_result), key_result, key_result.due or cycle.end, records
        )
    )
    return ObjectiveSheet(
        day=snapshot.day,
        cycle=cycle,
        objective=objective,
        report=reports.of(objective),
        parent=plan.parent_of(objective),
        children=tuple(
            reports.of(child)
            for child in plan.children_of(objective)
            if child.exists_on(snapshot.day)
        ),
        history=tuple(sorted(lines, key=lambda line: line.day)),
    )


def _kpi_sheet(kpi: Kpi, records: _Records, most: int | None) -> KpiSheet:
    snapshot, changes = records.snapshot, unit_changes(kpi.amendments)
    plan, report = snapshot.plan, snapshot.kpis[kpi.id]
    readings = records.readings(kpi.id)
    older = 0 if most is None else max(0, len(readings) - most)
    values = [point.value for point in report.series]
    lines = limits(values)
    return KpiSheet(
        day=snapshot.day,
        kpi=kpi,
        report=report,
        inputs=tuple(snapshot.kpis[name] for name in _names(kpi) if name in snapshot.kpis),
        used_by=_refs(plan, lambda key_result: key_result.kpi == kpi.id),
        guards=_refs(plan, lambda key_result: kpi.id in key_result.guards),
        part_of=tuple(other.id for other in plan.kpis_by_id.values() if kpi.id in _names(other)),
        improvements=_improvements(kpi, snapshot),
        limits=lines and lines.within(bounds_of(kpi)),
        signals=signals(values),
        # Of one day the last reading is in force, so that the last lines need no earlier ones.
        history=_with_superseded(
            records.mark_retracted(_reading_line(item), item, changes) for item in readings[older:]
        ),
        older=older,
    )


def _names(kpi: Kpi) -> tuple[str, ...]:
    """Return the KPIs that *kpi* is computed from."""
    formula = formulas_of({kpi.id: kpi}).get(kpi.id)
    return formula.names if isinstance(formula, Formula) else ()


def _refs(plan: Plan, fits: Callable[[KeyResult], bool]) -> tuple[str, ...]:
    return tuple(
        ref for ref, (_, key_result) in plan.key_results_by_ref.items() if fits(key_result)
    )


def _improvements(kpi: Kpi, snapshot: Snapshot) -> tuple[ImprovementReport, ...]:
    plan, day = snapshot.plan, snapshot.day
    own = [
        improvement
        for improvement in plan.improvements
        if improvement.kpi == kpi.id and improvement.opened <= day
    ]
    reports = [improvement_report(improvement, plan, snapshot) for improvement in own]
    latest_first = sorted(reports, key=lambda report: report.opened, reverse=True)
    return tuple(sorted(latest_first, key=lambda report: report.closed is not None))


def _history_of(
    ref: str, key_result: KeyResult, due: date | None, records: _Records
) -> tuple[HistoryLine, ...]:
    """Return the entries of a key result, together with the readings of its KPI.

    A confidence and a reading of one day and check-in are one line.
    """
    lines: dict[tuple[Order, object], HistoryLine] = {}
    kpi = records.snapshot.plan.kpis_by_id.get(key_result.kpi or "")
    changes = unit_changes(kpi.amendments if kpi else key_result.amendments)
    for reading in records.readings(key_result.kpi) if key_result.kpi else ():
        line = records.mark_retracted(_reading_line(reading), reading, changes)
        lines[reading.order, reading.content.segment] = line
    for position, entry in enumerate(records.entries(ref)):
        line = records.mark_retracted(_entry_line(entry, ref, key_result), entry, changes)
        whole = entry.order, None
        if line.value is None and whole in lines:
            lines[whole] = _together(line, lines[whole])
        else:
            lines[entry.order, position] = line
    ordered = (lines[key] for key in sorted(lines, key=lambda key: key[0]))
    return _with_superseded(
        replace(line, late=True) if _was_over(key_result, due, line.day) else line
        for line in ordered
    )


def _was_over(key_result: KeyResult, due: date | None, day: date) -> bool:
    dropped = key_result.dropped
    return (due is not None and day > due) or (dropped is not None and day >= dropped.date)


def _together(entry: HistoryLine, reading: HistoryLine) -> HistoryLine:
    own = [item.note for item in (reading, entry) if item.note != item.checkin_note]
    note = "; ".join(dict.fromkeys(filter(None, own))) or entry.checkin_note
    unit = reading.unit
    return replace(entry, value=reading.value, weight=reading.weight, note=note, unit=unit)


def _entry_line(dated: DatedItem[KeyResultEntry], ref: str, key_result: KeyResult) -> HistoryLine:
    entry, checkin = dated.content, dated.checkin
    words = None if entry.value is None else measure_of(key_result).words_of(entry.value)
    return HistoryLine(
        day=dated.day,
        by=checkin.by,
        ref=ref,
        value=entry.value,
        done=entry.done,
        undone=entry.undone,
        segment=None,
        confidence=entry.confidence,
        note=entry.note or checkin.note,
        superseded=False,
        path=checkin.path,
        recorded=checkin.recorded,
        checkin_note=checkin.note,
        kudos=checkin.kudos,
        words=words,
    )


def _reading_line(dated: DatedItem[Reading]) -> HistoryLine:
    reading, checkin = dated.content, dated.checkin
    return HistoryLine(
        day=dated.day,
        by=checkin.by,
        ref=reading.kpi,
        value=reading.value,
        done=(),
        undone=(),
        segment=reading.segment,
        confidence=None,
        note=reading.note or checkin.note,
        superseded=False,
        path=checkin.path,
        recorded=checkin.recorded,
        weight=reading.weight,
        checkin_note=checkin.note,
        kudos=checkin.kudos,
    )


def _with_superseded(lines: Iterable[HistoryLine]) -> tuple[HistoryLine, ...]:
    """Mark the values after which another one came for the same thing and day."""
    ordered = list(lines)
    in_force = {
        (line.ref, line.segment, line.day): position
        for position, line in enumerate(ordered)
        if line.value is not None and line.retracted is None
    }
    return tuple(
        replace(line, superseded=True)
        if line.value is not None
        and line.retracted is None
        and in_force[line.ref, line.segment, line.day] != position
        else line
        for position, line in enumerate(ordered)
    )
