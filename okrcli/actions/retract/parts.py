"""The parts of a check-in, one for each thing, by the names that people use."""

from collections.abc import Collection, Iterator, Mapping, Sequence
from typing import Any

from okrcli.checks.history.present import present_kpi
from okrcli.compute.as_of.retracted import Retractions
from okrcli.compute.rounding import number_text
from okrcli.compute.timeline import Resolver
from okrcli.errors import UnknownReferenceError
from okrcli.frozen import frozen_dataclass
from okrcli.model.checkin import CheckIn, KeyResultEntry
from okrcli.model.plan import Plan
from okrcli.model.readings import Reading
from okrcli.nearest import did_you_mean


@frozen_dataclass
class Part:
    """Everything that a check-in says about one thing.

    Attributes:
        field: The key that names the thing in a retraction.
        ref: The thing's name, as the check-in has it.
        names: Other names of the thing.
        said: What is recorded about it, in short.
        is_void: Whether it was retracted before.
    """

    field: str
    ref: str
    names: Collection[str]
    said: str
    is_void: bool = False

    @property
    def label(self) -> str:
        """What it is about and what it says, as in `nps 47`."""
        return f"{self.ref} {self.said}".strip()

    @property
    def fields(self) -> Mapping[str, str]:
        """The fields of its retraction."""
        return {self.field: self.ref}


def parts_of(plan: Plan, checkin: CheckIn) -> Sequence[Part]:
    """Return what *checkin* says, each thing once."""
    retractions = Retractions(plan)
    found: dict[tuple[str, str], Part] = {}
    for part in _parts(plan, checkin, retractions):
        before = found.get((part.field, part.ref))
        said = f"{before.said}, {part.said}" if before else part.said
        found[part.field, part.ref] = Part(part.field, part.ref, part.names, said, part.is_void)
    return list(found.values())


def _parts(plan: Plan, checkin: CheckIn, retractions: Retractions) -> Iterator[Part]:
    full_ref = Resolver(plan).full_ref
    for entry in checkin.key_results:
        ref = full_ref(entry.key_result, entry.date or checkin.date) or entry.key_result
        is_void = retractions.of_entry(checkin, entry) is not None
        yield Part(
            "key_result", entry.key_result, {ref, *_shorter(ref)}, _entry_text(entry), is_void
        )
    for reading in checkin.readings:
        kpi = present_kpi(plan, reading.kpi)
        is_void = retractions.of_reading(checkin, kpi) is not None
        yield Part("kpi", reading.kpi, {kpi}, _reading_text(reading), is_void)
    taken = [retraction for _, retraction in retractions.of(checkin)]
    is_whole = any(retraction.is_whole for retraction in taken)
    for thanks in checkin.kudos:
        is_void = is_whole or thanks.to in {retraction.kudos for retraction in taken}
        yield Part("kudos", thanks.to, (), f"thanks: {thanks.reason}", is_void)
    for follow_up in checkin.followups:
        plans = {retraction.improvement for retraction in taken}
        is_void = is_whole or follow_up.improvement in plans
        yield Part("improvement", follow_up.improvement, (), follow_up.note, is_void)


def _shorter(ref: str) -> tuple[str, str]:
    """Return the reference without its cycle, and the id alone."""
    return ref.partition("/")[2], ref.rpartition("/")[2]


def _entry_text(entry: KeyResultEntry) -> str:
    done = [*entry.done, *(f"undo:{step}" for step in entry.undone)]
    belief = f"confidence {entry.confidence}" if entry.confidence else ""
    value = "" if entry.value is None else number_text(entry.value)
    return ", ".join(filter(None, (value, *done, belief))) or "note"


def _reading_text(reading: Reading) -> str:
    return " ".join(filter(None, (reading.segment, number_text(reading.value))))


def parts_named(plan: Plan, checkin: CheckIn, ref: str) -> Sequence[Part]:
    """Return what *checkin* says of *ref*: of a key result also the readings of its KPI.

    Raises:
        UnknownReferenceError: It says nothing of it.
    """
    parts = parts_of(plan, checkin)
    of_kpi = [part for part in parts if _is_of(part, {present_kpi(plan, ref)})]
    found = of_kpi or _of_key_result(plan, checkin, parts, ref)
    if not found:
        known = [name for part in parts for name in (part.ref, *part.names)]
        listed = ", ".join(dict.fromkeys(part.ref for part in parts))
        raise UnknownReferenceError(
            f"{checkin.id} says nothing of '{ref}'.",
            f"{did_you_mean(ref, known, 1)} It is about: {listed}.".lstrip(),
        )
    return found


def _of_key_result(plan: Plan, checkin: CheckIn, parts: Sequence[Part], ref: str) -> Sequence[Part]:
    """Return those of *parts* that are about the key result *ref*, or another thing called so."""
    cycle = plan.report_cycle(checkin.date)
    match = plan.match_key_results if "/" in ref else plan.key_results_with_id
    matches = match(ref, cycle.id if cycle else None)
    names = {ref, *(objective.ref_of(key_result) for objective, key_result in matches)}
    own = [part for part in parts if names & {part.ref, *part.names}]
    fed_by = {key_result.kpi for _, key_result in matches} or _fed_by(plan, own)
    return [*own, *(part for part in parts if part not in own and _is_of(part, fed_by))]


def _fed_by(plan: Plan, parts: Sequence[Part]) -> set[Any]:
    """Return the KPIs of the key results among *parts*."""
    refs = (name for part in parts if part.field == "key_result" for name in part.names)
    return {plan.key_results_by_ref[ref][1].kpi for ref in refs if ref in plan.key_results_by_ref}


def _is_of(part: Part, kpis: set[Any]) -> bool:
    return part.field == "kpi" and bool(kpis & {part.ref, *part.names})
