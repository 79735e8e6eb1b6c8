"""Runs the rules over a plan, and applies what the settings and the comments say of them."""

from collections.abc import Iterable, Iterator, Sequence
from datetime import date

from okrcli.checks.case import Case
from okrcli.checks.consequences import Consequences
from okrcli.checks.ignores import Ignores
from okrcli.checks.rule import Rule
from okrcli.checks.selection import Selection
from okrcli.model.finding import BAD_IGNORE, Finding
from okrcli.model.plan import Plan

_AS_READ = "ES"
"""Letters of rules that judge what is there, and not what is missing."""


def check(
    plan: Plan, day: date, *, select: Sequence[str] = (), ignore: Sequence[str] = ()
) -> tuple[Finding, ...]:
    """Return everything that the rules find as of *day*, by path and line.

    Args:
        plan: What is judged.
        day: No date in the plan may be after it.
        select: Codes, names or letters of rules that apply instead of those that okr.yaml selects.
        ignore: Codes, names or letters of rules that do not apply.

    Raises:
        UsageError: Here or in okr.yaml something names no rule.
    """
    selection = Selection.of(plan, select, ignore)
    return _judged(Case(plan, day), selection, selection.rules())


def structure_findings(plan: Plan) -> tuple[Finding, ...]:
    """Return what the rules of letter E find, by path and line: quick enough for every report."""
    selection = Selection.lenient(plan)
    return _judged(Case(plan, date.max), selection, selection.rules("E"))


def _judged(case: Case, selection: Selection, rules: Sequence[Rule]) -> tuple[Finding, ...]:
    ran = frozenset(rule.code for rule in rules)
    ignores = Ignores(case.plan)
    left = list(ignores.unsilenced(_found(case, rules, ran)))
    if BAD_IGNORE.code in ran:
        left += ignores.bad(ran, with_reasons=selection.profile == "strict")
    judged = map(selection.judged, filter(selection.covers, left))
    return tuple(sorted(judged, key=lambda each: each.sort_key))


def _found(case: Case, rules: Iterable[Rule], ran: frozenset[str]) -> Iterator[Finding]:
    plan = case.plan
    yield from (finding for finding in plan.findings if finding.rule.code in ran)
    consequences = Consequences(plan.findings)
    for rule in rules:
        for finding in rule.find(case) if rule.find else ():
            is_told = rule.letter not in _AS_READ and finding in consequences
            if finding.place.path not in plan.unreadable and not is_told:
                yield finding
