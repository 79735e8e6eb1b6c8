"""Whether everything in the files means the same after a renaming."""

import re
from collections.abc import Callable, Iterator
from itertools import repeat

from okrcli.actions.additions import plan_with, refuse_new_errors
from okrcli.actions.change import Change
from okrcli.actions.workspace import Workspace
from okrcli.compute.timeline import Timeline
from okrcli.errors import OkrError
from okrcli.model.plan import Plan

Renamed = Callable[[str], str]
"""Gives what is called so after the change what it was called before."""


def texts_as_before(old: str, now: str) -> Renamed:
    """Return what puts the name *old* in place of *now* wherever a text has it.

    So it does with the last parts of both alone, which is how messages call some things.
    """
    names = {now: old, now.rpartition("/")[2]: old.rpartition("/")[2]}
    alternatives = "|".join(re.escape(name) for name in sorted(names, key=len, reverse=True))
    pattern = re.compile(rf"(?<![\w-])(?:{alternatives})(?![\w-])")
    return lambda text: pattern.sub(lambda match: names[match[0]], text)


def require_only_renamed(workspace: Workspace, change: Change, old: str, now: str) -> None:
    """Refuse *change* where it does more than call *old* and its parts *now*.

    Raises:
        OkrError: It brings errors, or something that is written would mean something else.
    """
    plan = workspace.plan
    after = plan_with(workspace, change)
    refuse_new_errors(plan, after, texts_as_before(old, now))
    require_same_meaning(plan, after, _name_as_before(old, now))


def _name_as_before(old: str, now: str) -> Renamed:
    def before(name: str) -> str:
        is_part = name.startswith(f"{now}/")
        return old + name.removeprefix(now) if name == now or is_part else name

    return before


def require_same_meaning(before: Plan, after: Plan, renamed: Renamed) -> None:
    """Refuse a change after which a check-in or a reference names something else.

    Raises:
        OkrError: Something would; the first such thing is named.
    """
    was, now = _meanings(before, str), _meanings(after, renamed)
    if was != now:
        other = min(name for name in was.keys() | now.keys() if was.get(name) != now.get(name))
        raise OkrError(
            f"What is written about '{other}' would mean something else then, so nothing was"
            " changed.",
            "Choose another name, or write the references with their cycle.",
        )


def _meanings(plan: Plan, renamed: Renamed) -> dict[str, list[tuple[object, ...]]]:
    found: dict[str, list[tuple[object, ...]]] = {}
    for name, what in (*_of_checkins(plan), *_of_definitions(plan, renamed)):
        found.setdefault(renamed(name), []).append(what)
    return {name: sorted(whats, key=repr) for name, whats in found.items()}


def _of_checkins(plan: Plan) -> Iterator[tuple[str, tuple[object, ...]]]:
    timeline = Timeline.of(plan)
    for ref, entries in timeline.key_results.items():
        yield from ((ref, ("entry", item.day, item.checkin.path)) for item in entries)
    for kpi, readings in timeline.readings.items():
        for block in readings.blocks:
            what = kpi, ("reading", block.day, block.checkin.path)
            yield from repeat(what, block.end - block.start)


def _of_definitions(plan: Plan, renamed: Renamed) -> Iterator[tuple[str, tuple[object, ...]]]:
    for objective in plan.objectives_by_ref.values():
        if parent := plan.parent_of(objective):
            yield parent.ref, ("parent", renamed(objective.ref))
    for kpi in plan.kpis_by_id.values():
        for ref in kpi.serves:
            for served in plan.match_objectives(ref):
                yield served.ref, ("served", renamed(kpi.id))
