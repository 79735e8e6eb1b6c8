"""KPIs that exist only because a formula needs them."""

from collections.abc import Mapping

from okrcli.checks.context import CheckContext
from okrcli.model.kpi import Kpi
from okrcli.model.plan import Plan


def named_in_formulas(plan: Plan) -> frozenset[str]:
    """Return the ids that formulas name; rule E004 reports invalid ones."""
    computed: Mapping[str, Kpi] = {
        name: kpi for name, kpi in plan.kpis_by_id.items() if kpi.formula
    }
    if not computed:
        return frozenset()
    # Few workspaces have formulas, and the others do without what reads them.
    from okrcli.compute.kpis.computed import formulas_of  # noqa: PLC0415
    from okrcli.compute.kpis.formula import Formula  # noqa: PLC0415

    formulas = formulas_of(computed).values()
    return frozenset(
        name for formula in formulas if isinstance(formula, Formula) for name in formula.names
    )


def needed_by_key_results(context: CheckContext) -> frozenset[str]:
    """Return the ids of KPIs that give key results their values, or guard one."""
    key_results = [key_result.key_result for key_result in context.key_results]
    guards = {guard for key_result in key_results for guard in key_result.guards}
    return frozenset(guards | {key_result.kpi for key_result in key_results if key_result.kpi})


def parts_of(context: CheckContext) -> frozenset[str]:
    """Return the ids of KPIs that are nothing but parts of formulas, such as new customers of CAC.

    They have no target, objective or key result of their own.
    """
    named = named_in_formulas(context.plan) - needed_by_key_results(context)
    kpis = context.plan.kpis_by_id
    return frozenset(
        name for name in named & kpis.keys() if not kpis[name].serves and kpis[name].target is None
    )
