"""Shell completion of ids; wherever something is wrong it offers nothing and says nothing."""

from collections.abc import Callable, Iterable
from pathlib import Path
from typing import TYPE_CHECKING, Any

import typer

if TYPE_CHECKING:
    from okrcli.model.plan import Plan

Completer = Callable[[typer.Context, str], list[str]]


def complete_example(incomplete: str) -> list[str]:
    """Offer the names of the examples."""
    from okrcli.actions.init.examples import example_names  # noqa: PLC0415  only when asked

    return [name for name in example_names() if name.startswith(incomplete)]


def complete_rule(incomplete: str) -> list[str]:
    """Offer the codes and names of the rules."""
    from okrcli.checks import RULE_NAMES  # noqa: PLC0415  only when asked

    offered = (each for pair in RULE_NAMES.items() for each in pair)
    return sorted(each for each in offered if each.startswith(incomplete))


def complete_entry(incomplete: str) -> list[str]:
    """Offer the ids of the catalogue, and after its prefix those with the prefix."""
    from okrcli.model.catalog import CATALOG, PREFIX  # noqa: PLC0415  only when asked

    prefix = PREFIX if incomplete.startswith(PREFIX) else ""
    return sorted(each for id_ in CATALOG if (each := prefix + id_).startswith(incomplete))


def _of_plan(ids: "Callable[[Plan], Iterable[str]]") -> Completer:
    """Return a completer that offers *ids* of the workspace at hand."""

    def complete(ctx: typer.Context, incomplete: str) -> list[str]:
        try:
            offered = set(ids(_plan(ctx.params)))
        except Exception:  # noqa: BLE001  a traceback would land in the line being typed
            return []
        return sorted(each for each in offered if each.startswith(incomplete))

    return complete


def _plan(params: dict[str, Any]) -> "Plan":
    from okrcli.storage.workspace import find_root, load_plan  # noqa: PLC0415  only when asked

    return load_plan(find_root(Path(params.get("root") or ".")))


def _key_results(plan: "Plan") -> Iterable[str]:
    """The key results with and without their cycle, active objectives only."""
    for objective in plan.objectives:
        for key_result in objective.key_results if objective.status == "active" else ():
            yield f"{objective.id}/{key_result.id}"
            yield objective.ref_of(key_result)


def _objectives(plan: "Plan") -> Iterable[str]:
    for objective in plan.objectives:
        yield objective.id
        yield objective.ref


def _kpis(plan: "Plan") -> Iterable[str]:
    return (kpi.id for kpi in plan.kpis)


def _segments(plan: "Plan") -> Iterable[str]:
    return (segment for kpi in plan.kpis for segment in kpi.segments)


def _owners(plan: "Plan") -> Iterable[str]:
    from okrcli.actions.selection import owners_of  # noqa: PLC0415  only when asked

    return owners_of(plan)


def _teams(plan: "Plan") -> Iterable[str]:
    from okrcli.actions.selection import teams_of  # noqa: PLC0415  only when asked

    return teams_of(plan)


def _open_improvements(plan: "Plan") -> Iterable[str]:
    """The open improvement plans, and their KPIs, which stand for them."""
    for improvement in plan.improvements:
        if improvement.closed is None:
            yield improvement.id
            yield improvement.kpi


complete_checkin = _of_plan(lambda plan: (*_key_results(plan), *_kpis(plan)))
complete_ref = _of_plan(lambda plan: (*_objectives(plan), *_key_results(plan), *_kpis(plan)))
complete_objective = _of_plan(_objectives)
complete_improvement = _of_plan(_open_improvements)
complete_kpi = _of_plan(_kpis)
complete_segment = _of_plan(_segments)
complete_owner = _of_plan(_owners)
complete_team = _of_plan(_teams)
complete_cycle = _of_plan(lambda plan: (cycle.id for cycle in plan.cycles))
_complete_source = _of_plan(lambda plan: (kpi.id for kpi in plan.kpis if kpi.source))


def complete_import(ctx: typer.Context, incomplete: str) -> list[str]:
    """Offer the KPIs that are read from a file, with --all; else the shell offers its files."""
    return _complete_source(ctx, incomplete) if ctx.params.get("every") else []
