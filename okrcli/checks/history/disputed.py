"""H803 where two lines of commits from before a cycle were merged after it began.

A merge has everything that both lines had, and does not say on which one the team agreed: the
branch's, or the one that claims to be as old. A goalpost that differs between them may have moved
silently, or may not.
"""

from collections.abc import Iterator
from dataclasses import replace
from datetime import date

from okrcli.checks.history.agreed import agreed_key_results, agreed_objectives
from okrcli.checks.history.agreed_kpis import agreed_kpis
from okrcli.checks.history.ids import BACK_DATED
from okrcli.checks.history.moved.key_results import of_key_results
from okrcli.checks.history.moved.kpis import of_kpis
from okrcli.checks.history.moved.lines import Disputed, moved_from_one
from okrcli.checks.history.moved.objectives import of_objectives
from okrcli.checks.history.moved_cycles import disputed_cycles
from okrcli.checks.past import Past
from okrcli.model.finding import Finding
from okrcli.model.plan import Plan

_HINT = (
    "If it was agreed as it is now, an amendment says so, with who approved it; else put it back."
)

_SINCE = "the cycle began"


def merged_late(plan: Plan, past: Past, day: date) -> Iterator[Finding]:
    """Find what was agreed in two ways, as far as git tells: each objective, KPI and cycle once."""
    found: dict[str, Finding] = {}
    for objective in agreed_objectives(plan, past, day):
        if disputed := moved_from_one(objective, of_objectives(plan)):
            found.setdefault(objective.ref, _of(disputed, f"The objective {objective.ref}"))
    for agreed in agreed_key_results(plan, past, day):
        if disputed := moved_from_one(agreed, of_key_results(plan)):
            finding = _of(disputed, f"The key result {agreed.ref}")
            found.setdefault(agreed.promise.objective.ref, finding)
    for kpi in agreed_kpis(plan, past, day):
        if disputed := moved_from_one(kpi, of_kpis(plan)):
            found.setdefault(kpi.ref, _of(disputed, f"The KPI {kpi.ref}", "its first reading"))
    yield from found.values()
    for cycle, finding in disputed_cycles(plan, past, day):
        if (other := cycle.otherwise) is not None:
            states = _text(other.version, other.day), _text(cycle.version, cycle.day)
            yield _finding(finding, f"The cycle {cycle.cycle.id}", *states)


def _of(disputed: Disputed, what: str, since: str = _SINCE) -> Finding:
    kept, left = disputed.kept, disputed.left
    states = _text(kept.name, kept.day), _text(left.name, left.day)
    return _finding(disputed.finding, what, *states, since)


def _text(name: str, day: date) -> str:
    return f"{name} ({day})"


def _finding(moved: Finding, what: str, kept: str, left: str, since: str = _SINCE) -> Finding:
    message = (
        f"{what} is as {kept} has it, and not as {left} does. They were merged after {since}, "
        "so git does not tell which of both was agreed."
    )
    severity = BACK_DATED.severity
    return replace(moved, rule=BACK_DATED, severity=severity, message=message, hint=_HINT)
