"""What git says of goalposts that moved without an amendment.

A report of a past day is true only with the goalposts of that day. Where somebody has changed one
in silence, which `check` finds, the commits still have it.
"""

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from datetime import date
from itertools import pairwise
from pathlib import Path
from typing import Any, NamedTuple, TypeVar

from pydantic import BaseModel

from okrcli.actions.story.cycle_moves import with_silent_cycle_moves
from okrcli.actions.story.definition_versions import DefinitionVersions, Version
from okrcli.actions.story.names import names_of
from okrcli.checks.history.amended import apply_amendments
from okrcli.checks.history.first_readings import first_readings
from okrcli.checks.history.first_values import FirstValues
from okrcli.errors import HistoryError
from okrcli.model.changes.amendment import Amendment
from okrcli.model.key_results import KeyResult, KeyResultAmendment
from okrcli.model.key_results.amendment import STEP_GOALPOSTS
from okrcli.model.kpi import Kpi, KpiAmendment
from okrcli.model.objective import Objective, ObjectiveAmendment
from okrcli.model.plan import Plan

_Record = TypeVar("_Record")

_BINDING = frozenset({"active", "closed"})


def with_silent_changes(root: Path, plan: Plan, today: date, since: date | None = None) -> Plan:
    """Return *plan* with an amendment, approved by nobody, for each goalpost that moved without.

    Of key results and objectives since their cycle began, of KPIs since their first reading; along
    first parents, as the branch had them. Where git cannot tell, *plan* is returned: a report does
    not need it.

    Args:
        root: The workspace's folder.
        plan: What it holds.
        today: What is not committed changed then.
        since: Only what moved after this day matters; everything if `None`.
    """
    try:
        versions = DefinitionVersions.of(root, plan, today, since)
    except HistoryError:  # `check` says what is wrong with the repository
        return plan
    if versions.settings:
        plan = with_silent_cycle_moves(plan, versions.settings)
    if not versions.states:
        return plan
    days = {checkin.path: checkin.date for checkin in plan.checkins}
    values = FirstValues(plan, first_readings(plan, days))
    objectives = (
        _objective(objective, versions.versions(objective.path), plan)
        for objective in plan.objectives
    )
    kpis = (_kpi(kpi, versions.versions(kpi.path), values.day_of([kpi])) for kpi in plan.kpis)
    return plan.with_definitions(tuple(objectives), tuple(kpis))


def _kpi(kpi: Kpi, versions: Sequence[Version], read_since: date | None) -> Kpi:
    if read_since is None:
        return kpi
    states = [
        (version, known)
        for version, known in _found_in(versions, names_of(kpi), lambda plan: plan.kpis_by_id)
        if known.status == "active"
    ]
    found = _changes(states, Kpi.goalposts(), lambda day: day > read_since, KpiAmendment)
    return _with(kpi, found)


def _objective(objective: Objective, versions: Sequence[Version], plan: Plan) -> Objective:
    cycle = plan.cycle(objective.cycle)
    if cycle is None or not versions:
        return objective

    def is_binding(day: date) -> bool:
        return day >= cycle.start

    states = [
        (version, known)
        for version, known in _found_in(
            versions, names_of(objective), lambda plan: plan.objectives_by_ref
        )
        if known.status in _BINDING
    ]
    own = _changes(states, Objective.goalposts(), is_binding, ObjectiveAmendment)
    key_results = tuple(
        _key_result(objective, key_result, versions, is_binding)
        for key_result in objective.key_results
    )
    update = {} if key_results == objective.key_results else {"key_results": key_results}
    return _with(objective.model_copy(update=update) if update else objective, own)


def _found_in(
    versions: Iterable[Version],
    names: Iterable[str],
    records_of: Callable[[Plan], Mapping[str, _Record]],
) -> Iterator[tuple[Version, _Record]]:
    """Yield each version that has what is called by one of *names*, with that."""
    for version in versions:
        records = records_of(version.plan)
        if name := next((name for name in names if name in records), None):
            yield version, records[name]


def _key_result(
    objective: Objective,
    key_result: KeyResult,
    versions: Sequence[Version],
    is_binding: Callable[[date], bool],
) -> KeyResult:
    own = [
        (version, known)
        for version, (holder, known) in _found_in(
            versions, names_of(objective, key_result), lambda plan: plan.key_results_by_ref
        )
        if holder.status in _BINDING and known.type == key_result.type
    ]
    found = [
        *_changes(own, type(key_result).goalposts(), is_binding, KeyResultAmendment),
        *_step_changes(key_result, own, is_binding),
    ]
    return _with(key_result, found)


def _step_changes(
    key_result: KeyResult,
    states: Sequence[tuple[Version, KeyResult]],
    is_binding: Callable[[date], bool],
) -> Iterator["_Change"]:
    for step in key_result.listed_steps:
        prefix = f"steps.{step.id}."
        own = [
            (version, _Step(known, _own_amendments(known_key_result, prefix)))
            for version, known_key_result in states
            for known in known_key_result.listed_steps
            if known.id == step.id
        ]
        for change, stood in _changes(own, STEP_GOALPOSTS, is_binding, KeyResultAmendment):
            named = change.model_copy(update={"field": f"{prefix}{change.field}"})
            yield _Change(named, stood)


class _Step(NamedTuple):
    """A step, with the amendments that its key result has of it."""

    step: BaseModel
    amendments: tuple[Amendment, ...]


def _own_amendments(key_result: KeyResult, prefix: str) -> tuple[Amendment, ...]:
    return tuple(
        amendment.model_copy(update={"field": amendment.field.removeprefix(prefix)})
        for amendment in key_result.amendments
        if amendment.field.startswith(prefix)
    )


class _Change(NamedTuple):
    """What moved without an amendment that says so, and what git has of the field, day by day."""

    amendment: Amendment
    stood: Sequence[tuple[date, Any]]

    def contradicts(self, known: Amendment) -> bool:
        """Return whether the field was not what *known* says it was, on the day before that.

        An amendment that came later than its day, as by the merge of a branch, is of what stood
        then, not of what stood where it came.
        """
        earlier = [value for since, value in self.stood if since < known.date]
        return bool(earlier) and known.was not in (earlier[-1], self.amendment.was)


def _changes(
    states: Sequence[tuple[Version, Any]],
    goalposts: Iterable[str],
    is_binding: Callable[[date], bool],
    kind: type[Amendment],
) -> list[_Change]:
    """Return what moved from one of *states* to the next without an amendment that says so."""
    fields = tuple(goalposts)
    found: list[_Change] = []
    for (_, before), (version, now) in pairwise(states):
        if not is_binding(version.day):
            continue
        new = [amendment for amendment in now.amendments if amendment not in before.amendments]
        for field in fields:
            was, is_now = _value(before, field), _value(now, field)
            expected = apply_amendments(was, field, new, _absent(before, field))
            if is_now != expected and not _is_free(field, expected, is_now):
                stood = [(state.day, _value(record, field)) for state, record in states]
                found.append(_Change(_amendment(kind, version, field, expected, is_now), stood))
    return found


def _value(record: Any, field: str) -> Any:
    return getattr(record.step if isinstance(record, _Step) else record, field)


def _absent(record: Any, field: str) -> Any:
    model = type(record.step if isinstance(record, _Step) else record)
    return model.model_fields[field].default


def _is_free(field: str, was: Any, now: Any) -> bool:
    """Return whether a *field* may move so: new segments are no other goalpost."""
    return field == "segments" and set(was or ()) <= set(now)


def _amendment(
    kind: type[Amendment], version: Version, field: str, was: Any, now: Any
) -> Amendment:
    why = f"Changed in {version.name}, without an amendment."
    return kind.model_construct(
        date=version.day, field=field, was=was, now=now, why=why, approved_by=None, factor=None
    )


_Amended = TypeVar("_Amended", Kpi, Objective, KeyResult)


def _with(record: _Amended, found: Sequence[_Change]) -> _Amended:
    """Return *record* with the changes *found*, but for those that an amendment tells later on.

    An amendment that leads where a change went, but says that something else was before, is put
    right.
    """
    stated: list[Amendment] = list(record.amendments)
    told = [(known.field, known.was, known.now) for known in stated]
    for change in found:
        silent = change.amendment
        if (silent.field, silent.was, silent.now) in told:
            continue
        untrue = next((known for known in stated if _is_untrue(known, change)), None)
        if untrue is None:
            stated.insert(_place_of(silent, stated), silent)
        else:
            put_right = untrue.model_copy(update={"was": silent.was})
            stated[stated.index(untrue)] = put_right
    is_same = len(stated) == len(record.amendments) and all(
        one is other for one, other in zip(stated, record.amendments, strict=True)
    )
    return record if is_same else record.model_copy(update={"amendments": tuple(stated)})


def _place_of(silent: Amendment, stated: Sequence[Amendment]) -> int:
    """Return where *silent* belongs: before an amendment of its day that goes on from it."""
    onward = (
        place
        for place, known in enumerate(stated)
        if (known.field, known.date, known.was) == (silent.field, silent.date, silent.now)
    )
    return next(onward, len(stated))


def _is_untrue(known: Amendment, change: _Change) -> bool:
    """Return whether the amendment *known* is of a *change*, and not as git has it."""
    silent = change.amendment
    is_of_it = (known.field, known.now) == (silent.field, silent.now)
    return is_of_it and known.date <= silent.date and change.contradicts(known)
