"""What a retraction changes: which value was in force, and which one is now."""

from collections.abc import Iterator, Mapping, Sequence
from datetime import date

from okrcli.actions.amend.effects import effect_lines
from okrcli.actions.retract.parts import Part
from okrcli.actions.workspace import Workspace
from okrcli.compute.reports.key_result_report import report_key_result
from okrcli.compute.reports.report_builder import snapshot_on
from okrcli.compute.rounding import full_number, with_unit
from okrcli.model.plan import Plan


def outcome_lines(workspace: Workspace, after: Plan, names: Sequence[str]) -> Iterator[str]:
    """Yield how the key results and KPIs called *names* stand today in the plan *after*."""
    before, now = (_values(plan, workspace.today, names) for plan in (workspace.plan, after))
    for name, text in now.items():
        was = before.get(name, _NONE)
        yield f"  {name}: {text}" + (", as before" if was == text else f" (before: {was})")
    yield from effect_lines(workspace, after, (), _paths(workspace.plan, names))


def names_of(plan: Plan, parts: Sequence[Part]) -> Sequence[str]:
    """Return the key results and KPIs of which *parts* may have been the value, each once."""
    names: dict[str, None] = {}
    for part in parts:
        for name in (part.ref, *part.names):
            if part.field == "key_result" and name in plan.key_results_by_ref:
                names[name] = None
            if part.field == "kpi" and name in plan.kpis_by_id:
                fed = plan.key_results_by_ref.items()
                names |= {name: None, **{ref: None for ref, (_, item) in fed if item.kpi == name}}
    return list(names)


_NONE = "no value"


def _paths(plan: Plan, names: Sequence[str]) -> Iterator[str]:
    for name in names:
        known = plan.key_results_by_ref.get(name)
        yield known[0].path if known else plan.kpis_by_id[name].path


def _values(plan: Plan, day: date, names: Sequence[str]) -> Mapping[str, str]:
    """Return the value in force on *day* of each of *names*, with its unit and its own day."""
    snapshot, found = snapshot_on(plan, day), dict[str, str]()
    for name in names:
        known = snapshot.plan.key_results_by_ref.get(name)
        cycle = snapshot.plan.cycle(known[0].cycle) if known else None
        if known and cycle:
            report = report_key_result(*known, cycle, snapshot)
            words = report.measured.words
            number = None if report.value is None else full_number(report.value)
            text = words.value if words else number
            found[name] = _text(text, report.unit, report.value_date)
        elif kpi := snapshot.kpis.get(name):
            number = None if kpi.value is None else full_number(kpi.value)
            found[name] = _text(number, kpi.unit, kpi.value_date)
    return found


def _text(value: str | None, unit: str | None, day: date | None) -> str:
    if value is None:
        return _NONE
    return f"{with_unit(value, unit)} of {day}" if day else with_unit(value, unit)
