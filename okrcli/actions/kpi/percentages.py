"""The expected percentages of each KPI, by its own fields and its key results."""

from collections import defaultdict
from collections.abc import Mapping, Sequence
from decimal import Decimal

from okrcli.compute.kpis.scale import levels_of
from okrcli.model.key_results import KeyResult
from okrcli.model.plan import Plan


def percentages_of(plan: Plan) -> Mapping[str, Sequence[Decimal]]:
    """Return the stated percentages of each KPI in percent, by its id."""
    of_kpi: dict[str, list[KeyResult]] = defaultdict(list)
    for _, key_result in plan.key_results_by_ref.values():
        if key_result.kpi:
            of_kpi[key_result.kpi].append(key_result)
    return {kpi.id: levels_of(kpi, of_kpi[kpi.id]) for kpi in plan.kpis_by_id.values()}
