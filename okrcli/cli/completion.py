"""Shell completion of ids; on any error it silently offers nothing."""

from collections.abc import Callable, Iterable
from pathlib import Path
from typing import TYPE_CHECKING, Any

import typer

from okrcli.actions import names

if TYPE_CHECKING:
    from okrcli.model.plan import Plan

Completer = Callable[[typer.Context, str], list[str]]
_Load = Callable[[Path, str], "Plan"]


def complete_example(incomplete: str) -> list[str]:
    """Offer the names of the examples."""
    from okrcli.actions.init.examples import example_names  # noqa: PLC0415  only when asked

    return [name for name in example_names() if name.startswith(incomplete)]


def complete_rule(incomplete: str) -> list[str]:
    """Offer the codes and names of the rules."""
    from okrcli.checks import RULE_NAMES  # noqa: PLC0415  only when asked

    offered = (name for pair in RULE_NAMES.items() for name in pair)
    return sorted(name for name in offered if name.startswith(incomplete))


def complete_entry(incomplete: str) -> list[str]:
    """Offer the ids of the catalogue, and after its prefix those with the prefix."""
    from okrcli.model.catalog import CATALOG, PREFIX  # noqa: PLC0415  only when asked

    prefix = PREFIX if incomplete.startswith(PREFIX) else ""
    return sorted(entry for id_ in CATALOG if (entry := prefix + id_).startswith(incomplete))


def _of_plan(ids: "Callable[[Plan], Iterable[str]]", load: "_Load | None" = None) -> Completer:
    """Return a completer that offers *ids* of the workspace at hand, which *load* loads.

    By default, only the definitions that have a name which begins as what is typed.
    """

    def complete(ctx: typer.Context, incomplete: str) -> list[str]:
        try:
            offered = set(ids((load or _definitions)(_root(ctx.params), incomplete)))
        except Exception:  # noqa: BLE001  a traceback would land in the line being typed
            return []
        return sorted(name for name in offered if name.startswith(incomplete))

    return complete


def _root(params: dict[str, Any]) -> Path:
    from okrcli.storage.workspace import find_root  # noqa: PLC0415  only when asked

    return find_root(Path(params.get("root") or "."))


def _definitions(root: Path, incomplete: str) -> "Plan":
    from okrcli.storage.partial.partial_plan import load_definitions_with  # noqa: PLC0415  as above

    return load_definitions_with(root, incomplete)


def _everything(root: Path, _incomplete: str) -> "Plan":
    from okrcli.storage.workspace import load_plan  # noqa: PLC0415  as above

    return load_plan(root)


def _checked_in(plan: "Plan") -> Iterable[str]:
    return (*names.key_results_of(plan), *names.kpis_of(plan))


complete_checkin = _of_plan(_checked_in)
complete_ref = _of_plan(lambda plan: (*names.objectives_of(plan), *_checked_in(plan)))
complete_own_checkin = _of_plan(names.checkins_of, _everything)
complete_objective = _of_plan(names.objectives_of)
complete_improvement = _of_plan(names.open_improvements_of)
complete_kpi = _of_plan(names.kpis_of)
complete_segment = _of_plan(names.segments_of)
complete_owner = _of_plan(names.owners_of)
complete_team = _of_plan(names.teams_of)
complete_cycle = _of_plan(names.cycles_of)
_complete_source = _of_plan(names.sourced_kpis_of)


def complete_import(ctx: typer.Context, incomplete: str) -> list[str]:
    """Offer the KPIs that are read from a file, with --all; else the shell offers its files."""
    return _complete_source(ctx, incomplete) if ctx.params.get("every") else []
