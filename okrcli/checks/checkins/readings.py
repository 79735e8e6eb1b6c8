"""C702: what a check-in says can be true."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date
from decimal import Decimal

from okrcli.checks.case import Case
from okrcli.checks.rule import Example, Rule
from okrcli.compute.bounds import bounds_of, drawn
from okrcli.compute.rounding import number_text
from okrcli.compute.values import CheckedInReading, Dated
from okrcli.model.checkin import CheckIn, KeyResultEntry, Reading
from okrcli.model.finding import BAD_READING, Finding, Location
from okrcli.model.key_results import Binary, KeyResult, Milestones
from okrcli.model.kpi import Bounds, Kpi
from okrcli.model.plan import Plan


@dataclass(frozen=True, slots=True)
class _Spots:
    """Finds where an entry stands; of a large import each file is gone through once."""

    plan: Plan
    _positions: dict[tuple[int, str], Mapping[int, int]] = field(default_factory=dict)

    def wrong(
        self,
        at: Dated[Reading] | Dated[KeyResultEntry],
        key: str,
        said: tuple[str, str],
        ref: str,
    ) -> Finding:
        """Return what is *said*, and the next step, of the value of *key* in an entry."""
        content = at.content.entry if isinstance(at.content, CheckedInReading) else at.content
        section = "readings" if isinstance(content, Reading) else "key_results"
        location = (section, self._position(at.checkin, section, content), key)
        place = self.plan.place(at.checkin, *location)
        return Finding.of(BAD_READING, place, *said, ref, location=location)

    def _position(self, checkin: CheckIn, section: str, content: object) -> int:
        known = self._positions.get((id(checkin), section))
        if known is None:
            entries: Sequence[object] = getattr(checkin, section)
            known = {id(each): position for position, each in enumerate(entries)}
            self._positions[id(checkin), section] = known
        return known[id(content)]


def bad_readings(case: Case) -> Iterator[Finding]:
    """Find entries of days to come, and values that cannot be; corrected ones are past."""
    plan, day = case.plan, case.day
    for checkin in plan.checkins:
        yield from _in_the_future(plan, checkin, day)
    entries, spots = case.standing.entries, _Spots(plan)
    for kpi in plan.kpis_by_id.values():
        readings = entries.readings.get(kpi.id, ())
        if kpi.formula:
            yield from _of_computed(spots, kpi, readings)
            continue
        bounds, segments = bounds_of(kpi), frozenset([None, *kpi.segments])
        for at in _standing_readings(readings):
            if at.content.value not in bounds:
                yield _out_of_bounds(spots, kpi, bounds, at)
            if at.content.segment not in segments:
                yield _unknown_segment(spots, kpi, at)
    for ref, (_, key_result) in plan.key_results_by_ref.items():
        for entry in _standing_values(entries.key_results.get(ref, ())):
            yield from _misplaced_value(spots, ref, key_result, entry)


def _in_the_future(plan: Plan, checkin: CheckIn, day: date) -> Iterator[Finding]:
    if checkin.date > day:
        yield _future(plan, checkin, ("date",), checkin.date, day)
    for index, entry in enumerate(checkin.key_results):
        if entry.date is not None and entry.date > day:
            yield _future(plan, checkin, ("key_results", index, "date"), entry.date, day)
    for index, reading in enumerate(checkin.readings):
        if reading.date is not None and reading.date > day:
            yield _future(plan, checkin, ("readings", index, "date"), reading.date, day)


def _future(plan: Plan, checkin: CheckIn, location: Location, stated: date, day: date) -> Finding:
    message = f"The date {stated} is in the future: today is {day}."
    hint = "Write the day that it is true for."
    place = plan.place(checkin, *location)
    return Finding.of(BAD_READING, place, message, hint, location=location)


def _standing_readings(readings: Iterable[Dated[Reading]]) -> Iterable[Dated[Reading]]:
    """Return the last of each day and segment: the others it has corrected."""
    return {(each.day, each.content.segment): each for each in readings}.values()


def _standing_values(entries: Iterable[Dated[KeyResultEntry]]) -> Iterable[Dated[KeyResultEntry]]:
    """Return the last entry of each day that has a value."""
    return {each.day: each for each in entries if each.content.value is not None}.values()


def _of_computed(spots: _Spots, kpi: Kpi, readings: Iterable[Dated[Reading]]) -> Iterator[Finding]:
    """Find readings that nothing uses: once in each check-in, at the first."""
    first = {id(each.checkin): each for each in reversed(list(readings))}
    for at in first.values():
        message = f"{kpi.id} is computed as {kpi.formula}, so what is recorded for it is ignored."
        hint = "Record what it is computed from, in a new check-in."
        yield spots.wrong(at, "value", (message, hint), kpi.id)


def _out_of_bounds(spots: _Spots, kpi: Kpi, bounds: Bounds, at: Dated[Reading]) -> Finding:
    message = f"{kpi.id} cannot be {number_text(at.content.value)}: it is {drawn(bounds)}."
    hint = f"Record the right value for that day, or correct `bounds` in {kpi.path}."
    return spots.wrong(at, "value", (message, hint), kpi.id)


def _unknown_segment(spots: _Spots, kpi: Kpi, at: Dated[Reading]) -> Finding:
    known = f"has {', '.join(kpi.segments)}" if kpi.segments else "has no segments"
    message = f"There is no segment '{at.content.segment}': {kpi.id} {known}."
    hint = f"Record the reading for a segment that it has, or add this one in {kpi.path}."
    return spots.wrong(at, "segment", (message, hint), kpi.id)


def _misplaced_value(
    spots: _Spots, ref: str, key_result: KeyResult, at: Dated[KeyResultEntry]
) -> Iterator[Finding]:
    if wrong := _wrong_with(ref, key_result, at.content.value):
        yield spots.wrong(at, "value", wrong, ref)


def _wrong_with(ref: str, key_result: KeyResult, value: Decimal | None) -> tuple[str, str] | None:
    """Return what is wrong with a value for the type of the key result, and the next step."""
    if isinstance(key_result, Milestones):
        steps = ", ".join(step.id for step in key_result.steps)
        hint = f"Write which are done, as in `done: [{key_result.steps[0].id}]`, of {steps}."
        return f"{ref} has steps and no value.", hint
    if isinstance(key_result, Binary) and value not in {0, 1}:
        return f"{ref} is done or not: its value cannot be {value}.", "Write 1 or 0."
    return None


C702 = Rule(
    id=BAD_READING,
    explanation=(
        "A value that cannot be is a slip of the keyboard, and it moves the average, the forecast "
        "and the alerts. An entry cannot be about a day to come, a value lies within the KPI's "
        "bounds, a segment is one of the KPI's, steps are named and not counted, and what is "
        "computed by a formula is not recorded. A later entry for the same day corrects one."
    ),
    source="The arithmetic of each KPI: NPS lies between -100 and 100, a share between 0 and 100",
    find=bad_readings,
    examples={
        "en": Example(
            path="checkins/2026/2026-11-20-ana-7f3a9c12.yaml",
            failing="date: 2026-11-20\nby: ana\nreadings:\n  - {kpi: nps, value: 140}\n",
            passing="date: 2026-11-20\nby: ana\nreadings:\n  - {kpi: nps, value: 40}\n",
            beside={"kpis/nps.yaml": "title: Net promoter score\nbounds: [-100, 100]\n"},
        ),
        "es": Example(
            path="checkins/2026/2026-11-20-lucia-0b51d7e4.yaml",
            failing=(
                "date: 2026-11-20\nby: lucia\nnote: Segunda ola de la encuesta\n"
                "readings:\n  - {kpi: csat, value: 83.5, segment: chta}\n"
            ),
            passing=(
                "date: 2026-11-20\nby: lucia\nnote: Segunda ola de la encuesta\n"
                "readings:\n  - {kpi: csat, value: 83.5, segment: chat}\n"
            ),
            beside={"kpis/csat.yaml": "title: Satisfacción\nsegments: [chat, voz]\n"},
        ),
        "ru": Example(
            path="checkins/2026/2026-11-20-anna-5c9e02aa.yaml",
            failing="date: 2027-11-20\nby: anna\nnote: Вторая волна опроса\n",
            passing="date: 2026-11-20\nby: anna\nnote: Вторая волна опроса\n",
        ),
    },
)
