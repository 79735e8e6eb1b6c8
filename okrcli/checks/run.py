"""Runs the rules over a plan, and applies what the settings and the comments say of them."""

from collections.abc import Iterable, Iterator, Sequence
from datetime import date

from okrcli.checks.case import Case
from okrcli.checks.consequences import Consequences
from okrcli.checks.fix import Fix
from okrcli.checks.ignores import Ignores
from okrcli.checks.past import Past
from okrcli.checks.rule import Rule
from okrcli.checks.selection import Selection
from okrcli.model.finding import BAD_IGNORE, Finding
from okrcli.model.plan import Plan

_AS_READ = "ES"
"""Letters of rules that judge what is there, and not what is missing."""

_HISTORY = "H"
"""The letter of the rules that compare the plan with its past."""


def check(
    plan: Plan,
    day: date,
    *,
    select: Sequence[str] = (),
    ignore: Sequence[str] = (),
    past: Past | None = None,
) -> tuple[Finding, ...]:
    """Return everything that the rules find as of *day*, by path and line.

    Args:
        plan: What is judged.
        day: No date in the plan may be after it.
        select: Codes, names or letters of rules that apply instead of those that okr.yaml selects.
        ignore: Codes, names or letters of rules that do not apply.
        past: What the rules of letter H compare with; without it they do not run.

    Raises:
        UsageError: Here or in okr.yaml something names no rule.
    """
    selection = Selection.of(plan, select, ignore)
    return _Run(Case(plan, day, past), selection, selection.rules()).findings


def asks_for_past(plan: Plan, select: Sequence[str] = (), ignore: Sequence[str] = ()) -> bool:
    """Return whether a rule applies that compares the plan with its past.

    Raises:
        UsageError: Here or in okr.yaml something names no rule.
    """
    return any(code[0] == _HISTORY for code in Selection.of(plan, select, ignore).codes)


def structure_findings(plan: Plan) -> tuple[Finding, ...]:
    """Return what the rules of letter E find, by path and line: quick enough for every report."""
    selection = Selection.lenient(plan)
    return _Run(Case(plan, date.max), selection, selection.rules("E")).findings


def safe_fixes(
    plan: Plan, day: date, *, select: Sequence[str] = (), ignore: Sequence[str] = ()
) -> tuple[Fix, ...]:
    """Return what can be mended of that without asking, by path.

    Args:
        plan: What is judged.
        day: As of which day.
        select: As of `check`.
        ignore: As of `check`.

    Raises:
        UsageError: Here or in okr.yaml something names no rule.
    """
    selection = Selection.of(plan, select, ignore)
    return _Run(Case(plan, day), selection, selection.rules()).fixes


class _Run:
    """One run of *rules* over a case."""

    def __init__(self, case: Case, selection: Selection, rules: Sequence[Rule]) -> None:
        self._case = case
        # A rule that cannot be judged does not run: its comments silence nothing in vain.
        self._rules = [each for each in rules if each.letter != _HISTORY or case.past is not None]
        self._ran = frozenset(rule.code for rule in self._rules)
        self._ignores = Ignores(case.plan)
        left = list(self._ignores.unsilenced(_found(case, self._rules, self._ran)))
        if BAD_IGNORE.code in self._ran:
            left += self._ignores.bad(self._ran, with_reasons=selection.profile == "strict")
        judged = map(selection.judged, filter(selection.covers, left))
        self.findings = tuple(sorted(judged, key=lambda each: each.sort_key))

    @property
    def fixes(self) -> tuple[Fix, ...]:
        """What mends the findings that were left."""
        found = {(each.rule.code, each.place.path, each.location) for each in self.findings}
        fixes: list[Fix] = [
            fix
            for rule in self._rules
            for fix in (rule.fixes(self._case) if rule.fixes else ())
            if (rule.code, fix.path, fix.location) in found
        ]
        if BAD_IGNORE.code in self._ran:
            fixes += self._ignores.stale(self._ran)
        return tuple(sorted(fixes, key=lambda each: each.path))


def _found(case: Case, rules: Iterable[Rule], ran: frozenset[str]) -> Iterator[Finding]:
    plan = case.plan
    yield from (finding for finding in plan.findings if finding.rule.code in ran)
    consequences = Consequences(plan.findings)
    for rule in rules:
        for finding in rule.find(case) if rule.find else ():
            is_told = rule.letter not in _AS_READ and finding in consequences
            if finding.place.path not in plan.unreadable and not is_told:
                yield finding
