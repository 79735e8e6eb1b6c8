"""What a story is about: everything, or one objective, key result or KPI under all its names."""

from collections.abc import Iterable, Iterator
from dataclasses import field, replace
from datetime import date
from functools import cached_property

from okrcli.actions.references import Subject, subject_named
from okrcli.actions.story.names import Definition, names_of
from okrcli.checks.history.present import present_kpi
from okrcli.errors import UnknownReferenceError
from okrcli.frozen import frozen_dataclass
from okrcli.model.checkin import CheckIn, KeyResultEntry
from okrcli.model.key_results import KeyResult
from okrcli.model.kpi import Kpi
from okrcli.model.plan import Plan
from okrcli.model.readings import Reading
from okrcli.storage.layout import Kind, cycle_of, id_of, kind_of
from okrcli.views.story import NAMES_CHANGE, Event, EventKind

_OF_ITS_OBJECTIVE = frozenset(
    {
        EventKind.APPROVED,
        EventKind.ACTIVATED,
        EventKind.CANCELLED,
        EventKind.CARRIED,
        EventKind.CLOSED,
        EventKind.REOPENED,
        EventKind.RENAMED,
        EventKind.DELETED,
        EventKind.AGREEMENT_CHANGED,
    }
)
"""What becomes of a key result together with its objective."""


@frozen_dataclass
class StorySubject:
    """What a story is about.

    Attributes:
        plan: The definitions as they are.
        ref: Its reference, with the cycle; `None` for everything.
        names: That, and what it was called before.
        kpis: The KPIs whose readings are its values.
        title: Its title; `None` for everything, and for what is gone.
    """

    plan: Plan
    ref: str | None = None
    names: tuple[str, ...] = ()
    kpis: frozenset[str] = frozenset()
    title: str | None = None
    _cycles: dict[date, str] = field(default_factory=dict)

    @property
    def is_everything(self) -> bool:
        """Whether it is all that there is."""
        return self.ref is None

    @property
    def is_key_result(self) -> bool:
        """Whether it is a key result."""
        return self.ref is not None and self.ref.count("/") > 1

    @property
    def is_computed(self) -> bool:
        """Whether it is a KPI that has no readings of its own."""
        kpi = self.plan.kpis_by_id.get(self.ref or "")
        return kpi is not None and kpi.formula is not None

    @cached_property
    def files(self) -> frozenset[str]:
        """The files that define it, or did, without their suffix."""
        return frozenset(_file_of(name) for name in self.names)

    @property
    def words(self) -> frozenset[bytes]:
        """Something of this is in each check-in about it, unless that takes another one back."""
        words = {name.partition("/")[2] if "/" in name else name for name in self.names}
        return frozenset(word.encode() for word in (*words, *self.kpis, "retracted", "\\"))

    def defines(self, path: str) -> bool:
        """Return whether the file at *path* defines it, or did."""
        return self.is_everything or path.rpartition(".")[0] in self.files

    def has_event(self, event: Event) -> bool:
        """Return whether what became of a definition is part of the story."""
        if self.is_everything:
            return True
        refs = {event.ref, event.other} if event.kind in NAMES_CHANGE else {event.ref}
        return any(
            ref is not None and (ref in self.names or ref.startswith(f"{name}/"))
            for ref in refs
            for name in self.names
        ) or self._has_event_of_its_objective(event)

    def _has_event_of_its_objective(self, event: Event) -> bool:
        parents = {name.rpartition("/")[0] for name in self.names}
        return self.is_key_result and event.kind in _OF_ITS_OBJECTIVE and event.ref in parents

    def has_entry(self, entry: KeyResultEntry | Reading, checkin: CheckIn) -> bool:
        """Return whether *entry* of *checkin* is about it."""
        if self.is_everything:
            return True
        if isinstance(entry, Reading):
            return entry.kpi in self.names or entry.kpi in self.kpis
        ref = entry.key_result
        if ref.count("/") < 2:
            ref = f"{self._cycle_on(entry.date or checkin.date)}/{ref}"
        return ref in self.names or ref.rpartition("/")[0] in self.names

    def _cycle_on(self, day: date) -> str:
        if day not in self._cycles:
            cycle = self.plan.report_cycle(day)
            self._cycles[day] = cycle.id if cycle else ""
        return self._cycles[day]

    def as_called_now(self) -> "StorySubject":
        """Return the subject under the name that it has now, where one of its names is known."""
        found = next(filter(None, (_known_as(self.plan, name) for name in self.names)), None)
        if found is None:
            return self
        return replace(found, names=tuple(dict.fromkeys((*found.names, *self.names))))

    def with_names_in(self, events: Iterable[Event]) -> "StorySubject":
        """Return the subject with the names that *events* say it had, or has got."""
        names = dict.fromkeys(self.names)
        for event in events:
            if event.kind in NAMES_CHANGE and event.other is not None:
                for former, later in ((event.other, event.ref), (event.ref, event.other)):
                    names |= dict.fromkeys(_names_after(names, former, later))
        return self if len(names) == len(self.names) else replace(self, names=tuple(names))


def _known_as(plan: Plan, name: str) -> "StorySubject | None":
    """Return what is called *name* now."""
    if name in plan.kpis_by_id:
        return _subject_of(plan, plan.kpis_by_id[name])
    if name in plan.objectives_by_ref:
        return _subject_of(plan, plan.objectives_by_ref[name])
    found = plan.key_results_by_ref.get(name)
    return _subject_of(plan, found) if found else None


def _names_after(names: Iterable[str], former: str, later: str) -> list[str]:
    """Return what *names* become where *former* becomes *later*, with what stands below it."""
    return [
        later + name.removeprefix(former)
        for name in names
        if name == former or name.startswith(f"{former}/")
    ]


def _file_of(name: str) -> str:
    cycle, _, rest = name.partition("/")
    return f"objectives/{cycle}/{rest.partition('/')[0]}" if rest else f"kpis/{name}"


def subject_called(plan: Plan, ref: str, day: date, paths: Iterable[str]) -> StorySubject:
    """Return what *ref* names, or named once.

    Args:
        plan: The definitions as they are.
        ref: With its cycle, or without.
        day: References without a cycle mean the one that holds it.
        paths: Every file that there ever was, looked at only where nothing has the name now.

    Raises:
        UnknownReferenceError: It names nothing, or several things, and never did.
    """
    cycle = plan.report_cycle(day)
    try:
        found = subject_named(plan, ref, cycle.id if cycle else None)
    except UnknownReferenceError:
        past = _lost_subject(plan, ref, paths)
        if past is None:
            raise
        return past
    return _subject_of(plan, found)


def _subject_of(plan: Plan, subject: Subject) -> StorySubject:
    record, key_result = subject if isinstance(subject, tuple) else (subject, None)
    names = names_of(record, key_result)
    return StorySubject(
        plan, names[0], tuple(names), _kpis(plan, record, key_result), _title(record, key_result)
    )


def _kpis(plan: Plan, record: Definition, key_result: KeyResult | None) -> frozenset[str]:
    """Return the KPIs that key results take their values from, by all names that they had."""
    if isinstance(record, Kpi):
        return frozenset()
    own = record.key_results if key_result is None else (key_result,)
    mentioned = frozenset(one.kpi for one in own if one.kpi)
    known = (plan.kpis_by_id.get(present_kpi(plan, name)) for name in mentioned)
    return mentioned.union(*(names_of(kpi) for kpi in known if kpi))


def _title(record: Definition, key_result: KeyResult | None) -> str:
    return record.title if key_result is None else key_result.title


def _lost_subject(plan: Plan, ref: str, paths: Iterable[str]) -> StorySubject | None:
    """Return what had a file once; of several cycles the latest."""
    parts, known = ref.split("/"), set(paths)
    if len(parts) == 1 and f"kpis/{ref}" in {path.rpartition(".")[0] for path in known}:
        return StorySubject(plan, ref, (ref,))
    found = [
        name
        for path in sorted(known)
        if kind_of(path) is Kind.OBJECTIVE
        for name in _names_below(f"{cycle_of(path)}/{id_of(path)}", parts)
    ]
    return StorySubject(plan, found[-1], (found[-1],)) if found else None


def _names_below(objective: str, parts: list[str]) -> Iterator[str]:
    """Yield what *parts* of a reference mean where they name *objective*, or something below it."""
    own = objective.split("/")
    for given in (parts, [own[0], *parts]):
        if given[:2] == own and len(given) in {2, 3}:
            yield "/".join(given)


def everything(plan: Plan) -> StorySubject:
    """Return all that *plan* has, and ever had."""
    return StorySubject(plan)
