"""KPIs that are gone, or not as they were agreed."""

from collections.abc import Iterator
from functools import partial
from typing import Any

from okrcli.checks.history.agreed_kpis import AgreedKpi
from okrcli.checks.history.ids import SILENT_GOALPOST
from okrcli.checks.history.moved.fields import moved_fields
from okrcli.checks.history.moved.lines import Comparison
from okrcli.checks.history.present import kpi_now
from okrcli.checks.subjects import of_kpi
from okrcli.compute.as_of.definitions import with_current_names
from okrcli.model.finding import Finding, Place
from okrcli.model.kpi import Kpi, KpiTarget
from okrcli.model.plan import Plan


def of_kpis(plan: Plan) -> Comparison:
    """Return how agreed KPIs are compared with *plan*."""
    return Comparison(partial(_find_moves, plan), partial(_is_open, plan))


def _is_open(plan: Plan, agreed: AgreedKpi) -> bool:
    kpi = kpi_now(plan, agreed.ref)
    return kpi is None or kpi.status == "draft"


def _find_moves(plan: Plan, agreed: AgreedKpi) -> Iterator[Finding]:
    kpi = kpi_now(plan, agreed.ref)
    if kpi is None:
        yield _find_missing(agreed)
    elif kpi.status != "draft":
        yield from _moved_fields(plan, kpi, agreed)


def _find_missing(agreed: AgreedKpi) -> Finding:
    kpi = agreed.promise.kpi
    message = f"The KPI {kpi.id} of {agreed.version.name} is gone, although it has readings."
    hint = (
        "Put the file back; a KPI that nobody watches any more is a draft (`status: draft`), and "
        f"one with another name says so: `formerly: [{kpi.id}]`."
    )
    return Finding.of(SILENT_GOALPOST, Place(kpi.path), message, hint, kpi.id)


def _moved_fields(plan: Plan, now: Kpi, agreed: AgreedKpi) -> Iterator[Finding]:
    # What a formula names may have got another name, also since it was amended.
    before, present = with_current_names([agreed.promise.kpi, now], plan)
    new = [amendment for amendment in present.amendments if amendment not in before.amendments]
    for moved in moved_fields(before, present, now.goalposts(), new, is_same=_is_same):
        message = moved.said_of(f"{moved.name} of {agreed.ref}", agreed.version)
        yield of_kpi(plan, now, SILENT_GOALPOST, message, moved.hint(), moved.name)


def _is_same(field: str, agreed: Any, now: Any) -> bool:
    """Return whether a *field* may be as it is *now*: new segments are free."""
    if field == "segments":
        return set(agreed or ()) <= set(now)
    if isinstance(now, KpiTarget) and not isinstance(agreed, KpiTarget):
        aim = now.value if now.range is None else now.range
        return now.by is None and now.since is None and bool(agreed == aim)
    return bool(agreed == now)
