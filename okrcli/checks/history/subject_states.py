"""What objectives, key results, steps, KPIs and cycles said of themselves, commit by commit."""

from collections.abc import Hashable, Iterable, Mapping
from datetime import date
from typing import NamedTuple

from okrcli.checks.history.notes import (
    Note,
    Subject,
    subject_of_kpi,
    subjects_in_objective,
    subjects_in_settings,
)
from okrcli.checks.history.present import key_result_now, objective_now, present_kpi
from okrcli.checks.past import SettingsVersion, Version
from okrcli.model.plan import Plan


class SubjectState(NamedTuple):
    """The notes of something as a commit of a day left them."""

    commit: str
    day: date
    is_binding: bool
    notes: tuple[Note, ...]

    def has(self, note: Note) -> bool:
        """Return whether it has the same note."""
        return any(is_same(note, other) for other in self.notes)


SubjectStates = Mapping[Hashable, list[SubjectState]]


def is_same(note: Note, other: Note) -> bool:
    """Return whether both say the same in the same field."""
    return (note.field, note.value) == (other.field, other.value)


def subject_states(
    plan: Plan, versions: Iterable[Version], settings: Iterable[SettingsVersion] = ()
) -> SubjectStates:
    """Return the states of everything in *versions* and *settings*, by its present name in *plan*.

    They are in the order in which the versions are given.
    """
    states: dict[Hashable, list[SubjectState]] = {}
    names: dict[Hashable, Hashable] = {}

    def add(subjects: Iterable[Subject], commit: str, day: date, *, is_binding: bool) -> None:
        for subject in subjects:
            state = SubjectState(commit, day, is_binding, subject.notes)
            if subject.name not in names:
                names[subject.name] = _present_name(plan, subject)
            states.setdefault(names[subject.name], []).append(state)

    for version in versions:
        for objective in version.objectives:
            is_binding = objective.status != "draft"
            subjects = subjects_in_objective(objective)
            add(subjects, version.name, version.day, is_binding=is_binding)
        for kpi in version.kpis:
            is_binding = kpi.status != "draft"
            add([subject_of_kpi(kpi)], version.name, version.day, is_binding=is_binding)
    for known in settings:
        add(subjects_in_settings(known.settings), known.name, known.day, is_binding=True)
    return states


def _present_name(plan: Plan, subject: Subject) -> Hashable:
    match subject.name:
        case ("kpi", str(name)):
            return "kpi", present_kpi(plan, name)
        case ("cycle", _):
            return subject.name
        case (str(ref), str(step)):
            return _present_ref(plan, ref), step
        case _:
            return _present_ref(plan, str(subject.name))


def _present_ref(plan: Plan, ref: str) -> str:
    if ref.count("/") == 1:
        objective = objective_now(plan, ref)
        return objective.ref if objective else ref
    key_result = key_result_now(plan, ref)
    return key_result.ref if key_result else ref
