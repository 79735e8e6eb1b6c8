"""Formulas of KPIs that are invalid, name unknown KPIs, form a loop, or are misplaced."""

from collections.abc import Iterator, Mapping

from okrcli.checks.names import Names, Spot
from okrcli.compute.kpis.computed import NAMES_NOTHING, formula_loops, formulas_of
from okrcli.compute.kpis.formula import Formula, FormulaError
from okrcli.compute.loops import loop_text
from okrcli.model.finding import BAD_REFERENCE, Finding
from okrcli.model.kpi import Kpi
from okrcli.model.plan import Plan

_OF_READINGS = ("segments", "survey", "source")
"""Keys that say how a KPI is read, which do not apply to a computed one."""


def find_bad_formulas(names: Names) -> Iterator[Finding]:
    """Find formulas that compute nothing, and keys that make no sense with a formula."""
    plan = names.plan
    formulas = formulas_of(plan.kpis_by_id)
    for name, formula in formulas.items():
        kpi = plan.kpis_by_id[name]
        yield from _in_formula(names, kpi, formula)
        yield from _beside(plan, kpi)
    yield from _loops(
        plan, {k: formula for k, formula in formulas.items() if isinstance(formula, Formula)}
    )


def _in_formula(names: Names, kpi: Kpi, formula: Formula | FormulaError) -> Iterator[Finding]:
    if isinstance(formula, FormulaError):
        hint = "Write arithmetic over the ids of KPIs, as in `clv / cac`."
        yield _finding(names.plan, kpi, "formula", str(formula), hint)
        return
    if not formula.names:
        hint = "Name what it is computed from, as in `clv / cac`, or record readings instead."
        yield _finding(names.plan, kpi, "formula", NAMES_NOTHING, hint)
    for name in formula.names:
        yield from names.kpi(Spot(kpi, (), kpi.id), name, "formula")


def _beside(plan: Plan, kpi: Kpi) -> Iterator[Finding]:
    for key in _OF_READINGS:
        if getattr(kpi, key):
            message = f"{kpi.id} is computed by its `formula`, so its `{key}` is never used."
            yield _finding(plan, kpi, key, message, f"Remove `{key}`, or the `formula`.")


def _loops(plan: Plan, formulas: Mapping[str, Formula]) -> Iterator[Finding]:
    for loop in formula_loops(formulas):
        message = f"The formulas form a loop: {loop_text(loop)}."
        hint = "Compute one of them from readings alone, or record it."
        yield _finding(plan, plan.kpis_by_id[loop[0]], "formula", message, hint)


def _finding(plan: Plan, kpi: Kpi, key: str, message: str, hint: str) -> Finding:
    place = plan.place(kpi, key)
    return Finding.of(BAD_REFERENCE, place, message, hint, kpi.id, location=(key,))
