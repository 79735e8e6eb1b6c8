"""What a commit did to objectives, key results and KPIs."""

from collections.abc import Callable, Container, Iterable, Iterator, Sequence
from functools import partial
from typing import Any

from okrcli.actions.story.field_moves import goalposts_of, moves_between
from okrcli.actions.story.identities import (
    OwnedKeyResult,
    Versions,
    same_key_results,
    same_kpis,
    same_objectives,
)
from okrcli.actions.story.names import Definition, names_of, ref_of
from okrcli.frozen import frozen_dataclass
from okrcli.model.base import OkrModel
from okrcli.model.kpi import Kpi
from okrcli.model.objective import Objective
from okrcli.views.story import Event, EventKind, FieldMove, StoryCommit

_Tell = Callable[..., Event]
"""Makes an event of a kind about one thing."""

_LISTED_APPROVALS = "approved_by"


@frozen_dataclass
class DefinitionEvents:
    """Tells what one commit did.

    Attributes:
        commit: The commit.
        binds: Whether an objective or a KPI, as it was before the commit, bound anybody then.
    """

    commit: StoryCommit
    binds: Callable[[Definition], bool]

    def of_objectives(self, versions: Iterable[Versions[Objective]]) -> Iterator[Event]:
        """Yield what became of objectives and their key results."""
        same = same_objectives(versions)
        for before, now in same:
            yield from self._definition(before, now)
        pairs = {(before.ref, now.ref) for before, now in same if before and now}
        gone = {before.ref for before, now in same if before and now is None}
        for old, new in same_key_results(same):
            if new is None and old is not None:
                if old.objective.ref not in gone:
                    yield self._deletion_event(old.ref, old.objective, old.key_result.title)
            elif new is not None:
                is_moved = old is not None and (old.objective.ref, new.objective.ref) not in pairs
                yield from self._key_result(old, new, is_moved=is_moved)

    def of_kpis(self, versions: Iterable[Versions[Kpi]]) -> Iterator[Event]:
        """Yield what became of KPIs."""
        for before, now in same_kpis(versions):
            yield from self._definition(before, now)

    def _tell(self, ref: str, path: str) -> _Tell:
        return partial(Event, commit=self.commit, ref=ref, path=path)

    def _deletion_event(self, ref: str, record: Definition, title: str) -> Event:
        move = FieldMove("title", title, None)
        is_silent = self.binds(record)
        return self._tell(ref, record.path)(EventKind.DELETED, moves=(move,), is_silent=is_silent)

    def _definition(self, before: Definition | None, now: Definition | None) -> Iterator[Event]:
        if now is None:
            if before is not None:
                yield self._deletion_event(ref_of(before), before, before.title)
            return
        tell = self._tell(ref_of(now), now.path)
        if before is None:
            yield from _creation_events(tell, now)
        is_bound = before is not None and self.binds(before)
        if before is not None and ref_of(before) != ref_of(now):
            yield _renaming_event(
                tell, EventKind.RENAMED, ref_of(before), names_of(now), is_bound=is_bound
            )
        yield from _name_events(tell, before, now, is_bound=is_bound)
        yield from _status_events(tell, before, now, is_bound=is_bound)
        yield from _approval_events(tell, before, now, is_bound=is_bound)
        yield from _goalpost_events(tell, before, now, is_bound=is_bound)

    def _key_result(
        self, old: OwnedKeyResult | None, new: OwnedKeyResult, *, is_moved: bool
    ) -> Iterator[Event]:
        if old is not None and not is_moved and old.key_result == new.key_result:
            return  # as nearly all are: a commit changes one, or none
        tell = self._tell(new.ref, new.objective.path)
        if old is None:
            yield from _creation_events(tell, new.key_result)
        before = old.key_result if old else None
        is_bound = old is not None and self.binds(old.objective)
        if old is not None and (is_moved or old.key_result.id != new.key_result.id):
            kind = EventKind.MOVED if is_moved else EventKind.RENAMED
            yield _renaming_event(tell, kind, old.ref, names_of(*new), is_bound=is_bound)
        yield from _name_events(tell, before, new.key_result, is_bound=is_bound)
        yield from _drop_events(tell, before, new.key_result, is_bound=is_bound)
        yield from _goalpost_events(tell, before, new.key_result, is_bound=is_bound)


def _renaming_event(
    tell: _Tell, kind: EventKind, former: str, stated: Container[str], *, is_bound: bool
) -> Event:
    """Return that something has another name; in silence where it does not state the former."""
    return tell(kind, other=former, is_silent=is_bound and former not in stated)


def _name_events(tell: _Tell, before: Any, now: Any, *, is_bound: bool) -> Iterator[Event]:
    """Yield former names, and what it was carried from, that are not stated any more."""
    old, new = getattr(before, "formerly", ()), getattr(now, "formerly", ())
    gone = [FieldMove("formerly", former.ref, None) for former in _without(old, new)]
    source = getattr(before, "carried_from", None)
    if source is not None and source != now.carried_from:
        gone.append(FieldMove("carried_from", source, now.carried_from))
    yield from _rewriting_events(tell, gone, is_bound=is_bound)


def _creation_events(tell: _Tell, now: Any) -> Iterator[Event]:
    source = getattr(now, "carried_from", None)
    fields = type(now).model_fields
    stated = dict.fromkeys(("title", "status", *goalposts_of(now)))
    said = tuple(
        FieldMove(name, None, value)
        for name in stated
        if name in fields and (value := getattr(now, name)) not in (None, fields[name].default)
    )
    kind = EventKind.CARRIED if source else EventKind.CREATED
    yield tell(kind, moves=said, other=source, dated=getattr(now, "added", None))


def _status_events(tell: _Tell, before: Any, now: Any, *, is_bound: bool) -> Iterator[Event]:
    was, is_now = before and before.status, now.status
    closing, cancelled = getattr(now, "closing", None), getattr(now, "cancelled", None)
    if is_now == "closed" and (was != "closed" or _is_again(before.closing, closing)):
        yield _closing_event(tell, closing)
    elif is_now == "cancelled" and was != "cancelled":
        yield _withdrawal_events(tell, EventKind.CANCELLED, cancelled)
    elif was in {"closed", "cancelled"} and is_now != was:
        yield tell(EventKind.REOPENED, is_silent=True)
    elif was == "draft" and is_now == "active":
        if len(_approvals(now)) == len(_approvals(before)):  # an approval says it
            yield tell(EventKind.ACTIVATED)
    elif is_now == "draft" and is_bound:
        move = FieldMove("status", was, is_now)
        yield tell(EventKind.GOALPOST_MOVED, moves=(move,), is_silent=True)
    elif before is not None:
        ends = ("closing", "cancelled")
        yield from _rewriting_events(tell, _differing(before, now, ends), is_bound=is_bound)


def _is_again(before: Any, now: Any) -> bool:
    """Return whether an objective that was closed was closed another time."""
    return bool(now) and now != before and len(now.was) > len(before.was if before else ())


def _closing_event(tell: _Tell, closing: Any) -> Event:
    if closing is None:
        return tell(EventKind.CLOSED)
    moves = tuple(
        FieldMove(name, None, value)
        for name in ("computed", "score", "because", "worked", "did_not", "next")
        if (value := getattr(closing, name)) is not None
    )
    return tell(EventKind.CLOSED, moves=moves, dated=closing.date, why=closing.why)


def _withdrawal_events(
    tell: _Tell, kind: EventKind, withdrawal: Any, other: str | None = None
) -> Event:
    if withdrawal is None:
        return tell(kind, other=other)
    by, why = withdrawal.approved_by, withdrawal.why
    return tell(kind, by=by, dated=withdrawal.date, why=why, other=other)


def _approval_events(tell: _Tell, before: Any, now: Any, *, is_bound: bool) -> Iterator[Event]:
    old, new = _approvals(before), _approvals(now)
    for approval in _without(new, old):
        yield tell(EventKind.APPROVED, by=approval.who, dated=approval.date)
    gone = [
        FieldMove(_LISTED_APPROVALS, f"{approval.who} {approval.date}", None)
        for approval in _without(old, new)
    ]
    yield from _rewriting_events(tell, gone, is_bound=is_bound)


def _approvals(record: Any) -> Sequence[Any]:
    approvals: Sequence[Any] = getattr(record, _LISTED_APPROVALS, ())
    return approvals


def _drop_events(tell: _Tell, before: Any, now: Any, *, is_bound: bool) -> Iterator[Event]:
    steps = {step.id: step for step in (before.listed_steps if before else ())}
    both = [(None, before, now), *((s.id, steps.get(s.id), s) for s in now.listed_steps)]
    for name, was, is_now in both:
        old, new = getattr(was, "dropped", None), getattr(is_now, "dropped", None)
        if new is not None and old is None:
            yield _withdrawal_events(tell, EventKind.DROPPED, new, name)
        elif old != new:
            field = f"steps.{name}.dropped" if name else "dropped"
            yield from _rewriting_events(tell, [FieldMove(field, old, new)], is_bound=is_bound)
    if before is not None:
        added = [step for step in now.listed_steps if step.id not in steps]
        yield from _step_additions(tell, added, is_bound=is_bound)


def _step_additions(tell: _Tell, added: Sequence[Any], *, is_bound: bool) -> Iterator[Event]:
    """Yield the new steps; one that does not say since when it counts moves the goal."""
    unsaid = [step for step in added if is_bound and step.added is None]
    said = [step for step in added if step not in unsaid]
    for kind, steps in ((EventKind.GOALPOST_MOVED, unsaid), (EventKind.EDITED, said)):
        if moves := tuple(FieldMove(f"steps.{step.id}", None, step.title) for step in steps):
            yield tell(kind, moves=moves, is_silent=steps is unsaid)


def _goalpost_events(
    tell: _Tell, before: OkrModel | None, now: OkrModel, *, is_bound: bool
) -> Iterator[Event]:
    old, new = (getattr(one, "amendments", ()) for one in (before, now))
    fresh = _without(new, old)
    for amendment in fresh:
        yield tell(
            EventKind.AMENDED,
            moves=(FieldMove(amendment.field, amendment.was, amendment.now),),
            by=amendment.approved_by,
            dated=amendment.date,
            why=amendment.why,
        )
    gone = [
        FieldMove("amendments", f"{amendment.field} {amendment.date}", None)
        for amendment in _without(old, new)
    ]
    yield from _rewriting_events(tell, gone, is_bound=is_bound)
    if before is not None:
        moves = moves_between(before, now, fresh)
        kind = EventKind.GOALPOST_MOVED if is_bound else EventKind.EDITED
        if moves.goalposts:
            yield tell(kind, moves=moves.goalposts, is_silent=is_bound)
        if moves.others:
            yield tell(EventKind.EDITED, moves=moves.others)


def _rewriting_events(
    tell: _Tell, moves: Sequence[FieldMove], *, is_bound: bool
) -> Iterator[Event]:
    """Yield that what is written once was changed or taken away."""
    if moves:
        yield tell(EventKind.AGREEMENT_CHANGED, moves=tuple(moves), is_silent=is_bound)


def _differing(before: Any, now: Any, names: Sequence[str]) -> list[FieldMove]:
    pairs = ((name, getattr(before, name, None), getattr(now, name, None)) for name in names)
    return [FieldMove(name, was, is_now) for name, was, is_now in pairs if was != is_now]


def _without(values: Sequence[Any], others: Sequence[Any]) -> list[Any]:
    return [value for value in values if value not in others]
