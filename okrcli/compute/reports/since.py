"""What became known about a day only after it: entries recorded late, or retracted."""

from collections.abc import Iterator
from datetime import UTC, date, tzinfo

from okrcli.compute.as_of.retracted import RetractedEntry, Retractions
from okrcli.compute.reports.report import KnownSince
from okrcli.model.checkin import CheckIn, KeyResultEntry
from okrcli.model.plan import Plan
from okrcli.model.reading_columns import runs_of
from okrcli.model.readings import Reading


def known_since(plan: Plan, day: date, zone: tzinfo = UTC) -> tuple[KnownSince, ...]:
    """Return what was recorded or retracted after *day* about it or an earlier one, in order.

    Args:
        plan: The plan with all check-ins, including those that were retracted.
        day: The as-of day.
        zone: The time zone that decides on which day something was recorded.
    """
    search = _Search(plan, day, zone)
    found = (item for checkin in plan.checkins for item in search.in_checkin(checkin))
    return tuple(sorted(found, key=lambda item: (item.on, item.checkin, item.ref, item.day)))


class _Search:
    def __init__(self, plan: Plan, day: date, zone: tzinfo) -> None:
        self._day = day
        self._zone = zone
        self._retractions = Retractions(plan)

    def in_checkin(self, checkin: CheckIn) -> Iterator[KnownSince]:
        """Yield what *checkin* says of the day or before that was recorded or retracted later."""
        on = self._written_on(checkin)
        if on <= self._day and not self._retractions.of(checkin):
            return
        found: dict[tuple[str, str], KnownSince] = {}
        for item, ref, taken, count in self._entries(checkin):
            known = self._known_retraction(checkin, item, ref, taken, on)
            if known is None:
                continue
            before = found.get((known.what, ref))
            entries = before.entries + count if before else count
            last = before if before and before.day > known.day else known
            found[known.what, ref] = last._replace(entries=entries)
        yield from found.values()

    def _known_retraction(
        self,
        checkin: CheckIn,
        item: KeyResultEntry | Reading,
        ref: str,
        taken: RetractedEntry | None,
        on: date,
    ) -> KnownSince | None:
        day = item.date or checkin.date
        if day > self._day:
            return None
        if taken is None:
            is_new = on > self._day
            known = KnownSince("recorded", ref, day, item.value, on, checkin.by, None, checkin.id)
            return known if is_new else None
        since = self._written_on(taken.by)
        if not on <= self._day < since:
            return None
        why = taken.retraction.why
        return KnownSince("retracted", ref, day, item.value, since, taken.by.by, why, checkin.id)

    def _entries(
        self, checkin: CheckIn
    ) -> Iterator[tuple[KeyResultEntry | Reading, str, RetractedEntry | None, int]]:
        """Yield each entry, and the last reading of a KPI and day with how many they are."""
        for entry in checkin.key_results:
            yield entry, entry.key_result, self._retractions.of_entry(checkin, entry), 1
        for kpi, _, start, end in runs_of(checkin.readings):
            last, taken = checkin.readings[end - 1], self._retractions.of_reading(checkin, kpi)
            yield last, kpi, taken, end - start

    def _written_on(self, checkin: CheckIn) -> date:
        """Return the day on which *checkin* was written; its own day without `recorded`."""
        if checkin.recorded is None:
            return checkin.date
        return checkin.recorded.astimezone(self._zone).date()
