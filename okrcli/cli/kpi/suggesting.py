"""Which ready definitions fit what somebody wants, in the workspace at hand or without one."""

from collections.abc import Sequence

from okrcli.cli.options import Invocation
from okrcli.compute.kpis.suggestion import Suggestion, suggest, theme_names
from okrcli.errors import UsageError, WorkspaceError
from okrcli.model.plan import Plan
from okrcli.model.settings import Language


def plan_at_hand(invocation: Invocation) -> Plan | None:
    """Return the plan; `None` where there is no workspace, as definitions can be read anywhere."""
    try:
        invocation.root()
    except WorkspaceError:
        return None
    return invocation.plan()


def suggested(
    wish: str, plan: Plan | None, invocation: Invocation, language: Language
) -> Sequence[Suggestion]:
    """Return the ready definitions that fit *wish*, the best first.

    Raises:
        UsageError: None does.
    """
    cycle = plan.report_cycle(invocation.today) if plan else None
    found = suggest(wish, plan, cycle.id if cycle else None, language)
    if not found:
        raise UsageError(
            f"The catalogue has nothing for '{wish}'.",
            f"It has KPIs for {', '.join(theme_names(language))}; or name a team or an objective.",
        )
    return found
