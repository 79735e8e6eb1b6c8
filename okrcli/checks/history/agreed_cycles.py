"""When a cycle began: its days as they were agreed, whatever okr.yaml says of them now."""

from collections.abc import Iterable, Mapping
from datetime import date
from typing import NamedTuple

from okrcli.checks.past import SettingsVersion
from okrcli.model.cycle import Cycle, CycleAmendment
from okrcli.model.plan import Plan
from okrcli.model.settings import Settings


class AgreedCycle(NamedTuple):
    """A cycle as it was agreed, what people call that state, and the amendments that it had."""

    cycle: Cycle
    version: str
    amendments: tuple[CycleAmendment, ...]


def agreed_cycle(settings: Iterable[SettingsVersion], cycle_id: str) -> AgreedCycle | None:
    """Return the cycle as its days were when it began; `None` when the past does not know it.

    Before a cycle begins its days may move, and on the day on which they are first known.

    Args:
        settings: The earliest first.
        cycle_id: Its name.
    """
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
            agreed = AgreedCycle(cycle, version.name, amendments_of(version.settings, cycle_id))
    return agreed


def agreed_cycles(
    settings: tuple[SettingsVersion, ...], names: Iterable[str]
) -> Mapping[str, AgreedCycle]:
    """Return those of the cycles called *names* that the past knows."""
    found = ((name, agreed_cycle(settings, name)) for name in dict.fromkeys(names))
    return {name: agreed for name, agreed in found if agreed is not None}


def running_cycles(
    plan: Plan, settings: tuple[SettingsVersion, ...], names: Iterable[str], day: date
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


def amendments_of(settings: Settings, cycle_id: str) -> tuple[CycleAmendment, ...]:
    """Return the open changes of the days of a cycle; one that the calendar makes has none."""
    own = settings.cycles.get(cycle_id)
    return own.amendments if own else ()
