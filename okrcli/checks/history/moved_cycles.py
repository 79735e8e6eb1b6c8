"""H801 of cycles: the days of one that has begun move by an amendment only."""

from collections.abc import Iterable, Iterator
from datetime import date

from okrcli.checks.history.agreed_cycles import (
    AgreedCycle,
    agreed_cycles,
    amendments_of,
    is_over,
    open_cycles,
)
from okrcli.checks.history.amended import apply_amendments
from okrcli.checks.history.ids import SILENT_GOALPOST
from okrcli.checks.history.shown import goalpost_text
from okrcli.checks.past import Past, Version
from okrcli.model.finding import Finding, Location
from okrcli.model.objective import Objective
from okrcli.model.plan import Plan


def moved_cycles(plan: Plan, past: Past, day: date) -> Iterator[Finding]:
    """Find cycles whose days are not as agreed, without an amendment.

    They are running on *day*, or have ended and an objective in them is not closed yet. Only those
    in which somebody has agreed to something: drafts bind nobody.
    """
    open_ = open_cycles(plan) | past.unsettled
    for agreed in _agreed_cycles_of(past):
        binds = is_over(agreed.cycle, day) and agreed.cycle.id in open_
        if (binds or day in agreed.cycle) and _is_moved_everywhere(plan, agreed):
            yield from _find_moves(plan, agreed)
    if past.against is not None:
        for agreed in _asked_for(past.against):
            if agreed.cycle.start <= min(past.against.day, day) and day in agreed.cycle:
                yield from _find_moves(plan, agreed)


def disputed_cycles(plan: Plan, past: Past, day: date) -> Iterator[tuple[AgreedCycle, Finding]]:
    """Find cycles that moved from where the main line had them, and are as a merged line had them.

    Each with what was agreed.
    """
    for agreed in _agreed_cycles_of(past):
        if day in agreed.cycle and not _is_moved_everywhere(plan, agreed):
            yield from ((agreed, finding) for finding in [*_find_moves(plan, agreed)][:1])


def _agreed_cycles_of(past: Past) -> Iterable[AgreedCycle]:
    names = (
        objective.cycle for version in past.versions for objective in _bound_objectives(version)
    )
    return agreed_cycles(past.settings, names).values()


def _is_moved_everywhere(plan: Plan, agreed: AgreedCycle) -> bool:
    return agreed.otherwise is None or any(_find_moves(plan, agreed.otherwise))


def _bound_objectives(version: Version) -> Iterator[Objective]:
    return (
        objective for objective in version.objectives if objective.status in {"active", "closed"}
    )


def _asked_for(version: Version) -> Iterator[AgreedCycle]:
    settings = version.settings
    for name in dict.fromkeys(objective.cycle for objective in _bound_objectives(version)):
        if settings is not None and (cycle := settings.cycle(name)):
            yield AgreedCycle(cycle, version.name, version.day, amendments_of(settings, name))


def _find_moves(plan: Plan, agreed: AgreedCycle) -> Iterator[Finding]:
    name, now = agreed.cycle.id, plan.cycle(agreed.cycle.id)
    if now is None:
        message = f"The cycle {name} of {agreed.version} is gone, after it began."
        hint = "Put it back under `cycles` in okr.yaml."
        yield _finding(plan, message, hint, ("cycles", name))
        return
    known = amendments_of(plan.settings, name)
    new = [amendment for amendment in known if amendment not in agreed.amendments]
    for field in ("start", "end"):
        was, is_now = getattr(agreed.cycle, field), getattr(now, field)
        if is_now != apply_amendments(was, field, new):
            before, after = goalpost_text(was), goalpost_text(is_now)
            message = (
                f"The {field} of the cycle {name} was {before} in {agreed.version} and is {after}, "
                "without an amendment."
            )
            hint = (
                f"Put it back, or add to `cycles.{name}.amendments` in okr.yaml an entry with "
                f"`field: {field}`, `was: {before}`, `now: {after}`, `date`, `why` and "
                "`approved_by`."
            )
            yield _finding(plan, message, hint, ("cycles", name, field))


def _finding(plan: Plan, message: str, hint: str, location: Location) -> Finding:
    is_own = location[1] in plan.settings.cycles
    place = plan.place(plan.settings, *(location if is_own else ("calendar",)))
    return Finding.of(SILENT_GOALPOST, place, message, hint, location=location)
