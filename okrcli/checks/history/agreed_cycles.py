"""When a cycle began: its days as they were agreed, whatever okr.yaml says of them now."""

from collections.abc import Iterable, Mapping
from datetime import date
from typing import NamedTuple

from okrcli.checks.past import SettingsHistory, SettingsVersion
from okrcli.model.cycle import Cycle, CycleAmendment
from okrcli.model.plan import Plan
from okrcli.model.settings import Settings


class AgreedCycle(NamedTuple):
    """A cycle as it was agreed.

    Attributes:
        cycle: Its days.
        version: What people call the state that has them.
        day: Of that state.
        amendments: Those that it had then.
        otherwise: As another line of commits had it, which was merged later; `None` without one.
    """

    cycle: Cycle
    version: str
    day: date
    amendments: tuple[CycleAmendment, ...]
    otherwise: "AgreedCycle | None" = None


def agreed_cycle(settings: SettingsHistory, cycle_id: str) -> AgreedCycle | None:
    """Return the cycle as its days were when it began; `None` when the past does not know it.

    Before a cycle begins its days may move, and on the day on which they are first known.

    Args:
        settings: All that is known of them.
        cycle_id: Its name.
    """
    anywhere = _agreed_in(settings.versions, cycle_id)
    own = _agreed_in(settings.mainline, cycle_id)
    if own is None or own.day >= own.cycle.start:
        return anywhere
    return own._replace(otherwise=anywhere)


def _agreed_in(settings: Iterable[SettingsVersion], cycle_id: str) -> AgreedCycle | None:
    agreed: AgreedCycle | None = None
    first = None
    for version in settings:
        cycle = version.settings.cycle(cycle_id)
        if cycle is None:
            continue
        first = first or version.day
        has_begun = agreed is not None and (
            version.is_doubtful or version.day >= agreed.cycle.start
        )
        if not has_begun or version.day == first:
            amendments = amendments_of(version.settings, cycle_id)
            agreed = AgreedCycle(cycle, version.name, version.day, amendments)
    return agreed


def agreed_cycles(settings: SettingsHistory, names: Iterable[str]) -> Mapping[str, AgreedCycle]:
    """Return those of the cycles called *names* that the past knows."""
    found = ((name, agreed_cycle(settings, name)) for name in dict.fromkeys(names))
    return {name: agreed for name, agreed in found if agreed is not None}


def running_cycles(
    plan: Plan, settings: SettingsHistory, names: Iterable[str], day: date
) -> Mapping[str, Cycle]:
    """Return those of the cycles called *names* that hold *day*, by name.

    As they were agreed; one that was moved counts also while it holds the day where it is now.
    """
    wanted = tuple(dict.fromkeys(names))
    agreed = agreed_cycles(settings, wanted)
    found: dict[str, Cycle] = {}
    for name in sorted(wanted):
        now = plan.cycle(name)
        before = agreed[name].cycle if name in agreed else now
        if before is not None and (day in before or (now is not None and day in now)):
            found[name] = before
    return found


def binding_cycles(
    plan: Plan,
    settings: SettingsHistory,
    names: Iterable[str],
    day: date,
    unsettled: Iterable[str] = (),
) -> Mapping[str, Cycle]:
    """Return those of the cycles called *names* whose goalposts bind on *day*, by name.

    The running ones, those that have ended but in which an objective is not closed, as its score
    still follows from its goalposts, and those that are *unsettled*.
    """
    wanted = tuple(dict.fromkeys(names))
    open_ = open_cycles(plan).union(unsettled).intersection(wanted)
    agreed = agreed_cycles(settings, open_)
    known = {name: agreed[name].cycle if name in agreed else plan.cycle(name) for name in open_}
    over = {name: cycle for name, cycle in known.items() if cycle and is_over(cycle, day)}
    return {**over, **running_cycles(plan, settings, wanted, day)}


def open_cycles(plan: Plan) -> frozenset[str]:
    """Return the names of the cycles with an active objective."""
    return frozenset(o.cycle for o in plan.objectives if o.status == "active")


def is_over(cycle: Cycle, day: date) -> bool:
    """Return whether the last day of *cycle* is before *day*."""
    return cycle.end is not None and cycle.end < day


def amendments_of(settings: Settings, cycle_id: str) -> tuple[CycleAmendment, ...]:
    """Return the open changes of the days of a cycle; one that the calendar makes has none."""
    own = settings.cycles.get(cycle_id)
    return own.amendments if own else ()
