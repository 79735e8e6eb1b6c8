"""What people did beside what they own: check-ins for others, plans, thanks and notes."""

from collections.abc import Iterable, Iterator
from functools import cached_property

from okrcli.actions.overviews.ownership import Ownership
from okrcli.compute.reports.improvement_report import improvement_report
from okrcli.compute.reports.report import ImprovementReport, KudosReport
from okrcli.compute.reports.week import kudos_of
from okrcli.compute.timeline import DatedItem, ReadingBlock, Resolver, order_of
from okrcli.frozen import frozen_dataclass
from okrcli.model.checkin import CheckIn, KeyResultEntry
from okrcli.views.review import ActionEvidence, CheckinHelp, InitiativeEvidence, NoteEvidence


@frozen_dataclass
class Contributions:
    """What the people of *owned* did in its cycle."""

    owned: Ownership

    @property
    def people(self) -> frozenset[str]:
        """Those whose contributions are meant."""
        return self.owned.people

    @cached_property
    def checkins(self) -> list[CheckIn]:
        """All check-ins of the cycle, the oldest first."""
        found = [checkin for checkin in self.owned.plan.checkins if self.owned.covers(checkin.date)]
        return sorted(found, key=lambda checkin: (checkin.date, *order_of(checkin)))

    def initiatives(self) -> Iterator[InitiativeEvidence]:
        """Yield those of the people; of a team also those of its objectives, whoever does them."""
        selection = self.owned.selection
        for objective in self.owned.all_objectives:
            is_of_team = selection.owner is None and objective.team == selection.team
            for initiative in objective.initiatives:
                if is_of_team or initiative.owner in self.people:
                    yield InitiativeEvidence(objective.ref, initiative)

    def checkins_for_others(self) -> Iterator[CheckinHelp]:
        """Yield the check-ins for what others own, and the readings of others' KPIs."""
        owned, timeline = self.owned, self.owned.snapshot.timeline
        for ref, entries in timeline.key_results.items():
            objective, key_result = owned.plan.key_results_by_ref[ref]
            owner = key_result.owner or objective.owner
            if not owned.selection.has(objective.team, owner):  # in whichever cycle
                yield from self._help(ref, key_result.title, owner, entries)
        own_kpis = {*owned.kpis, *(known.report.kpi for known in owned.key_results.values())}
        for name, readings in timeline.readings.items():
            kpi = owned.plan.kpis_by_id.get(name)
            if kpi and name not in own_kpis:
                read = [block for block in readings.blocks if block.checked_in is None]
                yield from self._help(name, kpi.title, kpi.owner, read)

    def _help(
        self,
        ref: str,
        title: str,
        owner: str | None,
        items: Iterable[DatedItem[KeyResultEntry]] | Iterable[ReadingBlock],
    ) -> Iterator[CheckinHelp]:
        days = {
            item.checkin.path: item.day
            for item in items
            if item.checkin.by in self.people and self.owned.covers(item.day)
        }
        if days:
            yield CheckinHelp(ref, title, owner, len(days), max(days.values()))

    @cached_property
    def _plans(self) -> list[ImprovementReport]:
        """The improvement plans that were open in the cycle."""
        owned = self.owned
        return [
            improvement_report(improvement, owned.plan, owned.snapshot)
            for improvement in owned.plan.improvements
            if improvement.opened <= owned.until
            and (improvement.closed is None or improvement.closed.date >= owned.cycle.start)
        ]

    def improvements(self) -> Iterator[ImprovementReport]:
        """Yield the improvement plans that are owned; a team has those for its KPIs."""
        for improvement in self._plans:
            kpi = self.owned.plan.kpis_by_id.get(improvement.kpi)
            if self.owned.selection.has(kpi.team if kpi else None, improvement.owner):
                yield improvement

    def actions(self) -> Iterator[ActionEvidence]:
        """Yield the actions that are the people's, in whosever plans."""
        for improvement in self._plans:
            for action in improvement.actions:
                if action.owner in self.people:
                    yield ActionEvidence(improvement.id, action)

    def follow_ups(self) -> Iterator[NoteEvidence]:
        """Yield what the people recorded on improvement plans."""
        for checkin in self._own_checkins():
            for follow_up in checkin.followups:
                yield NoteEvidence(checkin.date, checkin.by, follow_up.improvement, follow_up.note)

    def kudos_received(self) -> tuple[KudosReport, ...]:
        """Return the thanks to the people."""
        kudos = kudos_of(self.checkins, self.owned.plan)
        return tuple(thanks for thanks in kudos if thanks.to in self.people)

    def kudos_given(self) -> tuple[KudosReport, ...]:
        """Return the thanks by the people."""
        return kudos_of(self._own_checkins(), self.owned.plan)

    def notes(self) -> Iterator[NoteEvidence]:
        """Yield what the people noted, and what others noted of what is owned."""
        for checkin in self.checkins:
            is_own = checkin.by in self.people
            if checkin.note and is_own:
                yield NoteEvidence(checkin.date, checkin.by, None, checkin.note)
            for note in self._notes_of_entries(checkin):
                if is_own or note.ref in self.owned.key_results or note.ref in self.owned.kpis:
                    yield note

    def _notes_of_entries(self, checkin: CheckIn) -> Iterator[NoteEvidence]:
        for entry in checkin.key_results:
            if entry.note:
                day = entry.date or checkin.date
                ref = self._resolver.full_ref(entry.key_result, day) or entry.key_result
                yield NoteEvidence(day, checkin.by, ref, entry.note)
        for reading in checkin.readings:
            if reading.note:
                day = reading.date or checkin.date
                yield NoteEvidence(day, checkin.by, reading.kpi, reading.note)

    @cached_property
    def _resolver(self) -> Resolver:
        return Resolver(self.owned.plan)

    def _own_checkins(self) -> Iterator[CheckIn]:
        return (checkin for checkin in self.checkins if checkin.by in self.people)
