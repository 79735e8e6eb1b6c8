"""Decides which entries of check-ins count: those without errors."""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from datetime import date
from functools import cached_property
from typing import Any

from okrcli.checks.checkins.possible import (
    NOTHING,
    StatedValue,
    empty_entry,
    future_day,
    impossible_reading,
    impossible_value,
    last_possible_day,
    ranges_of_key_results,
    ranges_of_kpis,
)
from okrcli.checks.checkins.references import (
    in_follow_up,
    in_key_result_entry,
    in_kudos,
    in_reading,
)
from okrcli.checks.names import Names, Spot
from okrcli.compute.as_of.definitions import kpi_on
from okrcli.model.adopted_names import WrittenName
from okrcli.model.checkin import CheckIn, KeyResultEntry
from okrcli.model.finding import Finding, RuleId
from okrcli.model.kpi import Kpi
from okrcli.model.plan import Plan
from okrcli.model.reading_columns import ReadingColumns, without
from okrcli.model.readings import Reading
from okrcli.model.refused import RefusedEntry

SECTIONS = ("key_results", "readings", "kudos", "followups")


def refuse_entries(plan: Plan, today: date) -> Plan:
    """Return *plan* without the entries that have an error, which are in `refused`.

    An entry counts as a whole or not at all, whatever the settings and comments say about the rules
    concerned. A plan that was judged before is returned as it is.
    """
    if plan.judged is not None:
        return plan
    judge = _Judge(Names(plan), today)
    judged = [judge.without_refused(checkin) for checkin in plan.checkins]
    found = [judge.with_full_reference(entry) for entry in plan.refused] + judge.refused
    found.sort(key=lambda entry: entry.place)
    whole = replace(plan, checkins=tuple(judged), refused=tuple(found), judged=today)
    if not found:
        return whole
    # Nearly all workspaces have nothing wrong, and do without what looks for corrections.
    from okrcli.checks.checkins.corrected import with_corrections  # noqa: PLC0415

    return with_corrections(whole)


def found_in_entries(plan: Plan, rule: RuleId) -> Iterator[Finding]:
    """Yield what *rule* finds in refused entries, except what loading has found."""
    loaded = frozenset(plan.findings)
    found = (finding for entry in plan.refused if not entry.corrected for finding in entry.findings)
    for finding in dict.fromkeys(found):
        if finding.rule == rule and finding not in loaded:
            yield finding


@dataclass
class _Judge:
    """Judges the entries of one plan as of *today*; entries in order cost almost nothing."""

    names: Names
    today: date
    refused: list[RefusedEntry] = field(default_factory=list)

    @property
    def plan(self) -> Plan:
        return self.names.plan

    @cached_property
    def _kpis(self) -> Mapping[str, tuple[Any, Any, frozenset[str | None]]]:
        return ranges_of_kpis(self.plan)

    @cached_property
    def _key_results(self) -> Mapping[str, tuple[Any, Any, frozenset[str | None]]]:
        return ranges_of_key_results(self.plan)

    @cached_property
    def _left_out(self) -> Mapping[str, Sequence[tuple[str | int, ...]]]:
        """The locations of entries that could not be read, by path."""
        left_out = defaultdict(list)
        for entry in self.plan.refused:
            left_out[entry.path].append(entry.location)
        return left_out

    def without_refused(self, checkin: CheckIn) -> CheckIn:
        """Return *checkin* without its entries that have an error."""
        if checkin.date > self.today and checkin.date > self._last_day(checkin):
            return self._of_the_future(checkin)
        suspects: dict[str, list[int]] = {}
        if checkin.key_results:
            suspects["key_results"] = self._odd_entries(checkin)
        if checkin.readings:
            suspects["readings"] = self._odd_readings(checkin)
        if checkin.kudos or checkin.followups:
            suspects["kudos"] = list(range(len(checkin.kudos)))
            suspects["followups"] = list(range(len(checkin.followups)))
        wrong = {
            section: set(self._wrong(checkin, section, positions))
            for section, positions in suspects.items()
            if positions
        }
        return _without(checkin, wrong) if any(wrong.values()) else checkin

    def _last_day(self, checkin: CheckIn) -> date:
        return last_possible_day(checkin.recorded, self.today)

    def _odd_entries(self, checkin: CheckIn) -> list[int]:
        """Return the positions of the entries that need a closer look, out of many thousands."""
        ranges, today = self._key_results, self.today
        odd = []
        for index, entry in enumerate(checkin.key_results):
            low, high, _ = ranges.get(entry.key_result, NOTHING)
            value, day = entry.value, entry.date
            if (
                entry.done
                or entry.undone
                or (value is None and entry.is_empty)
                or (day is not None and day > today)
                or (not low <= value <= high if value is not None else low > high)
            ):
                odd.append(index)
        return odd

    def _odd_readings(self, checkin: CheckIn) -> list[int]:
        """Like `_odd_entries`, for readings, of which there may be a million."""
        ranges, today = self._kpis, self.today
        columns = ReadingColumns.of(checkin.readings)
        odd: list[int] = []
        for kpi, day, start, end in columns.runs:
            low, high, segments = ranges.get(kpi, NOTHING)
            if day is not None and day > today:
                odd += range(start, end)
                continue
            values, names = columns.values[start:end], columns.segments[start:end]
            if low <= min(values) and max(values) <= high and segments.issuperset(names):
                continue  # as nearly always
            for position, (value, name) in enumerate(zip(values, names, strict=True), start):
                if not low <= value <= high or name not in segments:
                    odd.append(position)
        return odd

    def _wrong(self, checkin: CheckIn, section: str, positions: Iterable[int]) -> Iterator[int]:
        """Yield the *positions* of entries with an error, and keep their findings."""
        entries, last = getattr(checkin, section), self._last_day(checkin)
        for position in positions:
            spot = Spot(checkin, (section, self._position(checkin, section, position)))
            entry = entries[position]
            day = getattr(entry, "date", None) or checkin.date
            if findings := tuple(self._findings(spot, entry, day, last)):
                self._refuse(spot, entry, day, findings)
                yield position

    def _findings(self, spot: Spot, entry: Any, day: date, last: date) -> Iterator[Finding]:
        if day > last:
            yield future_day(self.plan, spot.at("date"), day, self.today)
        if isinstance(entry, KeyResultEntry):
            yield from self._in_key_result_entry(spot, entry, day)
        elif isinstance(entry, Reading):
            yield from in_reading(self.names, spot, entry)
            if kpi := self._kpi_on(entry.kpi, day):
                stated = StatedValue(spot, entry.value, entry.segment)
                yield from impossible_reading(self.plan, kpi, stated)
        elif spot.location[0] == "kudos":
            yield from in_kudos(self.names, spot, entry)
        else:
            yield from in_follow_up(self.names, spot, entry)

    def _kpi_on(self, name: str, day: date) -> Kpi | None:
        """Return the KPI that is or was called *name*, as it was judged on *day*."""
        found = self.plan.kpis_by_id.get(name) or self.plan.former_names.kpis.get(name)
        return kpi_on(found, day) if found else None

    def _in_key_result_entry(
        self, spot: Spot, entry: KeyResultEntry, day: date
    ) -> Iterator[Finding]:
        yield from in_key_result_entry(self.names, spot, entry, day)
        if entry.is_empty:
            yield empty_entry(self.plan, spot, entry)
        ref = self._full_ref(entry.key_result, day)
        if ref is None or entry.value is None:
            return
        _, key_result = self.plan.key_results_by_ref[ref]
        stated = StatedValue(spot, entry.value)
        if kpi := self._kpi_on(key_result.kpi or "", day):
            yield from impossible_reading(self.plan, kpi, stated)
        yield from impossible_value(self.plan, ref, key_result, stated)

    def _refuse(self, spot: Spot, entry: Any, day: date, findings: tuple[Finding, ...]) -> None:
        raw = RefusedEntry(
            path=spot.record.path,
            location=spot.location,
            place=self.plan.place(spot.record, *spot.location),
            day=day,
            findings=findings,
            key_result=getattr(entry, "key_result", None),
            kpi=getattr(entry, "kpi", None),
            segment=getattr(entry, "segment", None),
        )
        self.refused.append(self.with_full_reference(raw))

    def with_full_reference(self, entry: RefusedEntry) -> RefusedEntry:
        """Return *entry* with the full reference of its key result, and that key result's KPI."""
        if entry.key_result is None:
            return entry
        ref = self._full_ref(entry.key_result, entry.day)
        if ref is None:
            return entry
        return replace(entry, key_result=ref, kpi=self.plan.key_results_by_ref[ref][1].kpi)

    def _full_ref(self, ref: str, day: date) -> str | None:
        matches = self.plan.match_key_results(ref, self.names.cycle_on(day))
        if not matches:
            adoption = self.plan.adopted_names.get(WrittenName(ref, self.names.cycle_on(day)))
            return adoption.ref if adoption else None
        return matches[0][0].ref_of(matches[0][1]) if len(matches) == 1 else None

    def _of_the_future(self, checkin: CheckIn) -> CheckIn:
        """Refuse everything in *checkin*; this is reported once, at its date."""
        finding = future_day(self.plan, Spot(checkin, ("date",)), checkin.date, self.today)
        stated = [
            (section, position, entry)
            for section in SECTIONS
            for position, entry in enumerate(getattr(checkin, section))
        ]
        for section, position, entry in stated:
            spot = Spot(checkin, (section, self._position(checkin, section, position)))
            self._refuse(spot, entry, checkin.date, (finding,))
        if not stated:
            self._refuse(Spot(checkin, ("note",)), checkin, checkin.date, (finding,))
        everything = {section: set(range(len(getattr(checkin, section)))) for section in SECTIONS}
        return _without(checkin, everything).model_copy(update={"note": None})

    def _position(self, checkin: CheckIn, section: str, position: int) -> int:
        """Return the position in the file of the entry at *position* of the record."""
        for location in self._left_out.get(checkin.path, ()):
            if location[0] == section and int(location[1]) <= position:
                position += 1
        return position


def _without(checkin: CheckIn, wrong: Mapping[str, set[int]]) -> CheckIn:
    kept = {
        section: without(getattr(checkin, section), positions)
        for section, positions in wrong.items()
        if positions
    }
    return checkin.model_copy(update=kept)
