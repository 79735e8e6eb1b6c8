"""H801 of what is written once, and says since when something holds."""

from collections.abc import Iterator
from datetime import date

from okrcli.checks.context import CheckContext
from okrcli.checks.history.agreed import cycles_that_bind
from okrcli.checks.history.grace import grace_days_on
from okrcli.checks.history.ids import SILENT_GOALPOST
from okrcli.checks.history.notes import (
    Note,
    Subject,
    subject_of_kpi,
    subjects_in_objective,
    subjects_in_settings,
)
from okrcli.checks.history.subject_states import (
    SubjectState,
    SubjectStates,
    is_same,
    subject_states,
)
from okrcli.checks.past import Past
from okrcli.frozen import frozen_dataclass
from okrcli.model.finding import Finding, Location
from okrcli.model.kpi import Kpi
from okrcli.model.objective import Objective


def rewritten_agreements(context: CheckContext, past: Past) -> Iterator[Finding]:
    """Find what is written once and was changed, taken away, or dated long before it came.

    What came with its file came with its date: nothing was agreed before it.
    """
    states = subject_states(context.plan, past.versions, past.settings.versions)
    for subject in _subjects(context, past):
        history = _History(context, past, subject, states)
        if states.get(subject.name):
            yield from history.find_changed()
            yield from history.find_dated_back()
        yield from history.find_added_to_old()


def _subjects(context: CheckContext, past: Past) -> Iterator[Subject]:
    binding = cycles_that_bind(context.plan, past, context.day)
    for objective in context.plan.objectives:
        if objective.cycle in binding:
            yield from subjects_in_objective(objective)
    yield from map(subject_of_kpi, context.plan.kpis)
    for subject in subjects_in_settings(context.plan.settings):
        if subject.location[1] in binding:
            yield subject


@frozen_dataclass
class _History:
    """Something with its notes, and what git has of it."""

    context: CheckContext
    past: Past
    subject: Subject
    all_states: SubjectStates

    @property
    def states(self) -> list[SubjectState]:
        """Its states, the earliest first."""
        return self.all_states.get(self.subject.name, [])

    def find_changed(self) -> Iterator[Finding]:
        """Find notes that were there and are not any more as they were; one of each field."""
        told: set[str] = set()
        for state in self.states:
            for note in state.notes if state.is_binding else ():
                is_kept = any(is_same(note, now) for now in self.subject.notes)
                if not is_kept and note.field not in told and not self._is_given_back(note):
                    told.add(note.field)
                    message = (
                        f"{note.text} of {self.subject.text} was in {state.commit}, and has been "
                        "changed or removed since."
                    )
                    hint = "Put it back as it was; what is agreed later is another entry."
                    yield self._finding(message, hint, note.field)

    def _is_given_back(self, note: Note) -> bool:
        """Return whether *note* is a former name that it took later, and that its owner has now."""
        if note.field != "formerly" or self.states[0].has(note):
            return False
        plan, ref = self.context.plan, note.value.ref
        if isinstance(self.subject.record, Kpi):
            return ref in plan.kpis_by_id
        here = str(self.subject.name).split("/")
        names = ["/".join((*here[:depth], ref)) for depth in range(len(here))]
        return any(
            name in plan.objectives_by_ref or name in plan.key_results_by_ref for name in names
        )

    def find_dated_back(self) -> Iterator[Finding]:
        """Find notes that are dated longer before they came than the days of grace."""
        for note in self.subject.notes:
            came = self._arrival_of([state.has(note) for state in self.states])
            if note.day is None or came is None:
                continue
            grace = self._grace_on(came[1])
            if (days := (came[1] - note.day).days) > grace:
                message = (
                    f"{note.text} of {self.subject.text} is dated {note.day}, and came with "
                    f"{came[0]} on {came[1]}: {days} days later, more than the {grace} days of "
                    "grace."
                )
                hint = (
                    "Date it on the day on which it is written; `why` can tell when it was agreed."
                )
                yield self._finding(message, hint, *note.keys, _DATES.get(note.field, "date"))

    def _arrival_of(self, has_it: list[bool]) -> tuple[str, date] | None:
        """Return what brought a note, and when; `None` when it was there from the beginning."""
        if True in has_it:
            first = self.states[has_it.index(True)]
            return None if has_it[0] else (first.commit, first.day)
        return self._not_committed

    @property
    def _not_committed(self) -> tuple[str, date] | None:
        is_new = self.subject.record.path in self.past.uncommitted
        return ("a change that is not committed yet,", self.context.day) if is_new else None

    def find_added_to_old(self) -> Iterator[Finding]:
        """Find `added` of what was there before, and of what came much later than it says."""
        added = next((note.value for note in self.subject.notes if note.field == "added"), None)
        if added is None:
            return
        before = [
            state
            for state in self.states
            if state.is_binding
            and state.day < added
            and all(note.field != "added" for note in state.notes)
        ]
        if before:
            message = (
                f"`added: {added}` stands at {self.subject.text}, which was there before: in "
                f"{before[0].commit} of {before[0].day}."
            )
            hint = "Remove `added`: it counts since it was there."
            yield self._finding(message, hint, "added")
        elif (came := self._own_arrival) and (came[1] - added).days > self._grace_on(came[1]):
            message = (
                f"`added: {added}` stands at {self.subject.text}, which came with {came[0]} on "
                f"{came[1]}: more than the {self._grace_on(came[1])} days of grace later."
            )
            hint = f"Write `added: {came[1]}`, the day on which it came."
            yield self._finding(message, hint, "added")

    def _grace_on(self, day: date) -> int:
        return grace_days_on(self.context, self.past, day)

    @property
    def _own_arrival(self) -> tuple[str, date] | None:
        """Return what brought it into a file that was there before; `None` when it came with it."""
        whole = self.all_states.get(self.subject.part_of, [])
        if not whole or self.subject.part_of is None:
            return None
        if not self.states:
            return self._not_committed
        first = self.states[0]
        return (first.commit, first.day) if whole[0].day < first.day else None

    def _finding(self, message: str, hint: str, *keys: str | int) -> Finding:
        record = self.subject.record
        location: Location = (*self.subject.location, *keys)
        place = self.context.plan.place(record, *location)
        if len(keys) == 1:
            place = self.context.plan.key_place(record, *location)
        ref = record.ref if isinstance(record, Objective) else None
        ref = record.id if isinstance(record, Kpi) else ref
        return Finding.of(SILENT_GOALPOST, place, message, hint, ref, location=location)


_DATES = {"formerly": "until"}
"""What the day of a note is called, where it is not `date`."""
