"""What objectives, key results and KPIs are and were called, with their cycles."""

from okrcli.compute.as_of.definitions import with_current_kpis, with_current_names
from okrcli.model.former_names import FormerNames
from okrcli.model.key_results import KeyResult
from okrcli.model.kpi import Kpi
from okrcli.model.objective import Objective
from okrcli.model.plan import Plan

Definition = Objective | Kpi


def ref_of(record: Definition) -> str:
    """Return the reference of *record*, with its cycle."""
    return record.ref if isinstance(record, Objective) else record.id


def names_of(record: Definition, key_result: KeyResult | None = None) -> list[str]:
    """Return every name of *record*, or of a key result of it, as its file has it; now first."""
    if isinstance(record, Kpi):
        return [record.id, *FormerNames.of((), (record,)).kpis]
    former = FormerNames.of((record,), ())
    if key_result is None:
        return [record.ref, *former.objectives]
    own = (ref for ref, (_, found) in former.key_results.items() if found is key_result)
    return list(dict.fromkeys((record.ref_of(key_result), *own)))


def with_present_kpis(record: Definition | None, plan: Plan) -> Definition | None:
    """Return *record* with KPIs named as *plan* calls them: another name moves nothing."""
    if isinstance(record, Kpi):
        return with_current_names([record], plan)[0]
    return with_current_kpis([record], plan)[0] if record else None
